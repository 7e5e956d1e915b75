"""Applies what the domain answered: each telling becomes a row in the outbox, held where its reader sleeps."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.domain.local_time import end_of_quiet
from bot.domain.people import Person
from bot.domain.tell import About, Lane, Tell, dump
from bot.storage import outbox, people
from bot.storage.tables import outbox as rows
from bot.storage.transaction import Tx


def tell(tx: Tx, tells: Iterable[Tell]) -> None:
    """Put each telling in the outbox; one that was overtaken, or can be joined to one that waits, replaces it."""
    for each in tells:
        _tell(tx, people.get(tx, each.to), each)


def reply(tx: Tx, me: Person, about: About, *, edit: int | None = None, card: str | None = None) -> None:
    """Answer who has just done something; `edit` is the message to change in place instead of sending a new one."""
    payload: dict[str, Any] = {"about": [dump(about)]}
    if edit is not None:
        payload["edit"] = edit
    outbox.put(tx, payload, chat=me.telegram_id, person_id=me.id, lane=Lane.REPLY, again=True, card=card)


def _tell(tx: Tx, reader: Person, each: Tell) -> None:
    if _takes_place_of_pending(tx, each):
        return
    expires_at = tx.now + each.expires_in if each.expires_in else None
    outbox.put(
        tx,
        {"about": [dump(each.about)]},
        chat=reader.telegram_id,
        person_id=reader.id,
        lane=each.lane,
        again=each.again,
        card=each.card,
        replaces=each.replaces,
        merge=each.merge,
        due_at=_due(tx.now, reader, each),
        expires_at=expires_at,
    )
    if not reader.reachable:
        outbox.hold(tx, reader.id)


def _takes_place_of_pending(tx: Tx, each: Tell) -> bool:
    if each.card and (same := outbox.pending_like(tx, each.to, rows.c.card, each.card)):
        number, payload = same
        return outbox.set_payload(tx, number, {**payload, "about": [dump(each.about)]}, lane=each.lane)
    if each.merge and (held := outbox.pending_like(tx, each.to, rows.c.merge, each.merge)):
        number, payload = held
        joined = {**payload, "about": [*payload["about"], dump(each.about)]}
        return outbox.set_payload(tx, number, joined, card=each.card)
    return False


def _due(now: datetime, reader: Person, each: Tell) -> datetime:
    wanted = max(now, each.not_before) if each.not_before else now
    if each.lane <= Lane.REPLY:
        return wanted
    return end_of_quiet(wanted, reader.quiet_from, reader.quiet_until, reader.zone) or wanted
