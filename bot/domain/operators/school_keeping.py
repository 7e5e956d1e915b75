"""A coordinator keeps the schools: brings them in, renames and closes them, and lets somebody lead them."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.notifications import Event, Lane, Notification, Told

NAMING = "op_school"  # the dialogue in which a school is given its name
K = 10  # of fewer households no number is told: it could be said whose they are


def told(count: int) -> int | None:
    """A number of households as an operator may read it; none where there are few."""
    return count if count >= K else None


@dataclass(frozen=True, slots=True)
class SchoolNameAsked(Event):
    """The one thing that is typed; `school_id` is 0 for a new school."""

    while_stopped = Told.NOBODY
    school_id: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class SchoolKept(Event):
    """One school, and what can be done with it."""

    while_stopped = Told.NOBODY
    school_id: int


@dataclass(frozen=True, slots=True)
class LeadInvited(Event):
    """The message that is forwarded to who leads a school from then on."""

    while_stopped = Told.NOBODY
    school_id: int
    token: str


@dataclass(frozen=True, slots=True)
class SchoolCloseAsked(Event):
    """Is it meant?"""

    while_stopped = Told.NOBODY
    school_id: int


@dataclass(frozen=True, slots=True)
class StaffOutAsked(Event):
    """Is it meant?"""

    while_stopped = Told.NOBODY
    staff_id: int


@dataclass(frozen=True, slots=True)
class ClassClosed(Event):
    """To the families: the class is no longer here, since its school is not."""

    while_stopped = Told.AT_HOME
    class_id: int


def tell_closed(class_id: int, families: Iterable[int]) -> list[Notification]:
    """One line to each adult of the families."""
    return [Notification(each, ClassClosed(class_id), Lane.NOTICE, written=True) for each in families]
