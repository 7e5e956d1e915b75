"""A family takes its child out of a class: asked first, told to all whom it concerns, and undone for a day."""

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


def tell_left(circle: Circle, enrolment_id: int, class_id: int, by: int, teacher: int | None) -> list[Notification]:
    """The other adults of the family, and the teacher."""
    about = PupilLeft(enrolment_id, class_id, circle.child.id, by)
    return _tell(circle, about, PupilMoved(enrolment_id, class_id, circle.child.id), by, teacher)


def tell_back(circle: Circle, enrolment_id: int, class_id: int, by: int, teacher: int) -> list[Notification]:
    """The same people."""
    about = PupilBack(enrolment_id, class_id, circle.child.id)
    return _tell(circle, about, PupilMoved(enrolment_id, class_id, circle.child.id), by, teacher)


def _tell(
    circle: Circle, about: PupilLeft | PupilBack, moved: PupilMoved, by: int, teacher: int | None
) -> list[Notification]:
    card = card_of(about.enrolment_id)
    others = [each.person_id for each in family(circle) if each.person_id != by]
    told = [Notification(each, about, Lane.NOTICE, card, written=True) for each in others]
    return [*told, *([] if teacher is None else [Notification(teacher, moved, Lane.NOTICE, card, written=True)])]
