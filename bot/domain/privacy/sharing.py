"""❄️ Nothing new about a child is passed on: Homeline decides no custody, it only stops.

Who is in the circle, and how it stands, is told as ever; so is an illness, to those who were alerted to it. The school
speaks to those with whom the child lives. Each event says which it is: `while_stopped`.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.circle.circles import Circle, Member, MemberState
from bot.domain.circle.membership import number_of
from bot.domain.circle.presence import was_silent_long
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.people import Person

LOST_FOR_GOOD = timedelta(days=30)  # a phone that could not be reached for so long


@dataclass(frozen=True, slots=True)
class StopAskedOfSharing(Event):
    """Is it meant?"""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class SharingStopped(Event):
    """Everybody: nothing new is passed on; not who wanted it."""

    while_stopped = Told.EVERYBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class SharingResumed(Event):
    """Everybody: it is as before."""

    while_stopped = Told.EVERYBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class SharingToResume(Event):
    """To who stopped it and is closed out: when it begins again; by their number the operator finds the place."""

    while_stopped = Told.NOBODY
    child: str
    number: str
    at: datetime


def may_resume(circle: Circle, person_id: int) -> bool:
    """Who has stopped it, alone and at once."""
    return circle.child.sharing_stopped and circle.child.sharing_stopped_by == person_id


def can_resume_alone(circle: Circle, author: Person | None, now: datetime) -> bool:
    """Whether who stopped it could start it again: not held, put out, gone, erased, closed, silent or lost for long."""
    place = circle.member(author.id) if author else None
    if author is None or place is None or place.is_closed:
        return False
    lost = author.unreachable_since is not None and now - author.unreachable_since >= LOST_FOR_GOOD
    return not lost and not was_silent_long(author.seen_on, now.date())


def may_ask_to_resume(circle: Circle, me: Member) -> bool:
    """Any other adult who may agree to anything, once the one who stopped it cannot start it again."""
    return circle.child.sharing_stopped and me.person_id != circle.child.sharing_stopped_by and me.may(Action.APPROVE)


def tell_stopped(circle: Circle, by: int) -> list[Notification]:
    """Everybody but who did it."""
    return [Notification(each.person_id, SharingStopped(circle.child.id), Lane.NOTICE) for each in _others(circle, by)]


def tell_to_resume(circle: Circle, at: datetime) -> list[Notification]:
    """Who stopped it hears of it where they are not asked: their place is closed, and rightly so or not."""
    author = next((each for each in circle.members if each.person_id == circle.child.sharing_stopped_by), None)
    if author is None or author.state != MemberState.ACTIVE or author.may(Action.APPROVE):
        return []
    return [Notification(author.person_id, SharingToResume(circle.child.name, number_of(author), at), Lane.NOTICE)]


def tell_resumed(circle: Circle, by: int | None) -> list[Notification]:
    """Everybody but who did it."""
    return [Notification(each.person_id, SharingResumed(circle.child.id), Lane.NOTICE) for each in _others(circle, by)]


def _others(circle: Circle, by: int | None) -> list[Member]:
    return [each for each in circle.active if each.person_id != by]
