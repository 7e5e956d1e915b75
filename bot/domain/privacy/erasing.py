"""🗑 Erasing: oneself at once, a child after three days in which every adult of the circle can stop it."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.circle.circles import Circle, Role
from bot.domain.notifications import Event, Lane, Notification, Told

COOLING_OFF = timedelta(hours=72)
# Telegram lets a bot take its own messages away for so long.
CAN_BE_DELETED = timedelta(hours=47)


@dataclass(frozen=True, slots=True)
class EraseAsked(Event):
    """Is it meant? And the way to erase a child's data."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class ChildEraseAsked(Event):
    """Is it meant?"""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class PersonErased(Event):
    """Goodbye; nothing is kept of whom it is said to."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class MessageErased(Event):
    """A message of ours is taken away where Telegram still allows it."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class ErasedLeft(Event):
    """Said to those who stay, with the name they knew, kept nowhere else by then."""

    while_stopped = Told.NOBODY
    child_id: int
    role: str
    kin: str
    called: str
    nobody: bool


@dataclass(frozen=True, slots=True)
class ChildErased(Event):
    """Everything about a child is gone; said to who was in the circle."""

    while_stopped = Told.NOBODY


def tell_erased_left(before: Circle, after: Circle, who: int) -> list[Notification]:
    """Those who stay read only that somebody left; `before` knows who it was."""
    gone = before.place(who)
    assert gone is not None
    nobody = not after.guardians and not after.stand_ins
    lane = Lane.NOTICE if nobody else Lane.ROUTINE
    about = ErasedLeft(after.child.id, gone.role.value, gone.kin, gone.called, nobody)
    return [Notification(each.person_id, about, lane) for each in after.who_know(who)]


def is_parent(about: ErasedLeft) -> bool:
    """Whether a parent has left, who goes by their name."""
    return about.role == Role.PARENT.value
