"""Entries of a calendar file (RFC 5545), as whatever program has written it."""

import contextlib
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from bot.domain.school.calendar_imports import MOST, Content, Entry, Repeats, Window
from bot.domain.school.roster_files import CELL, Readings, Unread
from bot.sheets import charsets

_FOLD = re.compile(rb"\r?\n[ \t]")  # may stand in the midst of a letter
_ENDS = "END:VCALENDAR"
_WEEKLY = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY"}
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_TURNS = 2_000  # weeks after its first: nobody has kept a calendar for so long
_SIMPLE = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYMONTHDAY"}
T = TypeVar("T")


def entries_of(content: bytes, window: Window | None = None) -> Content:
    """Each entry with a date or without; of one that is cut off all that is whole; what comes weekly in the window."""
    if not content.strip():
        return Unread.EMPTY
    found = charsets.decoded(content if b"\0" in content else _FOLD.sub(b"", content))
    if isinstance(found, Readings):
        found = content.decode(found.found[0][0], errors="replace"), ""
    if isinstance(found, Unread) or "BEGIN:VCALENDAR" not in found[0].upper():
        return Unread.NO_LIST
    return _entries(found[0].lstrip("\ufeff"), window)


def _entries(text: str, window: Window | None) -> Content:
    from icalendar import Calendar  # noqa: PLC0415 - few ever send one

    if text.upper().count("BEGIN:VEVENT") > MOST:
        return Unread.TOO_MUCH
    if _ENDS not in text.upper():
        head, end, _cut = text.rpartition("END:VEVENT")
        text = f"{head}{end}\r\n{_ENDS}\r\n"
    try:
        found: list[Any] = [event for each in Calendar.from_ical(text, multiple=True) for event in each.walk("VEVENT")]
    except (ValueError, IndexError, KeyError):
        return Unread.NO_LIST
    moved = {(str(each.get("UID")), _day(each["RECURRENCE-ID"].dt)) for each in found if _is_moved(each)}
    return tuple(_entry(each, moved, window) for each in found) or Unread.EMPTY


def _is_moved(event: Any) -> bool:
    return hasattr(event.get("RECURRENCE-ID"), "dt")


def _entry(event: Any, moved: set[tuple[str, date]], window: Window | None) -> Entry:
    begin = _tried(lambda: event.start)
    but = {_day(_beside(begin, each)) for each in _tried(lambda: event.exdates) or []}
    if not _is_moved(event):
        but |= {day for uid, day in moved if uid == str(event.get("UID"))}
    repeats, last = _repeats(event, begin)
    begins: tuple[date | datetime, ...] = ()
    if repeats == Repeats.OTHERWISE and window is not None and begin is not None:
        found = _tried(lambda: _weekly(event, begin, but, window))
        repeats, begins = (repeats, ()) if found is None else (Repeats.WEEKLY, found)
    name, status = event.get("SUMMARY", ""), event.get("STATUS", "")
    return Entry(
        str(name[0] if isinstance(name, list) else name)[:CELL],
        _tried(lambda: _plain(begin)),
        _tried(lambda: _plain(event.end)),
        repeats,
        last,
        frozenset(but),
        str(status).upper() == "CANCELLED",
        begins,
    )


def _weekly(event: Any, begin: date | datetime, but: set[date], window: Window) -> tuple[date | datetime, ...] | None:
    """When it begins each time, by the clock on which it was written; none where it comes otherwise than weekly."""
    values = _rule(event)
    if values.get("FREQ") != ["WEEKLY"] or not _WEEKLY.issuperset(values) or "RDATE" in event:
        return None
    weekdays = {_WEEK.index(str(each)) for each in values.get("BYDAY", [_WEEK[begin.weekday()]])}
    step, count = int(values.get("INTERVAL", [1])[0]), int(values.get("COUNT", [_TURNS])[0])
    last = min(_day(_beside(begin, values["UNTIL"][0])) if "UNTIL" in values else window.last, window.last)
    first, begins = _day(begin), list[date | datetime]()
    week = first - timedelta(days=(first.weekday() - _WEEK.index(str(values.get("WKST", ["MO"])[0]))) % 7)
    for turn in range(_TURNS):
        days = [week + timedelta(days=7 * max(step, 1) * turn + place) for place in range(7)]
        for day in (each for each in days if each.weekday() in weekdays and each >= first):
            count -= 1
            if count < 0 or day > last:
                return tuple(begins)
            if day >= window.first and day not in but:
                begins.append(_on(begin, day))
    return tuple(begins)


def _on(begin: date | datetime, day: date) -> date | datetime:
    """At the same time of another day."""
    found = _plain(begin.replace(year=day.year, month=day.month, day=day.day))
    assert found is not None
    return found


def _beside(begin: date | datetime | None, at: date | datetime) -> date | datetime:
    """On the clock of the entry."""
    clock = begin.tzinfo if isinstance(begin, datetime) else None
    return at.astimezone(clock) if clock and isinstance(at, datetime) and at.tzinfo is not None else at


def _rule(event: Any) -> dict[str, list[Any]]:
    rule: Any = event.get("RRULE")
    if not isinstance(rule, dict):
        return {}
    return {key.upper(): each if isinstance(each, list) else [each] for key, each in rule.items()}


def _repeats(event: Any, begin: date | datetime | None) -> tuple[Repeats, date | None]:
    """Every year on its day is simple; what comes otherwise is no date of a school."""
    rule: Any = event.get("RRULE")
    if begin is None or (rule is None and "RDATE" not in event):
        return Repeats.ONCE, None
    values = _rule(event)
    if not values:
        return Repeats.OTHERWISE, None
    last = _day(values["UNTIL"][0]) if "UNTIL" in values else None
    plain = {"FREQ": ["YEARLY"], "INTERVAL": [1], "BYMONTH": [begin.month], "BYMONTHDAY": [begin.day]}
    simple = all(values.get(key, each) == each for key, each in plain.items()) and _SIMPLE.issuperset(values)
    if "RDATE" in event or not simple:
        return Repeats.OTHERWISE, last
    if "COUNT" in values:
        with contextlib.suppress(ValueError):  # 29 February, or very far ahead
            last = begin.replace(year=begin.year + int(values["COUNT"][0]) - 1)
    return Repeats.YEARLY, _day(last) if last else None


def _tried(get: Callable[[], T]) -> T | None:
    """A property of an entry; nothing where it is missing, or not to be understood."""
    try:
        return get()
    except (ValueError, AttributeError, TypeError, OverflowError):
        return None


def _day(at: date | datetime) -> date:
    return at.date() if isinstance(at, datetime) else at


def _plain(at: date | datetime | None) -> date | datetime | None:
    """With a zone that any process can read."""
    return at.astimezone(UTC) if isinstance(at, datetime) and at.tzinfo is not None else at
