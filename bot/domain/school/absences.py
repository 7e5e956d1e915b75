"""A child who is not in class: home is asked softly, the parents hear it in the right order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.circle.circles import Circle
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.school_words import SCHOOL_DAY, Word, WordAnswer, WordKind, WordState, card_of

PARENTS_AFTER = timedelta(minutes=30)


class Step(StrEnum):
    """Who hears next, each half an hour after the one before, until somebody says where the child is."""

    PARENTS = "parents"
    TEACHER = "teacher"  # an hour after home was asked: nobody has answered
    LEAD = "lead"
    NEAR = "near"


LADDER = tuple(Step)


@dataclass(frozen=True, slots=True)
class AbsenceShown(Event):
    """Not in class today, as it stands now: a question at home, news for the parents."""

    while_stopped = Told.AT_HOME
    word_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class AbsenceToldAnew(Event):
    """In place of an older message, whose buttons go: what is new stands below."""

    while_stopped = Told.AT_HOME
    word_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class AbsenceOver(Event):
    """The child is in class after all; said anew to those who have read the other."""

    while_stopped = Told.AT_HOME
    word_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class AbsenceAnswered(Event):
    """The teacher hears whether the family knows where the child is; no name."""

    while_stopped = Told.AT_HOME
    word_id: int


@dataclass(frozen=True, slots=True)
class AbsenceUnanswered(Event):
    """The teacher, then the lead: nobody says where the child is; as it stands now."""

    while_stopped = Told.AT_HOME
    word_id: int


def next_of(step: Step) -> Step | None:
    """Who is next after this one."""
    place = LADDER.index(step) + 1
    return LADDER[place] if place < len(LADDER) else None


def staff_card(word_id: int) -> str:
    """The message in which a teacher or a lead sees that nobody says where a child is."""
    return f"absence:{word_id}"


def tell_staff(word: Word, to: Iterable[int]) -> list[Notification]:
    """At once: the school is the last that has seen nobody."""
    about, card = AbsenceUnanswered(word.id), staff_card(word.id)
    return [Notification(each, about, Lane.URGENT, card=card, written=True, expires_in=SCHOOL_DAY) for each in to]


def tell_staff_changed(word: Word, to: Iterable[int]) -> list[Notification]:
    """Where it stands, it says what has become of it."""
    about, card = AbsenceUnanswered(word.id), staff_card(word.id)
    return [Notification(each, about, Lane.REPLY, card=card, edits_card=True) for each in to]


def asked_first(circle: Circle, now: datetime) -> list[int]:
    """Those at home who can be asked; the parents where there is nobody."""
    return [each.person_id for each in (circle.askable(now) or circle.parents)]


def may_answer(circle: Circle, person_id: int, asked: Iterable[int], *, knows: bool) -> bool:
    """Everybody told may say that they know; that nobody knows is said only by who was asked."""
    return circle.member(person_id) is not None and (knows or person_id in asked)


def may_explain(word: Word, person_id: int, now: datetime) -> bool:
    """Whoever has said that they know where the child is may say why; what home had told before has its own."""
    mine = word.answer == WordAnswer.KNOWN and word.answered_by == person_id
    here = word.what == WordKind.ABSENT and word.state == WordState.SENT and not word.is_over(now)
    return mine and here and not (word.is_from_home or word.was_told_before)


def tell_asked(word: Word, to: Iterable[int]) -> list[Notification]:
    """Through quiet hours: a child who is not where everybody believes them to be cannot wait."""
    return _new(word, to, Lane.URGENT)


def tell_known(word: Word, to: Iterable[int]) -> list[Notification]:
    """Home has said already where the child is: nobody waits for an answer."""
    return _new(word, to, Lane.NOTICE)


def tell_parents(word: Word, to: Iterable[int]) -> list[Notification]:
    """Softly when home knows or has not answered yet; at once when home does not know."""
    return _new(word, to, Lane.URGENT if word.answer == WordAnswer.UNKNOWN else Lane.NOTICE)


def tell_found(word: Word, to: Iterable[int]) -> list[Notification]:
    """Those who had read that nobody knew hear at once that somebody does."""
    return _new(word, to, Lane.URGENT)


def tell_changed(word: Word, to: Iterable[int]) -> list[Notification]:
    """The message edited wherever it stands."""
    about, card = AbsenceShown(word.id, word.child_id), card_of(word.id)
    return [Notification(each, about, Lane.URGENT, card=card, edits_card=True) for each in to]


def tell_over(word: Word, to: Iterable[int]) -> list[Notification]:
    """In class after all: edited, and said once more to who had seen it; nothing to who had not."""
    to = list(to)
    return [*tell_changed(word, to), *tell_in_class(word, to)]


def tell_in_class(word: Word, to: Iterable[int]) -> list[Notification]:
    """That the child is in class, as a message of its own."""
    about = AbsenceOver(word.id, word.child_id)
    return [Notification(each, about, Lane.URGENT, written=True) for each in to]


def tell_teachers(word: Word, teachers: Iterable[int], *, at_once: bool) -> list[Notification]:
    """In office hours, unless nobody knows where the child is, or somebody knows at last."""
    about = AbsenceAnswered(word.id)
    if at_once:
        return [Notification(each, about, Lane.URGENT, written=True) for each in teachers]
    joined = f"word:{word.class_id}"
    return [Notification(each, about, Lane.NOTICE, merge=joined, written=True) for each in teachers]


def _new(word: Word, to: Iterable[int], lane: Lane) -> list[Notification]:
    about, card = AbsenceShown(word.id, word.child_id), card_of(word.id)
    return [Notification(each, about, lane, card=card, written=True, expires_in=SCHOOL_DAY) for each in to]
