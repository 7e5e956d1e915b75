"""The calendar of a school: holidays, exams and events, read from lines as people write them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.circle.circles import Circle
from bot.domain.local_time import DAY, at_wall_clock
from bot.domain.names import clean_title
from bot.domain.notifications import Event, Lane, Notification, Told
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


_HOLIDAY = re.compile(
    r"holiday|vacation|half[ -]?term|\bbreak\b|no school|day off|放假|假期|寒假|暑假|春节|国庆|каникул|выходн|праздник"
    r"|ta.?til|bayram|dam olish",
    re.IGNORECASE,
)
_EXAM = re.compile(r"exam|\btests?\b|quiz|考|экзамен|контрольн|зач[её]т|imtihon|nazorat", re.IGNORECASE)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan янв yan", "feb фев fev", "mar мар", "apr апр", "may мая май", "jun июн iyun", "jul июл iyul"),
            *("aug авг avg", "sep сен", "oct окт okt", "nov ноя noy", "dec дек dek"),
        ),
        start=1,
    )
    for name in names.split()
}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATES = (
    r"(?P<y1>\d{4})[-./年](?P<m1>\d{1,2})[-./月](?P<d1>\d{1,2})日?",
    r"(?P<m2>\d{1,2})月(?P<d2>\d{1,2})[日号]?",
    r"(?P<d3>\d{1,2})[./](?P<m3>\d{1,2})\.?(?:[./]?(?P<y3>\d{4}))?",
    rf"(?P<d4>\d{{1,2}})\.?\s+(?P<n4>{_NAME})[^\W\d_]*\.?(?:\s+(?P<y4>\d{{4}}))?",
    rf"(?P<n5>{_NAME})[^\W\d_]*\.?\s+(?P<d5>\d{{1,2}})(?:,?\s+(?P<y5>\d{{4}}))?",
)
_FIRST = re.compile(rf"\s*(?:{'|'.join(_DATES)})\s*", re.IGNORECASE)
_UNTIL = re.compile(r"(?:[-–—~～]|to\b|until\b|至|到|по\b|до\b|dan\b)\s*", re.IGNORECASE)
_ONLY_DAY = re.compile(r"\s*(\d{1,2})[日号]?(?!\d)\s*")
_EDGE = " \t,;:，；：、|-–—.\"'“”=+@"


class Wrong(StrEnum):
    """Why a line is not taken."""

    NO_DATE = "no date"
    NO_NAME = "no name"
    PAST = "past"
    TOO_LONG = "too long"
    FAR = "far"
    TWICE = "twice"
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


def read(text: str, today: date) -> tuple[list[Day], list[Problem]]:
    """What is right of some lines, and why the others are not taken."""
    days: list[Day] = []
    wrong: list[Problem] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        found = _line(line, today)
        if isinstance(found, Day):
            days.append(found)
        else:
            wrong.append(Problem(number, found, shortened(line)))
    return days, wrong


def _line(line: str, today: date) -> Day | Wrong:
    at = _FIRST.match(line)
    first = _date(at, today) if at else None
    if at is None or first is None:
        return Wrong.NO_DATE
    rest, until = line[at.end() :], first
    if to := _UNTIL.match(rest):
        after = _FIRST.match(rest, to.end())
        end = _date(after, first) if after else None
        if after and end:
            rest, until = rest[after.end() :], end
        elif (only := _ONLY_DAY.match(rest, to.end())) and (end := _same_month(first, int(only[1]))):
            rest, until = rest[only.end() :], end
    return day_of(first, until, rest, today)


def day_of(first: date, until: date, words: str, today: date) -> Day | Wrong:
    """A line of the calendar, or why it is none."""
    name = clean_title(words.strip(_EDGE))
    if not name:
        return Wrong.NO_NAME
    if max(first, until) < today:
        return Wrong.PAST
    if until < first or until - first > LONGEST:
        return Wrong.TOO_LONG
    return Wrong.FAR if first - today > FARTHEST else Day(first, until, kind_of(name), name)


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


def _date(found: "re.Match[str]", after: date) -> date | None:
    """Without a year it is the next one of that name, counted from some weeks before `after`."""
    parts = {name: value for name, value in found.groupdict().items() if value}
    values = {name[0]: value for name, value in parts.items()}
    month = _MONTHS[values["n"].lower()] if "n" in values else int(values["m"])
    years = [int(values["y"])] if "y" in values else [after.year, after.year + 1]
    for year in years:
        try:
            day = date(year, month, int(values["d"]))
        except ValueError:
            return None
        if "y" in values or after - day <= timedelta(days=60):
            return day
    return None


def _same_month(first: date, day: int) -> date | None:
    try:
        return first.replace(day=day)
    except ValueError:
        return None


def kind_of(name: str) -> DayKind:
    """By its words; the teacher sees it, and changes it with a tap."""
    if _HOLIDAY.search(name):
        return DayKind.HOLIDAY
    return DayKind.EXAM if _EXAM.search(name) else DayKind.EVENT


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
