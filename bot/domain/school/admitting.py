"""The teacher says which of the children who wait are in the class: one, or all at once, and it can be taken back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.circle.circles import Circle
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.schools import family

BACK_WITHIN = timedelta(days=1)
ONE_CARD_FOR = timedelta(hours=1)  # families who ask on one afternoon stand on one card, and ring once


@dataclass(frozen=True, slots=True)
class EnrolmentsAsked(Event):
    """The teacher sees who waits: call names and the role of who asks, no more."""

    while_stopped = Told.AT_HOME
    class_id: int


@dataclass(frozen=True, slots=True)
class EnrolmentAsked(Event):
    """The teacher sees one of several who wait, with the lines of the list that it may be."""

    while_stopped = Told.AT_HOME
    class_id: int
    enrolment_id: int


@dataclass(frozen=True, slots=True)
class EnrolmentDecided(Event):
    """What the teacher sees after one yes or no, and who still waits."""

    while_stopped = Told.AT_HOME
    class_id: int
    child_id: int
    welcome: bool


@dataclass(frozen=True, slots=True)
class EnrolmentsAccepted(Event):
    """What the teacher sees after a yes to all; `enrolment_id` is one of them, and stands for all of that tap."""

    while_stopped = Told.AT_HOME
    class_id: int
    enrolment_id: int


@dataclass(frozen=True, slots=True)
class PupilWelcomed(Event):
    """The family reads that the child is in the class now."""

    while_stopped = Told.AT_HOME
    enrolment_id: int
    class_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class PupilWaitsAgain(Event):
    """The family reads that it was too early: the teacher looks once more."""

    while_stopped = Told.AT_HOME
    enrolment_id: int
    class_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class PupilRefused(Event):
    """The teacher did not confirm; told to who asked."""

    while_stopped = Told.AT_HOME
    class_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class PupilOutAsked(Event):
    """Is it meant? The family reads it."""

    while_stopped = Told.NOBODY
    class_id: int
    pupil: int


@dataclass(frozen=True, slots=True)
class PupilOut(Event):
    """To the teacher: out, and the way back."""

    while_stopped = Told.NOBODY
    class_id: int
    enrolment_id: int


@dataclass(frozen=True, slots=True)
class PupilTakenOut(Event):
    """To the family: the school says that the child is in the class no more."""

    while_stopped = Told.AT_HOME
    enrolment_id: int
    class_id: int
    child_id: int


Standing = EnrolmentsAsked | EnrolmentDecided | EnrolmentsAccepted  # what a teacher's card of who waits shows


def card_of(class_id: int) -> str:
    """The message in which a teacher sees who waits."""
    return f"enrol:{class_id}"


def may_take_back(since: datetime | None, now: datetime) -> bool:
    """Whether a yes can still be taken back."""
    return since is not None and now < since + BACK_WITHIN


def tell_changed(about: Standing, to: Iterable[int]) -> list[Notification]:
    """Another teacher has answered, or more is known of who waits: the card says so where it stands, silently."""
    card = card_of(about.class_id)
    return [Notification(each, about, Lane.REPLY, card, edits_card=True) for each in to]


def tell_asked(class_id: int, teacher: int, shown_at: datetime | None, now: datetime) -> list[Notification]:
    """Ask the teacher: in a card that stands since a short while, where there is one."""
    fresh = shown_at is not None and now < shown_at + ONE_CARD_FOR
    about = EnrolmentsAsked(class_id)
    return [Notification(teacher, about, Lane.NOTICE, card_of(class_id), edits_card=fresh, written=True)]


def tell_welcomed(circle: Circle, enrolment_id: int, class_id: int) -> list[Notification]:
    """The family."""
    return _tell_family(circle, PupilWelcomed(enrolment_id, class_id, circle.child.id))


def tell_waits_again(circle: Circle, enrolment_id: int, class_id: int) -> list[Notification]:
    """The same people; who has not read the first reads only this."""
    return _tell_family(circle, PupilWaitsAgain(enrolment_id, class_id, circle.child.id))


def tell_taken_out(circle: Circle, enrolment_id: int, class_id: int) -> list[Notification]:
    """The family; where it is put back before they read it, they read only that."""
    return _tell_family(circle, PupilTakenOut(enrolment_id, class_id, circle.child.id))


def tell_refused(circle: Circle, class_id: int, asked_by: int | None) -> list[Notification]:
    """Who asked, and nobody else."""
    refused = PupilRefused(class_id, circle.child.id)
    asked = [each.person_id for each in family(circle) if each.person_id == asked_by]
    return [Notification(each, refused, Lane.NOTICE, written=True) for each in asked]


def _tell_family(circle: Circle, about: PupilWelcomed | PupilWaitsAgain | PupilTakenOut) -> list[Notification]:
    card = f"enrolled:{about.enrolment_id}"
    return [Notification(each.person_id, about, Lane.NOTICE, card, written=True) for each in family(circle)]


def mark_of(waiting: Mapping[int, int | None]) -> int:
    """Stands on a button for all who wait, each as a line of the list: a yes is one to nobody and nothing else."""
    return sum(each * each + 7 * (line or 0) * each for each, line in waiting.items()) % 1_000_003


def numbered(there: Sequence[str], waiting: Sequence[str]) -> list[tuple[str, int]]:
    """Which one of its name each child who waits would be, were all of them taken in."""
    names = [*there, *waiting]
    return [(each, names[: len(there) + place + 1].count(each)) for place, each in enumerate(waiting)]
