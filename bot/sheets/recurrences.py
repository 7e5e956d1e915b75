"""When an entry of a calendar file comes again, day by day and within bounds, whatever its rule (RFC 5545) says."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.school.calendar_imports import AGAIN_WITHIN, Repeats, Window

# By how often something comes, what may be said of its days. Else no day may ever fit, and the search not end.
_SAID = {"FREQ", "INTERVAL", "COUNT", "WKST"}
_READ = {
    "DAILY": _SAID | {"BYDAY", "BYMONTH"},
    "WEEKLY": _SAID | {"BYDAY", "BYMONTH"},
    "MONTHLY": _SAID | {"BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"},
    "YEARLY": _SAID | {"BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "BYYEARDAY", "BYWEEKNO"},
}
_MOST = 400  # days that are looked at: more than any school year has
_EARLIEST = 1950  # a calendar that began before is a slip of the pen
Begins = tuple[date | datetime, ...]


def begins_of(event: Any, begin: date | datetime, but: set[date], window: Window) -> tuple[Repeats, Begins]:
    """When it comes within the school year, by its own clock; of what comes every year, the next time."""
    more = [at for at, _until in event.rdates]
    rules = event.rrules
    if "EXRULE" in event or len(rules) > 1 or not all(_can_be_read(each) for each in rules):
        return Repeats.OTHERWISE, ()
    if not rules and not more:
        return Repeats.ONCE, ()
    values = _values(rules[0]) if rules else {}
    yearly = values.get("FREQ") == ["YEARLY"] and not more
    last = window.first + AGAIN_WITHIN if yearly else window.last
    first = window.first - _length(event, begin)
    by_rule = [_on(begin, each) for each in _days(begin, values, first, last)] if rules else [begin]
    found = {_day(beside(begin, each)): each for each in (*more, *by_rule)}
    days = [day for day in sorted(found) if first <= day <= last and day not in but]
    return Repeats.SERIES, tuple(found[each] for each in days[: 1 if yearly else _MOST])


def until_of(event: Any, begin: date | datetime | None) -> date | None:
    """After which day it comes no more, where its rule says so."""
    ends = [each["UNTIL"][0] for each in map(_values, event.rrules) if each.get("UNTIL")]
    return _day(beside(begin, ends[0])) if ends else None


def _can_be_read(rule: Any) -> bool:
    values = _values(rule)
    freq = str(values.get("FREQ", [""])[0])
    step = int(values.get("INTERVAL", [1])[0])
    return step >= 1 and (_READ.get(freq, set()) | {"UNTIL"}).issuperset(values)


def _days(begin: date | datetime, values: dict[str, list[Any]], first: date, last: date) -> Iterator[date]:
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - few calendars repeat

    if begin.year < _EARLIEST:
        raise ValueError("far too long ago")
    until = _day(beside(begin, values["UNTIL"][0])) if "UNTIL" in values else last
    rule = ";".join(f"{key}={','.join(map(str, each))}" for key, each in values.items() if key != "UNTIL")
    for at in rrulestr(rule, dtstart=datetime(begin.year, begin.month, begin.day)):  # noqa: DTZ001 - days alone
        if at.date() > min(until, last):
            return
        if at.date() >= first:
            yield at.date()


def _values(rule: Any) -> dict[str, list[Any]]:
    return {key.upper(): each if isinstance(each, list) else [each] for key, each in rule.items()}


def _length(event: Any, begin: date | datetime) -> timedelta:
    """How many days it takes after its first, so that one that has begun is known; its end is not in it."""
    tick = timedelta(microseconds=1) if isinstance(begin, datetime) else timedelta(days=1)
    return max(_day(event.end - tick) - _day(begin), timedelta(0))


def _on(begin: date | datetime, day: date) -> date | datetime:
    """At the same time of another day."""
    return begin.replace(year=day.year, month=day.month, day=day.day)


def beside(begin: date | datetime | None, at: date | datetime) -> date | datetime:
    """On the clock of the entry."""
    clock = begin.tzinfo if isinstance(begin, datetime) else None
    return at.astimezone(clock) if clock and isinstance(at, datetime) and at.tzinfo is not None else at


def _day(at: date | datetime) -> date:
    return at.date() if isinstance(at, datetime) else at
