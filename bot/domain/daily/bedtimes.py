"""Bedtime: when what a parent has recorded for the night arrives, while somebody at home is awake to play it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.local_time import DAY, at_wall_clock, local
from bot.domain.people import Person

# Where nobody has said when: below this age, at which minute of the evening.
_USUAL = ((6, 19 * 60 + 30), (12, 20 * 60 + 30))
_GROWN = 21 * 60
CHOICES = tuple(range(18 * 60 + 30, 22 * 60 + 1, 30))
EARLIEST = 17 * 60  # where home sleeps early, it comes earlier, but not by day
STEP = 30
LATEST = timedelta(minutes=90)  # after its minute; later the child sleeps, and it keeps for tomorrow
_LOOKED_AT = 3  # days: on one of them nobody at home works


@dataclass(frozen=True, slots=True)
class Evening:
    """A bedtime of a child that has come."""

    child_id: int
    at: datetime


def minute_of(chosen: int | None, years: int) -> int:
    """The minute of the child's day."""
    return next((at for below, at in _USUAL if years < below), _GROWN) if chosen is None else chosen


def is_awake(at: datetime, at_home: Sequence[Person]) -> bool:
    """Whether anybody there can play something now."""
    return any(each.reachable and each.asleep_until(at) is None for each in at_home)


def next_evening(after: datetime, minute: int, zone: str, at_home: Sequence[Person]) -> datetime:
    """The next bedtime later than `after`; where everybody sleeps by then, the last half hour awake."""
    today = local(after, zone).date()
    days = [today + each * DAY for each in range(_LOOKED_AT)]
    found = (_evening(day, minute, zone, at_home) for day in days)
    return next((at for at in found if at and at > after), at_wall_clock(today + DAY, minute, zone))


def _evening(day: date, minute: int, zone: str, at_home: Sequence[Person]) -> datetime | None:
    times = (at_wall_clock(day, each, zone) for each in range(minute, EARLIEST - 1, -STEP))
    return next((at for at in times if is_awake(at, at_home)), None)
