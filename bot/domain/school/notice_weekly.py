"""A notice that goes out every week on a day, until a date: each time as a notice of its own."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.local_time import DAY, at_wall_clock, day_of, local
from bot.domain.notifications import Event, Told

MOST = 10  # of one teacher at a time
UNTIL = 14  # dates that are offered, beside the last one of the class's year
# By day: clocks change at night, so that each week has each of these times once.
TIMES = range(6 * 60, 22 * 60, 30)
_WEEK = 7 * DAY


@dataclass(frozen=True, slots=True)
class WeeklyAsked(Event):
    """On which day of the week; at what time; until which date."""

    while_stopped = Told.AT_HOME
    notice_id: int
    weekday: int = -1
    minute: int = -1


@dataclass(frozen=True, slots=True)
class WeeklyOver(Event):
    """To the teacher: the last one has gone out."""

    while_stopped = Told.AT_HOME
    notice_id: int


def first_at(weekday: int, minute: int, now: datetime, zone: str) -> datetime:
    """The next instant at which the school's clock shows this."""
    today = local(now, zone).date()
    day = today + DAY * ((weekday - today.weekday()) % 7)
    at = at_wall_clock(day, minute, zone)
    return at if at > now else at_wall_clock(day + _WEEK, minute, zone)


def next_at(until: datetime, now: datetime, zone: str) -> datetime | None:
    """The next of those whose last is `until`; what passed meanwhile is not sent late. None after the last."""
    wall = local(until, zone)
    at = first_at(wall.weekday(), wall.hour * 60 + wall.minute, now, zone)
    return at if at <= until else None


def last_days(first: datetime, ends_at: datetime, zone: str) -> list[date]:
    """The dates on which it can end: of the next weeks, and the last before the class's year is over."""
    wall = local(first, zone)
    minute = wall.hour * 60 + wall.minute
    days = [wall.date()]
    while at_wall_clock(days[-1] + _WEEK, minute, zone) < ends_at:
        days.append(days[-1] + _WEEK)
    near = days[1 : UNTIL + 1] or days
    return near if days[-1] in near else [*near, days[-1]]


def plan(weekday: int, minute: int, until: int, now: datetime, zone: str) -> tuple[datetime, datetime] | None:
    """When the first and when the last goes out; none for what was not offered, or has passed meanwhile."""
    day = day_of(until)
    if day is None or weekday not in range(7) or minute not in TIMES:
        return None
    first, last = first_at(weekday, minute, now, zone), at_wall_clock(day, minute, zone)
    return (first, last) if day.weekday() == weekday and first <= last else None
