"""Schools, their classes, and how a child comes into one: the family agrees, the teacher confirms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.local_time import at_wall_clock, local
from bot.domain.notifications import Event, Told

NAMING = "class_name"  # the dialogue in which a class is given its name
LINKS_A_DAY = 40  # a lead hands out a code to each teacher on one afternoon

# The clock of a school before any family has said where it lives: by the language its teacher reads.
_ZONE_OF = {"zh_Hans": "Asia/Shanghai"}


@dataclass(frozen=True, slots=True)
class SchoolJoined(Event):
    """Somebody has opened the school's link: the lead, or a teacher."""

    while_stopped = Told.AT_HOME
    school_id: int
    lead: bool


@dataclass(frozen=True, slots=True)
class SchoolLinkOwn(Event):
    """Who made a school's link, or teaches behind it, has opened it."""

    while_stopped = Told.AT_HOME


@dataclass(frozen=True, slots=True)
class TeacherInvited(Event):
    """A message to be forwarded to one teacher, with a link that works once."""

    while_stopped = Told.AT_HOME
    school_id: int
    token: str


@dataclass(frozen=True, slots=True)
class ClassNameAsked(Event):
    """What is the class called?"""

    while_stopped = Told.AT_HOME
    again: bool = False


@dataclass(frozen=True, slots=True)
class ClassOpened(Event):
    """The class stands; its poster comes next. `wanted` is the name that was typed."""

    while_stopped = Told.AT_HOME
    class_id: int
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class PosterMade(Event):
    """The class's link as a QR code and as text; to be printed or forwarded."""

    while_stopped = Told.AT_HOME
    takes_long = True
    class_id: int
    token: str


@dataclass(frozen=True, slots=True)
class PosterRenewed(Event):
    """The posters before this one let nobody in any more; the new one comes next."""

    while_stopped = Told.AT_HOME
    class_id: int


@dataclass(frozen=True, slots=True)
class ClassPageMade(Event):
    """The same link as a page for a wall."""

    while_stopped = Told.AT_HOME
    takes_long = True
    class_id: int
    token: str


@dataclass(frozen=True, slots=True)
class ClassShown(Event):
    """The teacher's menu of one class."""

    while_stopped = Told.AT_HOME
    class_id: int


@dataclass(frozen=True, slots=True)
class FamilyFirst(Event):
    """Somebody without a child here has opened a class's link; `waits`: they wait to be let in to a family."""

    while_stopped = Told.AT_HOME
    class_id: int
    waits: bool = False


@dataclass(frozen=True, slots=True)
class PupilAsked(Event):
    """Which of the children goes to this class?"""

    while_stopped = Told.AT_HOME
    class_id: int
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SchoolConsentAsked(Event):
    """The child, the class, and what the school then may do and see."""

    while_stopped = Told.AT_HOME
    class_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class SchoolConsentRefused(Event):
    """The family would rather not; nothing was shown to the school."""

    while_stopped = Told.AT_HOME
    child_id: int


@dataclass(frozen=True, slots=True)
class EnrolmentWaits(Event):
    """The teacher is asked."""

    while_stopped = Told.AT_HOME
    class_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class EnrolledAlready(Event):
    """The child is in that class."""

    while_stopped = Told.AT_HOME
    class_id: int
    child_id: int


def told_apart(pupils: Sequence[tuple[int, str]]) -> dict[int, str]:
    """Children by the names that a teacher reads: who is called the same has a number, by when they came.

    Those who have left count too, so that nobody's number ever becomes another child's.
    """
    same: dict[str, list[int]] = {}
    for child, name in pupils:
        same.setdefault(name, []).append(child)
    return {child: f"{name} {same[name].index(child) + 1}" if len(same[name]) > 1 else name for child, name in pupils}


def school_year_end(now: datetime, zone: str) -> datetime:
    """The end of the next 31 July on the school's clock; a class opened in July is one of the year to come."""
    today = local(now, zone).date()
    return at_wall_clock(date(today.year + (today.month >= 7), 8, 1), 0, zone)


def clock_of(school_zone: str | None, person_zone: str | None, language: str) -> str:
    """A school's clock: its own, else that of who asks, else the one where their language is read."""
    return school_zone or person_zone or _ZONE_OF.get(language, "UTC")


def may_enrol(member: Member) -> bool:
    """Whether this adult may take the child into a class and out of it."""
    return member.may(Action.ENROL)


def family(circle: Circle) -> tuple[Member, ...]:
    """The adults to whom a school's notices go."""
    return tuple(each for each in circle.active if may_enrol(each))
