"""Wall clocks: a local time becomes an instant, at every change of the clocks too."""

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)

# Of anybody's day: what wakes nobody comes between these minutes, on the reader's clock.
DAY_FROM, DAY_UNTIL = 7 * 60, 22 * 60

# Slots of the day at home: from minute, until minute (18:00–19:30 in the evening).
SLOTS = {"morning": (7 * 60, 8 * 60), "midday": (12 * 60, 13 * 60), "evening": (18 * 60, 19 * 60 + 30)}

# Where more are asked than a slot has room for it goes on, at the latest until this minute.
LATEST = {"morning": 9 * 60, "midday": 14 * 60, "evening": 21 * 60}


def local(instant: datetime, zone: str) -> datetime:
    """The wall clock in `zone` at `instant`."""
    return instant.astimezone(ZoneInfo(zone))


def at_wall_clock(day: date, minute: int, zone: str) -> datetime:
    """The instant, in UTC, at which the clock in `zone` shows `minute` (of the day) on `day`.

    A repeated hour counts once (its first pass); a minute that the clocks skip moves forward by what was skipped.
    """
    wall = datetime.combine(day, time(minute // 60, minute % 60), ZoneInfo(zone))
    return wall.astimezone(UTC)


def days_ahead(now: datetime, days: int, zone: str) -> int:
    """The day so far ahead of today in `zone` as a number for a button, such as 20261124: the button means that day
    also when it is pressed after midnight."""
    return int(f"{local(now, zone).date() + days * DAY:%Y%m%d}")


def day_of(number: int) -> date | None:
    """The day behind such a number; none where there is no such day."""
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except (ValueError, OverflowError):
        return None


def minute_in_slot(slot: str, key: int) -> int:
    """The same minute of the day, every day, for the same `key`: sends are spread over the slot by a stable hash."""
    start, end = SLOTS[slot]
    return start + stable(f"{slot}:{key}", end - start)


def stable(key: str, below: int) -> int:
    """A number for a text, always the same one, and as often each from nought up."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") % below


def slot_is_over(slot: str, began: datetime, zone: str) -> datetime:
    """When the last child is asked of those whose slot is the one in which `began` lies."""
    return at_wall_clock(local(began, zone).date(), LATEST[slot], zone)


def next_at(after: datetime, minute: int, zone: str) -> datetime:
    """The first instant later than `after` at which the clock in `zone` shows `minute`."""
    day = local(after, zone).date()
    while (found := at_wall_clock(day, minute, zone)) <= after:
        day += DAY
    return found


def last_at(now: datetime, minute: int, zone: str) -> datetime:
    """The newest instant up to `now` at which the clock in `zone` shows `minute`."""
    day = local(now, zone).date()
    while (found := at_wall_clock(day, minute, zone)) > now:
        day -= DAY
    return found


def by_day(now: datetime, zone: str) -> datetime:
    """`now`, or the next morning when it is night in `zone`."""
    wall = local(now, zone)
    return now if DAY_FROM <= wall.hour * 60 + wall.minute < DAY_UNTIL else next_at(now, DAY_FROM, zone)


def end_of_quiet(now: datetime, quiet_from: int | None, quiet_until: int | None, zone: str) -> datetime | None:
    """When the quiet hours that hold at `now` end, or none when it is not quiet; minutes of the local day."""
    if quiet_from is None or quiet_until is None or quiet_from == quiet_until:
        return None
    wall = local(now, zone)
    minute = wall.hour * 60 + wall.minute
    overnight = quiet_from > quiet_until
    quiet = (minute >= quiet_from or minute < quiet_until) if overnight else quiet_from <= minute < quiet_until
    return next_at(now, quiet_until, zone) if quiet else None
