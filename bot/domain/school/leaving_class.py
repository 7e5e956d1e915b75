"""A family takes its child out of a class: asked first, told to all whom it concerns, and undone for a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.circle.circles import Circle
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.schools import family

BACK_WITHIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ClassOfChildShown(Event):
    """A family's page of a class: with whom it is, what the school sees, and the way out."""

    while_stopped = Told.AT_HOME
    enrolment_id: int
    class_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class ClassLeaveAsked(Event):
    """Is it meant? It is for all adults of the family."""

    while_stopped = Told.AT_HOME
    enrolment_id: int
    class_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class PupilLeft(Event):
    """To each adult of the family: the child is out of the class, by whom, and the way back."""

    while_stopped = Told.AT_HOME
    enrolment_id: int
    class_id: int
    child_id: int
    by: int


@dataclass(frozen=True, slots=True)
class PupilBack(Event):
    """To each adult of the family: the child is in the class again."""

    while_stopped = Told.AT_HOME
    enrolment_id: int
    class_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class PupilMoved(Event):
    """To the teacher: a family has left the class, or is back; as it stands when it is read, and no word of who."""

    while_stopped = Told.AT_HOME
    enrolment_id: int
    class_id: int
    child_id: int


def may_come_back(state: EnrolmentState, since: datetime | None, now: datetime) -> bool:
    """Whether a child who has left is back with one tap, without asking the teacher anew."""
    return state == EnrolmentState.LEFT and since is not None and now < since + BACK_WITHIN


def card_of(enrolment_id: int) -> str:
    """The message in which somebody reads that a child has left a class, and then that it is back."""
    return f"class_left:{enrolment_id}"


def tell_left(circle: Circle, enrolment_id: int, class_id: int, by: int, teachers: Iterable[int]) -> list[Notification]:
    """The other adults of the family, and who teaches the class."""
    return _tell(circle, PupilLeft(enrolment_id, class_id, circle.child.id, by), by, teachers)


def tell_back(circle: Circle, enrolment_id: int, class_id: int, by: int, teachers: Iterable[int]) -> list[Notification]:
    """The same people."""
    return _tell(circle, PupilBack(enrolment_id, class_id, circle.child.id), by, teachers)


def _tell(circle: Circle, about: PupilLeft | PupilBack, by: int, teachers: Iterable[int]) -> list[Notification]:
    card, here = card_of(about.enrolment_id), [each.person_id for each in family(circle)]
    told = [Notification(each, about, Lane.NOTICE, card, written=True) for each in here if each != by]
    moved = PupilMoved(about.enrolment_id, about.class_id, about.child_id)
    return [*told, *tell_moved(moved, [each for each in teachers if each not in here])]


def tell_moved(moved: PupilMoved, teachers: Iterable[int]) -> list[Notification]:
    """Who teaches the class; where it is as before when they read it, they read that."""
    return [Notification(each, moved, Lane.NOTICE, card_of(moved.enrolment_id), written=True) for each in teachers]
