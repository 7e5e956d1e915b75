"""What is held until its writer chooses, and the hush after a crisis card."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import crisis_event, held_text
from bot.db.transaction import Tx
from bot.delivery import inbox, outbox
from bot.domain.people import Person
from bot.domain.privacy.crisis import ASK_AGAIN_AFTER, HUSH_FOR, is_hushed
from bot.queries.circle import people


@dataclass(frozen=True, slots=True)
class Held:
    """One text; without `payload` it has gone its way already."""

    id: int
    person_id: int
    about: str
    payload: str | None
    dialogue: dict[str, Any]
    choice: str | None
    at: datetime


DUE = (
    select(held_text)
    .where(held_text.c.ask_at.is_not(None), held_text.c.ask_at <= NOW)
    .order_by(held_text.c.ask_at)
    .limit(LIMIT)
)


def hold(tx: Tx, me: Person, about: str, *, goes_on: bool) -> int:
    """Keep what this person has just sent, with what it would have answered; or, with `goes_on`, only ask about it."""
    payload = inbox.take_out(tx, me.telegram_id)
    said = people.dialogue_of(tx, me.id)
    number = tx.add(
        held_text,
        person_id=me.id,
        about=about,
        payload=None if goes_on else payload,
        dialogue={"state": said[0], "data": said[1]} if said else {},
        at=tx.now,
        ask_at=None if goes_on else tx.now + ASK_AGAIN_AFTER,
    )
    if goes_on and payload is not None:
        inbox.put_back(tx, me.telegram_id, payload, number)
    return number


def lock(tx: Tx, held_id: int, person_id: int) -> Held | None:
    """One text for its writer, held for this transaction."""
    row = tx.first(_of(held_id, person_id).with_for_update())
    return _held(row) if row else None


def find(tx: Tx, held_id: int, person_id: int) -> Held | None:
    """One text for its writer, to look at."""
    row = tx.first(_of(held_id, person_id))
    return _held(row) if row else None


def _of(held_id: int, person_id: int) -> Any:
    return select(held_text).where(held_text.c.id == held_id, held_text.c.person_id == person_id)


def _held(row: Row[Any]) -> Held:
    return Held(row.id, row.person_id, row.about, row.payload, row.dialogue or {}, row.choice, row.at)


def due(tx: Tx, limit: int) -> list[Held]:
    """The texts whose writers are asked now."""
    return [_held(row) for row in due_rows(tx, DUE, held_text, limit=limit)]


def plan(tx: Tx, held_id: int, at: datetime | None) -> None:
    """When its writer is asked next."""
    tx.change(update(held_text).where(held_text.c.id == held_id).values(ask_at=at))


def wants_help(tx: Tx, held: Held, locale: str) -> None:
    """Count that somebody has asked for help, and remember it while their text still waits."""
    _count(tx, held, "help", locale)
    if held.payload is None:
        forget(tx, held)
    else:
        tx.change(update(held_text).where(held_text.c.id == held.id).values(choice="help"))
        plan(tx, held.id, tx.now + ASK_AGAIN_AFTER)


def release(tx: Tx, me: Person, held: Held) -> None:
    """Let the text go on its way exactly as it would have, and keep nothing of having held it."""
    if held.payload is not None:
        if held.dialogue:
            people.set_dialogue(tx, me.id, held.dialogue["state"], held.dialogue["data"])
        else:
            people.end_dialogue(tx, me.id)
        inbox.put_back(tx, me.telegram_id, held.payload, held.id)
    if held.choice:
        _count(tx, held, "sent", me.language)
    forget(tx, held)


def drop(tx: Tx, me: Person, held: Held) -> None:
    """The writer does not want it sent."""
    _count(tx, held, "dropped", me.language)
    forget(tx, held)


def forget(tx: Tx, held: Held) -> None:
    """Keep nothing of it."""
    tx.change(delete(held_text).where(held_text.c.id == held.id))


def hush(tx: Tx, me: Person) -> None:
    """For a day no reminder, idea or tip; what waits already waits until then too."""
    until = tx.now + HUSH_FOR
    people.change(tx, me.id, hushed_until=until)
    for row in outbox.waiting_for(tx, me.id):
        if row.payload.get("about") and all(is_hushed(each) for each in row.payload["about"]):
            outbox.postpone(tx, row.id, until)


def _count(tx: Tx, held: Held, choice: str, locale: str) -> None:
    tx.add(crisis_event, about=held.about, at=tx.now, choice=choice, locale=locale)
