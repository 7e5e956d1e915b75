"""What home notes in an illness with one tap: a number, that something was given, a doctor, sleep. No comment on it.

What one person notes within some minutes is one message, to which each further note is added where it stands.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.illness.illness_alerts import tell_changed
from bot.domain.illness.illnesses import NOTES, UNDO_FOR, Happening, Illness, IllnessEvent
from bot.domain.notifications import Event, Lane, Notification, Told

DEGREES = tuple(range(355, 411, 5))  # tenths, to the nearest half
_TOGETHER = timedelta(minutes=10)
_TWICE = timedelta(minutes=1)  # a thumb that taps twice has said it once


@dataclass(frozen=True, slots=True)
class NoteDegreesAsked(Event):
    """Which number; at home."""

    while_stopped = Told.EVERYBODY
    illness_id: int


@dataclass(frozen=True, slots=True)
class NoteTaken(Event):
    """What `by` has noted from this note on, told to those who were alerted; as it stands now."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    joins = True
    illness_id: int
    by: int
    event_id: int


@dataclass(frozen=True, slots=True)
class NoteThanked(Event):
    """Who reads it; with ↩️."""

    while_stopped = Told.EVERYBODY
    illness_id: int
    event_id: int


@dataclass(frozen=True, slots=True)
class NoteForgotten(Event):
    """↩️ in place of the thanks."""

    while_stopped = Told.EVERYBODY
    illness_id: int


def first_of(note: IllnessEvent) -> int:
    """The note with which its message began."""
    return int(str(note.data.get("first") or note.id))


def together_with(notes: Sequence[IllnessEvent], by: int, now: datetime) -> int | None:
    """The first note of the message to which one of this moment is added, if there is one."""
    mine = [each for each in notes if each.person_id == by]
    begun = [each for each in mine if first_of(each) == first_of(mine[-1])]
    return first_of(begun[0]) if begun and now - begun[0].at <= _TOGETHER else None


def is_said(notes: Sequence[IllnessEvent], by: int, what: Happening, degrees: int | None, now: datetime) -> bool:
    """Whether the same thumb has just noted the same."""
    return any(
        each.person_id == by and each.what == what and each.data.get("degrees") == degrees and now - each.at <= _TWICE
        for each in notes
    )


def data_of(first: int | None, degrees: int | None) -> dict[str, object]:
    """What is kept with a note: to which message it was added, and a number."""
    return {"first": first, "degrees": degrees}


def can_take_back(note: IllnessEvent, by: int, now: datetime) -> bool:
    """Whoever has noted it, for some minutes."""
    return note.what in NOTES and note.person_id == by and now <= note.at + UNDO_FOR


def newest_of_each(notes: Iterable[IllnessEvent]) -> list[IllnessEvent]:
    """The last number, the last time something was given, and so on, in their order."""
    newest = {each.what: each for each in notes}
    return sorted(newest.values(), key=lambda each: each.id)


def tell_note_taken(illness: Illness, by: int, first: int, told: Iterable[int], *, more: bool) -> list[Notification]:
    """A message that wakes nobody, changed where it stands by what comes soon after; and the alert as it is now."""
    to, about, card = list(told), NoteTaken(illness.id, by, first), f"notes:{first}"
    said = [
        Notification(each, about, Lane.NOTICE, card=card, edits_card=more, written=True, soon=not more) for each in to
    ]
    return [*tell_changed(illness, to), *said]
