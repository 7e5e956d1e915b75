"""Entries of a calendar file (RFC 5545), as whatever program has written it."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from bot.domain.school.calendar_imports import MOST, Content, Entry, Repeats, Window
from bot.domain.school.roster_files import CELL, Readings, Unread
from bot.sheets import charsets
from bot.sheets.recurrences import begins_of, beside, until_of

_FOLD = re.compile(rb"\r?\n[ \t]")  # may stand in the midst of a letter
_ENDS = "END:VCALENDAR"
T = TypeVar("T")


def entries_of(content: bytes, window: Window) -> Content:
    """Each entry with a date or without; of one that is cut off all that is whole; what comes again in the window."""
    if not content.strip():
        return Unread.EMPTY
    found = charsets.decoded(content if b"\0" in content else _FOLD.sub(b"", content))
    if isinstance(found, Readings):
        found = content.decode(found.found[0][0], errors="replace"), ""
    if isinstance(found, Unread) or "BEGIN:VCALENDAR" not in found[0].upper():
        return Unread.NO_LIST
    return _entries(found[0].lstrip("\ufeff"), window)


def _entries(text: str, window: Window) -> Content:
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


def _entry(event: Any, moved: set[tuple[str, date]], window: Window) -> Entry:
    begin = _tried(lambda: event.start)
    but = {_day(beside(begin, each)) for each in _tried(lambda: event.exdates) or []}
    if not _is_moved(event):
        but |= {day for uid, day in moved if uid == str(event.get("UID"))}
    again = _tried(lambda: begins_of(event, begin, but, window)) if begin is not None else (Repeats.ONCE, ())
    repeats, begins = again or (Repeats.OTHERWISE, ())
    name, status = event.get("SUMMARY", ""), event.get("STATUS", "")
    return Entry(
        str(name[0] if isinstance(name, list) else name)[:CELL],
        _tried(lambda: _plain(begin)),
        _tried(lambda: _plain(event.end)),
        repeats,
        _tried(lambda: until_of(event, begin)),
        str(status).upper() == "CANCELLED",
        tuple(each for at in begins if (each := _plain(at)) is not None),
    )


def _tried(get: Callable[[], T]) -> T | None:
    """A property of an entry; nothing where it is missing, or not to be understood."""
    try:
        return get()
    except (ValueError, AttributeError, TypeError, OverflowError, KeyError, IndexError):
        return None


def _day(at: date | datetime) -> date:
    return at.date() if isinstance(at, datetime) else at


def _plain(at: date | datetime | None) -> date | datetime | None:
    """With a zone that any process can read."""
    return at.astimezone(UTC) if isinstance(at, datetime) and at.tzinfo is not None else at
