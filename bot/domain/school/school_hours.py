"""🚌 🚸 Home says that a child comes later or is picked up early, and, if it likes, why it is not in class."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.school_words import Word, WordKind

HOURS = (WordKind.LATE, WordKind.EARLY)


class Reason(StrEnum):
    """Why, in one tap; nobody has to say it."""

    ILL = "ill"
    DOCTOR = "doctor"
    TRAVELLING = "travelling"
    FAMILY = "family"
    LATE = "late"  # of a child that the school has missed


# Named to the school only where everybody concerned lets health be written about.
OF_HEALTH = frozenset({Reason.ILL, Reason.DOCTOR})


@dataclass(frozen=True, slots=True)
class HoursShown(Event):
    """The family's card: which teachers hear it, and what became of it."""

    while_stopped = Told.NOBODY
    word_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class HoursTold(Event):
    """One line to the teacher, as it stands now."""

    while_stopped = Told.NOBODY
    word_id: int


def reasons(*, health: bool, missed: bool = False) -> list[Reason]:
    """Those that can be given here; that it comes later says home otherwise with a word of its own."""
    return [each for each in Reason if (health or each not in OF_HEALTH) and (missed or each != Reason.LATE)]


def has_found(word: Word) -> bool:
    """Whether a child was looked for no more because of this word of home."""
    return bool(word.body.get("found"))


def card_of(word: Word) -> str:
    """The message in which an adult of the family sees it."""
    return f"hours:{word.what}:{word.child_id}:{word.day}"


def tell_family(word: Word, to: Iterable[int]) -> list[Notification]:
    """Softly: nobody has to do anything."""
    about, card = HoursShown(word.id, word.child_id), card_of(word)
    return [Notification(each, about, Lane.NOTICE, card=card, written=True) for each in to]


def tell_changed(word: Word, to: Iterable[int]) -> list[Notification]:
    """The card edited wherever it stands."""
    about, card = HoursShown(word.id, word.child_id), card_of(word)
    return [Notification(each, about, Lane.REPLY, card=card, edits_card=True) for each in to]


def tell_teachers(word: Word, teachers: Iterable[int]) -> list[Notification]:
    """In office hours, joined with what waits."""
    about, joined = HoursTold(word.id), f"word:{word.class_id}"
    return [Notification(each, about, Lane.NOTICE, merge=joined, written=True) for each in teachers]
