"""A visit home: what to bring, days in which questions rest, and a goodbye that a child can hold on to."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.circle.circles import Circle, Role
from bot.domain.daily.promises import AT_BREAKFAST, Promise
from bot.domain.local_time import DAY, at_wall_clock, local
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.people import Person

BRING = 3  # sleeps before
EVENING = 19 * 60  # of the day on which the parent has left
STILL = timedelta(hours=2)  # in which it is the same evening


@dataclass(frozen=True, slots=True)
class VisitBring(Event):
    """Three sleeps before, to the parent: what is good to bring."""

    while_stopped = Told.NOBODY
    hushed = True
    promise_id: int


@dataclass(frozen=True, slots=True)
class VisitBegun(Event):
    """On the day, to the parent: how long shall questions rest?"""

    while_stopped = Told.NOBODY
    promise_id: int


@dataclass(frozen=True, slots=True)
class VisitGoodbye(Event):
    """Before they part, to the parent."""

    while_stopped = Told.NOBODY
    promise_id: int


@dataclass(frozen=True, slots=True)
class FirstEvening(Event):
    """On the evening after, to the parent and to those at home."""

    while_stopped = Told.NOBODY
    promise_id: int


def tell_bring(promise: Promise, parent: Person, now: datetime) -> list[Notification]:
    """Once, while the parent is awake."""
    about, at = VisitBring(promise.id), parent.awake_from(now)
    return [Notification(parent.id, about, Lane.ROUTINE, card=_card(promise), not_before=at, expires_in=DAY)]


def tell_begun(promise: Promise, home: str) -> list[Notification]:
    """The parent, at breakfast."""
    assert promise.day is not None
    at = at_wall_clock(promise.day, AT_BREAKFAST, home)
    return [Notification(promise.made_by, VisitBegun(promise.id), Lane.ROUTINE, card=_card(promise), not_before=at)]


def tell_goodbye(promise: Promise) -> list[Notification]:
    """The parent, on the last evening together."""
    about = VisitGoodbye(promise.id)
    return [Notification(promise.made_by, about, Lane.ROUTINE, card=_card(promise), expires_in=DAY)]


def tell_first_evening(circle: Circle, promise: Promise, now: datetime) -> list[Notification]:
    """This evening, or the next one where it is late: who has left, and those who are with the child."""
    home = circle.child.zone
    tonight = at_wall_clock(local(now, home).date(), EVENING, home)
    at = max(now, tonight) if now - tonight <= STILL else at_wall_clock(local(now, home).date() + DAY, EVENING, home)
    at_home = [each.person_id for each in circle.askable(now) if each.role != Role.PARENT]
    return [
        Notification(each, FirstEvening(promise.id), Lane.ROUTINE, card=_card(promise), not_before=at)
        for each in dict.fromkeys([promise.made_by, *at_home])
    ]


def _card(promise: Promise) -> str:
    return f"visit:{promise.id}"
