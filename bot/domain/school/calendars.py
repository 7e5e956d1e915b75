"""The calendar of a school: holidays, exams and events."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.circle.circles import Circle
from bot.domain.local_time import DAY, at_wall_clock
from bot.domain.names import clean_title
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.calendar_words import EXAM, FEAST, HOLIDAY, SEASON
from bot.domain.school.schools import family

PASTING = "school_calendar"  # the dialogue in which lines are pasted
MOST = 120  # days of one school
LONGEST = timedelta(days=120)
FARTHEST = timedelta(days=2 * 366)  # later is a slip of the pen
BACK_WITHIN = timedelta(days=1)
TOLD_AT = 17 * 60  # on the school's clock, the day before
TOLD_FOR = timedelta(hours=20)  # on the day itself it is known


class DayKind(StrEnum):
    """What a day is: without lessons, with an exam, or with something else."""

    HOLIDAY = "holiday"
    EXAM = "exam"
    EVENT = "event"


EDGE = " \t,;:，；：、|-–—.\"'“”=+@"


class Wrong(StrEnum):
    """Why a line is not taken."""

    NO_DATE = "no date"
    NO_NAME = "no name"
    PAST = "past"
    BACKWARDS = "backwards"
    TOO_LONG = "too long"
    FAR = "far"
    TWICE = "twice"
    UNCLEAR = "unclear"
    REPEATS = "repeats"
    HOLIDAYS = "holidays"
    CANCELLED = "cancelled"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Day:
    """A line as it was read; `until` is its last day."""

    first: date
    until: date
    kind: DayKind
    name: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that is not taken: the how-manieth it is, why, and its beginning."""

    line: int
    wrong: Wrong
    words: str


@dataclass(frozen=True, slots=True)
class SchoolDay:
    """A line of the calendar as it is kept."""

    id: int
    school_id: int
    day: Day
    added_at: datetime
    told_class: int  # families of the classes up to this number have read of it


@dataclass(frozen=True, slots=True)
class CalendarShown(Event):
    """What is to come at a school, for whoever works there."""

    while_stopped = Told.NOBODY
    school_id: int


@dataclass(frozen=True, slots=True)
class CalendarAsked(Event):
    """Paste the calendar."""

    while_stopped = Told.NOBODY
    school_id: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class CalendarRead(Event):
    """What was understood, before anything is kept."""

    while_stopped = Told.NOBODY
    school_id: int


@dataclass(frozen=True, slots=True)
class CalendarTaken(Event):
    """Kept, and the way back; `day_id` is one of the lines, and stands for all of that tap."""

    while_stopped = Told.NOBODY
    school_id: int
    day_id: int


@dataclass(frozen=True, slots=True)
class SchoolDayShown(Event):
    """One line: what it is, and the way to change it."""

    while_stopped = Told.NOBODY
    school_id: int
    day_id: int


@dataclass(frozen=True, slots=True)
class SchoolDayNear(Event):
    """A family, the evening before: one line, for each of its children."""

    while_stopped = Told.AT_HOME
    hushed = True
    silent = True
    day_id: int
    child_id: int


def day_of(first: date, until: date, words: str, today: date) -> Day | Wrong:
    """A line of the calendar, or why it is none."""
    name = clean_title(words.strip(EDGE))
    if not name:
        return Wrong.NO_NAME
    if max(first, until) < today:
        return Wrong.PAST
    if until < first:
        return Wrong.BACKWARDS
    if until - first > LONGEST:
        return Wrong.TOO_LONG
    kind = kind_of(name, several=first < until)
    return Wrong.FAR if first - today > FARTHEST else Day(first, until, kind, name)


def beside(days: Iterable[Day], there: Iterable[Day]) -> tuple[list[Day], list[Problem]]:
    """What is new of these lines, and what stands there already or has no room any more."""
    kept = list(there)
    seen, found, wrong = {_key(each) for each in kept}, list[Day](), list[Problem]()
    for day in days:
        why = Wrong.TWICE if _key(day) in seen else Wrong.FULL if len(seen) >= MOST else None
        if why:
            wrong.append(Problem(0, why, shortened(day.name)))
        else:
            seen.add(_key(day))
            found.append(day)
    return found, wrong


def days_in(rows: Iterable[tuple[str, str, str, str]]) -> list[Day]:
    """Lines as a dialogue keeps them until the tap."""
    return [
        Day(date.fromisoformat(first), date.fromisoformat(until), DayKind(kind), name)
        for first, until, kind, name in rows
    ]


def _key(day: Day) -> tuple[date, date, str]:
    return day.first, day.until, "".join(day.name.casefold().split())


def shortened(words: str) -> str:
    """The beginning of a line, by which its writer knows it."""
    return " ".join(words.split())[:20]


def kind_of(name: str, *, several: bool = False) -> DayKind:
    """By its words, of several days also by a season alone; the teacher sees it, and changes it with a tap."""
    if HOLIDAY.search(name) or FEAST.fullmatch(name) or (several and SEASON.fullmatch(name)):
        return DayKind.HOLIDAY
    return DayKind.EXAM if EXAM.search(name) else DayKind.EVENT


def next_kind(kind: DayKind) -> DayKind:
    """What a tap makes of it."""
    every = list(DayKind)
    return every[(every.index(kind) + 1) % len(every)]


def told_at(day: Day, now: datetime, zone: str) -> datetime | None:
    """When families read of it: the evening before; nothing of one that has begun."""
    at = at_wall_clock(day.first - DAY, TOLD_AT, zone)
    begins = at_wall_clock(day.first, 7 * 60, zone)
    return max(at, now) if now < begins else None


def may_undo(added_at: datetime, now: datetime) -> bool:
    """Within the day."""
    return now - added_at < BACK_WITHIN


def tell_near(found: SchoolDay, circles: Iterable[Circle]) -> list[Notification]:
    """One line for each adult of a family, at a time of day that suits them."""
    return [
        Notification(
            each.person_id,
            SchoolDayNear(found.id, circle.child.id),
            Lane.BULK,
            merge=f"school_day:{found.day.first.isoformat()}",
            expires_in=TOLD_FOR,
        )
        for circle in circles
        for each in family(circle)
    ]
