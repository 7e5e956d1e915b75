"""Leaving a circle: the one who goes, and those who stay."""

from dataclasses import dataclass

from bot.domain.circle.circles import Circle
from bot.domain.notifications import Event, Lane, Notification, Told


@dataclass(frozen=True, slots=True)
class LeaveAsked(Event):
    """Is it meant?"""

    while_stopped = Told.EVERYBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class LastAdultStays(Event):
    """Nobody else would be left around the child."""

    while_stopped = Told.EVERYBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class CircleLeft(Event):
    """Said to who has left; takes the reply keyboard away where it has no use any more."""

    while_stopped = Told.EVERYBODY
    child: str


@dataclass(frozen=True, slots=True)
class MemberLeft(Event):
    """Said to those who stay; `nobody` when nobody is left who can be asked at home."""

    while_stopped = Told.EVERYBODY
    child_id: int
    who: int
    nobody: bool = False


def is_last(circle: Circle, person_id: int) -> bool:
    """Whether a circle would be empty without this person; who is near does not fill it."""
    return circle.member(person_id) is not None and not circle.others(person_id)


def tell_left(circle: Circle, who: int) -> list[Notification]:
    """Those who knew who has left learn it, and whether anybody can still be asked; `circle` is as it is afterwards."""
    nobody = not circle.guardians and not circle.stand_ins
    about = MemberLeft(circle.child.id, who, nobody)
    lane = Lane.NOTICE if nobody else Lane.ROUTINE
    return [Notification(each.person_id, about, lane) for each in circle.who_know(who)]
