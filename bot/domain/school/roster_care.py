"""One line of a class's list: renamed, found to be another line's child, moved to another class, taken off."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.circle.circles import Circle
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.rosters import Line, Pupil
from bot.domain.school.schools import family

RENAMING = "roster_name"  # the dialogue in which one line is written anew
BACK_WITHIN = timedelta(days=1)
# What only whoever teaches the class may read, of its list altogether.
OF_LISTS = frozenset(
    {
        *("RosterShown", "RosterAsked", "RosterRead", "RosterTaken", "LineAsked", "LinesShown", "LineOff"),
        *("LineShown", "LineNameAsked", "LineRenamed", "SameLineAsked", "LinesJoined", "LineClassAsked"),
        "TwoFamiliesAsked",
        *("RosterFileWaits", "RosterFileAsked", "RosterFileUnread", "LineMoved", "LineArrived"),
    }
)


@dataclass(frozen=True, slots=True)
class Before:
    """What a line was before it was changed last."""

    line: Line
    class_id: int


@dataclass(frozen=True, slots=True)
class LinesShown(Event):
    """Which line?"""

    while_stopped = Told.NOBODY
    class_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class LineShown(Event):
    """One line, and what can be done with it."""

    while_stopped = Told.NOBODY
    class_id: int
    pupil_id: int


@dataclass(frozen=True, slots=True)
class LineNameAsked(Event):
    """How is it written?"""

    while_stopped = Told.NOBODY
    class_id: int
    pupil_id: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class LineRenamed(Event):
    """As it reads now, and the way back."""

    while_stopped = Told.NOBODY
    class_id: int
    pupil_id: int


@dataclass(frozen=True, slots=True)
class SameLineAsked(Event):
    """Which other line is the same child?"""

    while_stopped = Told.NOBODY
    class_id: int
    pupil_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class TwoFamiliesAsked(Event):
    """Both lines have a family: is it one child with two, who go on knowing nothing of each other here?"""

    while_stopped = Told.NOBODY
    class_id: int
    pupil_id: int
    other_id: int


@dataclass(frozen=True, slots=True)
class LinesJoined(Event):
    """Two lines are one now; `other_id` went."""

    while_stopped = Told.NOBODY
    class_id: int
    pupil_id: int
    other_id: int


@dataclass(frozen=True, slots=True)
class LineClassAsked(Event):
    """To which class of the school?"""

    while_stopped = Told.NOBODY
    class_id: int
    pupil_id: int


@dataclass(frozen=True, slots=True)
class LineMoved(Event):
    """To who has moved it: where it stands now, who is told, and the way back; `class_id` is where it stood."""

    while_stopped = Told.NOBODY
    class_id: int
    pupil_id: int


@dataclass(frozen=True, slots=True)
class LineArrived(Event):
    """To who teaches the other class; where it has gone back before that was read, nothing is."""

    while_stopped = Told.NOBODY
    class_id: int
    pupil_id: int


@dataclass(frozen=True, slots=True)
class ClassChanged(Event):
    """To the family: the child is in another class of its school now; `class_id` is that class."""

    while_stopped = Told.AT_HOME
    class_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class LineOff(Event):
    """Taken off; the family, where there is one, stays in the class."""

    while_stopped = Told.NOBODY
    class_id: int
    pupil_id: int


def may_undo(changed_at: datetime | None, now: datetime) -> bool:
    """Whether a change of a line can still be taken back."""
    return changed_at is not None and now < changed_at + BACK_WITHIN


def are_two_families(one: Pupil, other: Pupil) -> bool:
    """Whether each of two lines is another child of a family that has joined."""
    return one.child_id is not None and other.child_id not in {None, one.child_id}


def tell_changed(circle: Circle, class_id: int) -> list[Notification]:
    """The family, once: whoever has not read of it when it is taken back reads only where the child is in the end."""
    about, card = ClassChanged(class_id, circle.child.id), f"class_changed:{circle.child.id}"
    return [Notification(each.person_id, about, Lane.NOTICE, card, written=True) for each in family(circle)]


def tell_moved(teachers: Iterable[int], class_id: int, pupil_id: int) -> list[Notification]:
    """Who teaches the class that it has left, but for who has moved it."""
    about = LineMoved(class_id, pupil_id)
    return [Notification(each, about, Lane.NOTICE, f"line:{pupil_id}", written=True) for each in teachers]


def tell_arrived(teachers: Iterable[int], class_id: int, pupil_id: int, by: int) -> list[Notification]:
    """Who teaches the class, but for who has done it."""
    about = LineArrived(class_id, pupil_id)
    return [Notification(each, about, Lane.NOTICE, f"line:{pupil_id}", written=True) for each in teachers if each != by]
