"""Making a keepsake, step by step as rows: asked for, begun, one file after the other, and its end."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.delivery.payloads import Payload
from bot.delivery.states import OutboxState
from bot.domain.audit import AuditEvent
from bot.domain.circle.roles import Action
from bot.domain.daily.keepsakes import (
    TRIES,
    WAITS_AT_MOST,
    Entry,
    Keepsake,
    KeepsakeGiven,
    KeepsakeState,
    Kept,
    Parcel,
    ended,
    missing_of,
    of_year,
    tell_how_far,
)
from bot.domain.notifications import Lane, dump
from bot.queries import audit
from bot.queries.circle import circles, people
from bot.queries.daily import keepsake_contents, keepsakes
from bot.services.notifications import notify

_GOES_ON = {OutboxState.PENDING, OutboxState.SENDING, OutboxState.WAITING}


class Fate(StrEnum):
    """What has become of a file that was handed to the outbox."""

    COMING = "coming"
    ARRIVED = "arrived"
    OVER = "over"


def ask(tx: Tx, child_id: int, person_id: int, age: int) -> Keepsake:
    """One at a time of each year: what is being made, or has come in these days, is not made again."""
    found = keepsakes.of(tx, child_id, person_id, age)
    if found is not None and found.state != KeepsakeState.LOST:
        return found
    if found is not None:
        keepsakes.forget(tx, found.id)
    audit.note(tx, AuditEvent.KEPT, person_id, child_id=child_id)
    tx.woke.add("keepsakes")
    return keepsakes.want(tx, child_id, person_id, age)


def begin(tx: Tx) -> Keepsake | None:
    """The next to be made, begun once more; what an earlier process has left of it is looked at first."""
    found = keepsakes.next_unmade(tx)
    if found is None:
        return None
    waits = found.outbox_id is not None and settle(tx, found.id) is Fate.COMING
    if waits and not outbox.clear_row(tx, found.outbox_id or 0, "made anew"):
        return None
    found = keepsakes.next_unmade(tx)
    if found is None:
        return None
    if found.makes >= TRIES:
        end(tx, found.id, KeepsakeState.LOST)
        return None
    begun = replace(found, state=KeepsakeState.MAKING, makes=found.makes + 1, outbox_id=None)
    keepsakes.keep(tx, begun)
    return begun


def contents(tx: Tx, found: Keepsake) -> list[Kept] | None:
    """What is to go into its next files; none when its reader may not have it any more."""
    mine = circles.membership(tx, found.child_id, found.person_id, Action.KEEPSAKE)
    if mine is None:
        return None
    everything = of_year(mine[0].child, keepsake_contents.kept(tx, mine[0], found.person_id), found.age)
    return [each for each in everything if each.key > found.after]


def go_on(tx: Tx, keepsake_id: int, done: int) -> bool:
    """Show how far it is; false when it is to be made no more."""
    found = keepsakes.get(tx, keepsake_id)
    if found is None or circles.membership(tx, found.child_id, found.person_id, Action.KEEPSAKE) is None:
        return False
    if done != found.done:
        found = replace(found, done=done)
        keepsakes.keep(tx, found)
        notify(tx, tell_how_far(found))
    return True


def hand_over(tx: Tx, keepsake_id: int, entries: Sequence[Entry], *, last: bool) -> Parcel | None:
    """A file is made of these: the message that brings it; none when it is to be brought no more."""
    found = keepsakes.get(tx, keepsake_id)
    if found is None or circles.membership(tx, found.child_id, found.person_id, Action.KEEPSAKE) is None:
        return None
    until = entries[-1].kept.key if entries else found.after
    about = KeepsakeGiven(found.id, found.makes, found.part, until, last, missing_of(entries))
    me = people.get(tx, found.person_id)
    said: Payload = {"events": [dump(about)]}
    number = outbox.put(tx, said, chat=me.telegram_id, person_id=me.id, lane=Lane.BULK, retry_if_unknown=False)
    keepsakes.keep(tx, replace(found, outbox_id=number))
    return Parcel(found.id, found.makes, found.part)


def settle(tx: Tx, keepsake_id: int) -> Fate:
    """What has become of the message that brings a file, and what follows from it."""
    found = keepsakes.get(tx, keepsake_id)
    if found is None or found.outbox_id is None:
        return Fate.OVER
    given = keepsakes.given(tx, found.outbox_id)
    if given and given.state in _GOES_ON and not _is_too_late(tx, found.outbox_id, given.since):
        return Fate.COMING
    if given is None or given.state == OutboxState.CLEARED:
        keepsakes.keep(tx, replace(found, outbox_id=None))  # made anew, should its reader still be one
        return Fate.OVER
    if given.state != OutboxState.SENT:
        end(tx, keepsake_id, KeepsakeState.LOST)
        return Fate.OVER
    further = replace(found, part=found.part + 1, after=given.about.until, outbox_id=None, makes=0)
    if given.about.last:
        further = ended(further, KeepsakeState.SENT, tx.now)
    keepsakes.keep(tx, further)
    notify(tx, tell_how_far(further))
    return Fate.ARRIVED


def _is_too_late(tx: Tx, outbox_id: int, since: datetime) -> bool:
    """Whether it is not brought any more; what is on its way just now is left to arrive."""
    late = tx.sure and tx.now - since > WAITS_AT_MOST
    return late and outbox.clear_row(tx, outbox_id, "its file does not lie about for long")


def end(tx: Tx, keepsake_id: int, state: KeepsakeState) -> None:
    """Nothing more is done for it, which its reader is told."""
    found = keepsakes.get(tx, keepsake_id)
    if found is None:
        return
    if found.outbox_id is not None:
        outbox.clear_row(tx, found.outbox_id, "it is not brought any more")
    over = ended(found, state, tx.now)
    keepsakes.keep(tx, over)
    notify(tx, tell_how_far(over))


def put_off(tx: Tx, keepsake_id: int) -> None:
    """Telegram is away: it is begun again later, as if it had not been."""
    found = keepsakes.get(tx, keepsake_id)
    if found is not None and found.makes:
        keepsakes.keep(tx, replace(found, makes=found.makes - 1))
