"""A parent who hears nothing from home asks the teacher whether the child comes to class."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count

from bot.domain.local_time import DAY
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.school_words import Word, WordAnswer, WordState, card_of, receipt_of

# A little less than the week after which the silence is told again, with the button that asks.
SOON = 3  # days: in a holiday that ends before, a teacher answers soon enough
AGAIN_AFTER = timedelta(days=6)
SAYS = {"here": WordAnswer.HERE, "away": WordAnswer.AWAY, "unsure": WordAnswer.UNKNOWN}


@dataclass(frozen=True, slots=True)
class InClassAsked(Event):
    """The teacher is asked, or reads what the family hears; nothing of why, and no name."""

    while_stopped = Told.AT_HOME
    word_id: int


@dataclass(frozen=True, slots=True)
class InClassWaits(Event):
    """The parent who has asked: whom, and when they read it."""

    while_stopped = Told.NOBODY
    word_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class InClassRests(Event):
    """The parent who would ask: it is a holiday, and nobody at school sees the child."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class InClassAnswered(Event):
    """The parents hear what the teacher says."""

    while_stopped = Told.AT_HOME
    word_id: int
    child_id: int


def rests_until(today: date, holidays: Collection[date]) -> date | None:
    """The last day of the holiday in which nobody is asked; none where a teacher can answer soon enough."""
    if any(today + ahead * DAY not in holidays for ahead in range(SOON)):
        return None
    return next(day for ahead in count() if (day := today + ahead * DAY) + DAY not in holidays)


def still_stands(word: Word, now: datetime) -> bool:
    """Whether a question of this week is the one that is asked, and may be answered."""
    return word.state == WordState.SENT and now - word.created_at < AGAIN_AFTER


def tell_teacher(word: Word, teacher: int) -> list[Notification]:
    """In office hours: nothing has happened that anybody knows of."""
    return [Notification(teacher, InClassAsked(word.id), Lane.NOTICE, card=receipt_of(word.id), written=True)]


def tell_answered(word: Word, teachers: Iterable[int]) -> list[Notification]:
    """Who teaches the class as well, and was asked, too, reads that it is answered."""
    about, card = InClassAsked(word.id), receipt_of(word.id)
    return [Notification(each, about, Lane.REPLY, card=card, edits_card=True) for each in teachers]


def tell_parents(word: Word, parents: Iterable[int]) -> list[Notification]:
    """Whatever the answer is; another answer is a message of its own."""
    about, card = InClassAnswered(word.id, word.child_id), card_of(word.id)
    return [Notification(each, about, Lane.NOTICE, card=card, written=True) for each in parents]
