"""A school's calendar that comes as a file: what of its entries becomes a line, and why the others do not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.local_time import DAY
from bot.domain.notifications import Event, Told
from bot.domain.school.calendars import Day, DayKind, Problem, Wrong, day_of, shortened
from bot.domain.school.roster_files import Unread

PURPOSE = "calendar"  # why a file is fetched
MOST = 1_000  # entries of a file; a school has some dozens
SERIES = 48  # days of one that comes weekly: a school year of weeks; what comes oftener is no date of a school
_LEAP = 8  # years at most between two days of one name


class Repeats(StrEnum):
    """How often an entry comes."""

    ONCE = "once"
    YEARLY = "yearly"
    WEEKLY = "weekly"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a file. An instant knows its zone, or stands on the school's own clock; `end` is not in it."""

    name: str
    begin: date | datetime | None
    end: date | datetime | None
    repeats: Repeats = Repeats.ONCE
    last: date | None = None  # of what repeats
    but: frozenset[date] = frozenset()  # days on which it does not come, or comes in an entry of its own
    cancelled: bool = False
    begins: tuple[date | datetime, ...] = ()  # of what comes weekly, within the school year


@dataclass(frozen=True, slots=True)
class Window:
    """The days within which what comes weekly is looked for: from today to the end of the school year."""

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


def window_in(details: Mapping[str, Any]) -> Window | None:
    """As a wish to read a file keeps it."""
    if "first" not in details:
        return None
    return Window(date.fromisoformat(details["first"]), date.fromisoformat(details["last"]))


def card_of(school_id: int) -> str:
    """The message in which a file is first being read, and then what it holds."""
    return f"calendar:{school_id}"


def days_of(entries: Sequence[Entry], zone: str, today: date) -> tuple[list[Day], list[Problem]]:
    """What is to come, the nearest first, what comes weekly behind it; and why the rest is left out."""
    days, series, wrong = list[Day](), list[Day](), list[Problem]()
    for number, entry in enumerate(entries, start=1):
        found = _week_days(entry, zone, today) if entry.repeats == Repeats.WEEKLY else _day(entry, zone, today)
        if isinstance(found, Day):
            days.append(found)
        elif isinstance(found, list):
            series += found
        else:
            wrong.append(Problem(number, found, shortened(entry.name)))
    free = [each for each in days if each.kind == DayKind.HOLIDAY]
    kept = [each for each in series if not any(holiday.first <= each.first <= holiday.until for holiday in free)]
    lost = {each.name: each for each in series if each not in kept}
    wrong += [Problem(0, Wrong.HOLIDAYS, shortened(name)) for name in lost]
    return [*sorted(days, key=_order), *sorted(kept, key=_order)], wrong


def _order(day: Day) -> tuple[date, date]:
    return day.first, day.until


def _week_days(entry: Entry, zone: str, today: date) -> list[Day] | Wrong:
    """Each of its days that is to come this school year; or why none is taken."""
    span = _span(entry, zone)
    if span is None:
        return Wrong.NO_DATE
    if entry.cancelled:
        return Wrong.CANCELLED
    if len(entry.begins) > SERIES:
        return Wrong.REPEATS
    found = [_day(each, zone, today) for each in _each_alone(entry)]
    days = [each for each in found if isinstance(each, Day)]
    return days or next((each for each in found if isinstance(each, Wrong)), Wrong.PAST)


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
    if entry.last and entry.last < today:
        return Wrong.PAST
    if entry.repeats == Repeats.OTHERWISE:
        return Wrong.REPEATS
    first = next((each for each in _years(span[0], today) if _comes(entry, each, span[1] - span[0], today)), None)
    return day_of(first, first + (span[1] - span[0]), entry.name, today) if first else Wrong.PAST


def _comes(entry: Entry, first: date, length: timedelta, today: date) -> bool:
    return first + length >= today and first not in entry.but and (entry.last is None or first <= entry.last)


def _years(first: date, today: date) -> Iterator[date]:
    """The same day of each year that could be the next."""
    begins = max(first.year, today.year - 1)
    for year in range(begins, begins + _LEAP + 2):
        try:
            yield first.replace(year=year)
        except ValueError:  # 29 February
            continue


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
