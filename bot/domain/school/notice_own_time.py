"""A notice at an own date and time, in three taps; and the evening, when tomorrow comes first."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.local_time import DAY, at_wall_clock, day_of, local, next_at
from bot.domain.notifications import Event, Told

DAYS = 14  # today is the first
# At night nobody reads, and clocks change: no time that is offered is ever skipped or comes twice.
HOURS = range(5, 23)
QUARTERS = range(0, 60, 15)
EVENING, MORNING = 21 * 60, 7 * 60  # of the day at school


@dataclass(frozen=True, slots=True)
class OwnTimeAsked(Event):
    """On which day; at which hour of it; at which minute of that."""

    while_stopped = Told.AT_HOME
    notice_id: int
    day: int = 0  # such as 20261201
    hour: int = -1
    passed: bool = False  # the time that was tapped is over by now


def days(now: datetime, zone: str) -> list[date]:
    """The days on which something can still go out, on the school's calendar."""
    today = local(now, zone).date()
    return [day for day in (today + DAY * each for each in range(DAYS)) if hours(day, now, zone)]


def hours(day: date, now: datetime, zone: str) -> list[int]:
    """The hours of a day that are not over."""
    return [each for each in HOURS if minutes(day, each, now, zone)]


def minutes(day: date, hour: int, now: datetime, zone: str) -> list[int]:
    """The minutes of an hour that are still to come."""
    return [each for each in QUARTERS if at_wall_clock(day, hour * 60 + each, zone) > now]


def own_time(number: int, now: datetime, zone: str) -> datetime | None:
    """The time behind a number such as 202612010730; none where it is over or was not offered."""
    day, hour, minute = day_of(number // 10_000), number // 100 % 100, number % 100
    if day is None or day not in days(now, zone) or hour not in HOURS or minute not in minutes(day, hour, now, zone):
        return None
    return at_wall_clock(day, hour * 60 + minute, zone)


def number_of(day: date, hour: int, minute: int) -> int:
    """Such a number, for a button."""
    return int(f"{day:%Y%m%d}{hour:02}{minute:02}")


def number_at(at: datetime, zone: str) -> int:
    """The number of an instant."""
    wall = local(at, zone)
    return number_of(wall.date(), wall.hour, wall.minute)


def in_the_evening(now: datetime, zone: str) -> datetime | None:
    """The next morning, from nine at school until then; none during the day."""
    wall = local(now, zone)
    minute = wall.hour * 60 + wall.minute
    return next_at(now, MORNING, zone) if minute >= EVENING or minute < MORNING else None
