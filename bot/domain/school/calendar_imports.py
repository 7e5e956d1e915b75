"""A school's calendar that comes as a file: what of its entries becomes a line, and why the others do not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.local_time import DAY
from bot.domain.notifications import Event, Told
from bot.domain.school.calendars import LONGEST, Day, DayKind, Problem, Wrong, day_of, kind_of, shortened
from bot.domain.school.roster_files import Unread

PURPOSE = "calendar"  # why a file is fetched
MOST = 1_000  # entries of a file; a school has some dozens
SERIES = 48  # days of what comes again: a school year of weeks; what comes oftener is no date of a school
TURNS = 6  # of what comes several days on end, such as the rehearsals of a week: so many times
AGAIN_WITHIN = timedelta(days=2 * 366)  # within which what comes every year comes once


class Repeats(StrEnum):
    """How often an entry comes."""

    ONCE = "once"
    SERIES = "series"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a file. An instant knows its zone, or stands on the school's own clock; `end` is not in it."""

    name: str
    begin: date | datetime | None
    end: date | datetime | None
    repeats: Repeats = Repeats.ONCE
    last: date | None = None  # of what repeats
    cancelled: bool = False
    begins: tuple[date | datetime, ...] = ()  # of what comes again, within the school year


@dataclass(frozen=True, slots=True)
class Window:
    """The days within which what comes again is looked for: from today to the end of the school year."""

    first: date
    last: date


Content = tuple[Entry, ...] | Unread


@dataclass(frozen=True, slots=True)
class CalendarFileWaits(Event):
    """It is being read."""

    while_stopped = Told.NOBODY
    school_id: int


@dataclass(frozen=True, slots=True)
class CalendarFileUnread(Event):
    """No calendar came of it, and what can be done instead."""

    while_stopped = Told.NOBODY
    school_id: int
    why: Unread


def window_in(details: Mapping[str, Any]) -> Window:
    """As a wish to read a file keeps it."""
    return Window(date.fromisoformat(details["first"]), date.fromisoformat(details["last"]))


def card_of(school_id: int) -> str:
    """The message in which a file is first being read, and then what it holds."""
    return f"calendar:{school_id}"


def days_of(entries: Sequence[Entry], zone: str, today: date) -> tuple[list[Day], list[Problem]]:
    """What is to come, the nearest first, what comes again behind it; and why the rest is left out."""
    days, again, wrong = list[Day](), list[list[Day]](), list[Problem]()
    for number, entry in enumerate(entries, start=1):
        found = _series(entry, zone, today) if entry.repeats == Repeats.SERIES else _day(entry, zone, today)
        if isinstance(found, Wrong):
            wrong.append(Problem(number, found, shortened(entry.name)))
        elif isinstance(found, Day):
            days.append(found)
        elif (joined := _joined(found))[0].kind == DayKind.HOLIDAY:
            days += joined
        else:
            again.append(found)
    free = [each for each in days if each.kind == DayKind.HOLIDAY]
    series = list[Day]()
    for each in again:
        kept = [day for day in each if not any(holiday.first <= day.first <= holiday.until for holiday in free)]
        series += _joined(kept)
        if len(kept) < len(each):
            wrong.append(Problem(0, Wrong.HOLIDAYS, shortened(each[0].name)))
    return [*sorted(days, key=_order), *sorted(series, key=_order)], wrong


def _order(day: Day) -> tuple[date, date]:
    return day.first, day.until


def _series(entry: Entry, zone: str, today: date) -> list[Day] | Wrong:
    """Each of its days that is to come this school year; or why none is taken."""
    if _span(entry, zone) is None:
        return Wrong.NO_DATE
    if entry.cancelled:
        return Wrong.CANCELLED
    found = [_day(each, zone, today) for each in _each_alone(entry)]
    days = [each for each in found if isinstance(each, Day)]
    if not days:
        return next((each for each in found if isinstance(each, Wrong)), Wrong.PAST)
    joined = _joined(days)
    too_long = any(each.until - each.first > LONGEST for each in joined)
    return Wrong.REPEATS if too_long or len(joined) > (SERIES if len(days) <= SERIES else TURNS) else days


def _joined(days: Sequence[Day]) -> list[Day]:
    """Days on end are one line, from the first to the last."""
    found: list[Day] = []
    for each in days:
        if found and each.first <= found[-1].until + DAY:
            until = max(found[-1].until, each.until)
            found[-1] = replace(found[-1], until=until, kind=kind_of(each.name, several=True))
        else:
            found.append(each)
    return found


def _each_alone(entry: Entry) -> Iterator[Entry]:
    for begin in entry.begins:
        # A begin and an end are both days or both instants; `_span` has made sure of it.
        end = entry.end and begin + (entry.end - entry.begin)  # type: ignore[operator]
        yield Entry(entry.name, begin, end)


def _day(entry: Entry, zone: str, today: date) -> Day | Wrong:
    span = _span(entry, zone)
    if span is None:
        return Wrong.NO_DATE
    if entry.cancelled:
        return Wrong.CANCELLED
    if entry.repeats == Repeats.ONCE:
        return day_of(*span, entry.name, today)
    return Wrong.PAST if entry.last and entry.last < today else Wrong.REPEATS


def _span(entry: Entry, zone: str) -> tuple[date, date] | None:
    """The first and the last day on the school's clock."""
    try:
        first, end = _on_clock(entry.begin, zone), _on_clock(entry.end, zone)
        if first is None:
            return None
        if end is None or end <= first:
            return _date(first), _date(first)
        last = end - timedelta(microseconds=1) if isinstance(end, datetime) else end - DAY
        return _date(first), _date(last)
    except (OverflowError, ValueError, TypeError):  # the year 1, or a day and an instant
        return None


def _on_clock(at: date | datetime | None, zone: str) -> date | datetime | None:
    """Without its zone, so that all are compared on one clock."""
    if isinstance(at, datetime) and at.tzinfo is not None:
        return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return at


def _date(at: date | datetime) -> date:
    return at.date() if isinstance(at, datetime) else at
