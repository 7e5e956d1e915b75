"""A closed place is opened, or a family shares again: for a number that the family has told, with a second yes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.notifications import Event, Lane, Notification, Told

NUMBERING = "op_number"  # the dialogue in which the family's number is typed
ASKED_FOR = timedelta(days=1)
_NUMBER = re.compile(r"\s*([0-9]{1,15})(?:\s*[-–]\s*([0-9]{1,15}))?\s*")


class Act(StrEnum):
    """What an operator can do for a family."""

    OPEN = "open"  # a place that another phone has closed
    HOLD = "hold"  # the same, and hold the phone that has closed it
    THAW = "thaw"  # share again, where who stopped it cannot say so
    ORDER = "order"  # share again against who stopped it, with a written order


class Refusal(StrEnum):
    """Why nothing is done."""

    NONE = "none"  # nothing of this number is closed
    OWN = "own"  # it is the operator's own family
    ORDER = "order"  # only a written order lifts it


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall be done for which place; `member_id` is 0 where a whole family is meant."""

    act: Act
    child_id: int
    member_id: int = 0

    @property
    def number(self) -> str:
        """As the family reads it."""
        return f"{self.child_id}-{self.member_id}" if self.member_id else str(self.child_id)


def wish_in(words: str) -> Wish | None:
    """What somebody means who types 12-3, which stands on a closed phone, or 12, a family's own number."""
    match = _NUMBER.fullmatch(words)
    if match is None:
        return None
    return Wish(Act.OPEN, int(match[1]), int(match[2])) if match[2] else Wish(Act.THAW, int(match[1]))


@dataclass(frozen=True, slots=True)
class NumberAsked(Event):
    """The one thing that is typed."""

    while_stopped = Told.NOBODY
    again: bool = False


@dataclass(frozen=True, slots=True)
class WishOffered(Event):
    """What can be done for this number, after a check by telephone."""

    while_stopped = Told.NOBODY
    number: str
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WishRefused(Event):
    """Nothing is done, and why."""

    while_stopped = Told.NOBODY
    why: str


@dataclass(frozen=True, slots=True)
class WishDone(Event):
    """It is done, and the family reads that whoever runs the bot has done it."""

    while_stopped = Told.NOBODY
    number: str


@dataclass(frozen=True, slots=True)
class SecondWaits(Event):
    """Another operator is asked first."""

    while_stopped = Told.NOBODY
    number: str


@dataclass(frozen=True, slots=True)
class SecondAsked(Event):
    """To the other operators: do you agree? `operator_id` is the place of who asks."""

    while_stopped = Told.NOBODY
    operator_id: int
    called: str
    number: str
    act: str


@dataclass(frozen=True, slots=True)
class SecondDecided(Event):
    """To all who were asked, and who asked."""

    while_stopped = Told.NOBODY
    number: str
    agreed: bool


def card_of(operator_id: int) -> str:
    """The message in which an operator is asked for a second yes."""
    return f"op_second:{operator_id}"


def tell_asked(operator_id: int, called: str, wish: Wish, others: Iterable[int]) -> list[Notification]:
    """Each of the others may agree."""
    about = SecondAsked(operator_id, called, wish.number, wish.act)
    return [Notification(each, about, Lane.NOTICE, card=card_of(operator_id), written=True) for each in others]


def tell_decided(
    operator_id: int, asker: int, wish: Wish, others: Iterable[int], *, agreed: bool
) -> list[Notification]:
    """Noted wherever it was asked, and told to who has asked."""
    about = SecondDecided(wish.number, agreed)
    noted = [Notification(each, about, Lane.REPLY, card=card_of(operator_id), edits_card=True) for each in others]
    return [*noted, Notification(asker, about, Lane.REPLY)]
