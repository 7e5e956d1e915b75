"""🏫 Home says before the school asks that a child stays at home on a school day; the teacher reads no word of why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.daily import rhythm
from bot.domain.local_time import DAY, local
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.absences import tell_in_class
from bot.domain.school.school_words import Word

# By then the pupils of an afternoon shift sit in class, too: what is said now is for the next day.
TODAY_UNTIL = 15 * 60
_AHEAD = 7


@dataclass(frozen=True, slots=True)
class StaysHomeShown(Event):
    """The family's card: which teachers hear it, and what became of it."""

    while_stopped = Told.NOBODY
    word_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class StaysHomeTakenBack(Event):
    """To the teacher who has read that the child stays at home."""

    while_stopped = Told.NOBODY
    word_id: int


@dataclass(frozen=True, slots=True)
class SchoolDayOver(Event):
    """A short answer: the button meant a day that is over."""

    while_stopped = Told.NOBODY


def card_of(child_id: int, day: str) -> str:
    """The message in which an adult of the family sees it."""
    return f"stays_home:{child_id}:{day}"


def offered_day(now: datetime, zone: str) -> date:
    """The school day of which home speaks now, on the child's clock."""
    wall = local(now, zone)
    day = wall.date() if wall.hour * 60 + wall.minute < TODAY_UNTIL else wall.date() + DAY
    while not rhythm.is_due(rhythm.SCHOOL, day):
        day += DAY
    return day


def may_be_meant(day: date, now: datetime, zone: str) -> bool:
    """Whether a button can have meant this day: no button names one that is further away."""
    return (day - local(now, zone).date()).days <= _AHEAD


def said_of(ends: datetime) -> dict[str, Any]:
    """What such a word carries: no reason, and until when it holds."""
    return {"from_home": True, "until": ends.isoformat()}


def tell_family(word: Word, to: Iterable[int]) -> list[Notification]:
    """Softly: nobody has to do anything."""
    about, card = StaysHomeShown(word.id, word.child_id), card_of(word.child_id, word.day)
    return [Notification(each, about, Lane.NOTICE, card=card, written=True) for each in to]


def tell_changed(word: Word, to: Iterable[int]) -> list[Notification]:
    """The card edited wherever it stands."""
    about, card = StaysHomeShown(word.id, word.child_id), card_of(word.child_id, word.day)
    return [Notification(each, about, Lane.REPLY, card=card, edits_card=True) for each in to]


def tell_came(word: Word, to: Iterable[int]) -> list[Notification]:
    """In class after all, says the teacher: those at home believe the child beside them. The school asked nobody."""
    to = list(to)
    return [*tell_changed(word, to), *tell_in_class(word, to)]


def tell_taken_back(word: Word, teachers: Iterable[int]) -> list[Notification]:
    """As the word itself: in office hours, joined with what waits."""
    about, joined = StaysHomeTakenBack(word.id), f"word:{word.class_id}"
    return [Notification(each, about, Lane.NOTICE, merge=joined, written=True) for each in teachers]
