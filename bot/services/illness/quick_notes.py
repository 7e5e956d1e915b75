"""One tap in an illness: kept, told to those who were alerted, and taken back; in each circle of the same child."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.illness.illnesses import NOTES, Happening, IllnessEvent, IllnessState
from bot.domain.illness.quick_notes import (
    can_take_back,
    data_of,
    first_of,
    is_said,
    tell_note_taken,
    together_with,
)
from bot.domain.people import Person
from bot.queries.circle import circles
from bot.queries.illness import illness_endings as event_rows
from bot.queries.illness import illnesses
from bot.services.illness.illness_alerts import note_spoken, told_now
from bot.services.illness.illness_threads import Thread, thread_for, twins
from bot.services.notifications import notify


def thread_of_notes(tx: Tx, me: Person, illness_id: int) -> Thread | None:
    """A thread that was told and in which this person may name what is."""
    held = thread_for(tx, me, illness_id)
    return held if held and held[2].may(Action.REPORT_ILLNESS) and _takes(tx, me, held) else None


def _takes(tx: Tx, me: Person, held: Thread) -> bool:
    found = held[0]
    open_ = found.state == IllnessState.OPEN and not found.is_plain
    return open_ and circles.health_notes(tx, found.child_id, me.id)


def take(tx: Tx, me: Person, held: Thread, what: Happening, degrees: int | None = None) -> int | None:
    """The number of the note in this thread; none where the same thumb has just said it."""
    if is_said(illnesses.events(tx, held[0].id, *NOTES), me.id, what, degrees, tx.now):
        return None
    elsewhere = [each for each in twins(tx, me, held[1]) if _takes(tx, me, each)]
    number, *_twins = [_note(tx, me, each, what, degrees) for each in (held, *elsewhere)]
    return number


def _note(tx: Tx, me: Person, held: Thread, what: Happening, degrees: int | None) -> int:
    found, circle, by = held
    first = together_with(illnesses.events(tx, found.id, *NOTES), me.id, tx.now)
    number = illnesses.note(tx, found.id, me.id, what, data_of(first, degrees))
    to = [each for each in told_now(tx, circle, found) if each != me.id]
    notify(tx, tell_note_taken(found, me.id, first or number, to, more=first is not None))
    note_spoken(tx, circle, found, by)
    return number


def take_back(tx: Tx, me: Person, event_id: int) -> Thread | None:
    """The thread of a note that is gone now; none where it was another's, or it is too late."""
    note = illnesses.event(tx, event_id)
    held = thread_for(tx, me, note.illness_id, ended=True) if note else None
    if note is None or held is None or not can_take_back(note, me.id, tx.now):
        return None
    for each in (held, *twins(tx, me, held[1], ended=True)):
        for same in illnesses.events(tx, each[0].id, note.what):
            if same.person_id == me.id and same.at == note.at:
                _forget(tx, me, each, same)
    return held


def _forget(tx: Tx, me: Person, held: Thread, note: IllnessEvent) -> None:
    event_rows.forget(tx, note)
    to = [each for each in told_now(tx, held[1], held[0]) if each != me.id]
    notify(tx, tell_note_taken(held[0], me.id, first_of(note), to, more=True))
