"""The roll call of a class: who is not there, tapped on one card."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.school_words import Word


@dataclass(frozen=True, slots=True)
class RollCall:
    """One class on one day; `absent` are children's numbers."""

    id: int
    class_id: int
    day: str
    absent: tuple[int, ...]
    done: bool


@dataclass(frozen=True, slots=True)
class RollCallShown(Event):
    """The card: every child while it is open, what was asked when it is done."""

    while_stopped = Told.NOBODY
    roll_id: int
    page: int = 0
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class RollCallHereAsked(Event):
    """A child stood there as absent, as its home has said: is it in class after all? Home would be told.

    `done`: below a finished card, so that home is told at once.
    """

    while_stopped = Told.NOBODY
    roll_id: int
    child_id: int
    page: int = 0
    done: bool = False


def card_of(roll_id: int) -> str:
    """The message in which the teacher sees the roll call."""
    return f"roll:{roll_id}"


def toggled(absent: tuple[int, ...], same: tuple[int, ...]) -> tuple[int, ...]:
    """One tap on a child; `same` are its numbers, several where it has several families."""
    others = tuple(each for each in absent if each not in same)
    return others if len(others) < len(absent) else (*absent, *same)


def can_take_back(word: Word, now: datetime) -> bool:
    """Whether the teacher can say that a child is here after all; what home has said, home takes back."""
    return not word.is_from_home and word.can_undo(now)


def tell_changed(roll: RollCall, teachers: Iterable[int]) -> list[Notification]:
    """A family has answered, or speaks before it is asked: the card says so, silently."""
    about, card = RollCallShown(roll.id, is_open=not roll.done), card_of(roll.id)
    return [Notification(each, about, Lane.REPLY, card=card, edits_card=True) for each in teachers]
