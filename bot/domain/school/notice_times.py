"""When a notice goes out: times on the school's clock, and how a button names them."""

from datetime import datetime

from bot.domain.local_time import DAY, at_wall_clock, day_of, local


def send_times(now: datetime, zone: str) -> list[datetime]:
    """The times that are offered, on the school's clock, the soonest first; none that is past."""
    today = local(now, zone).date()
    monday = today + DAY * (7 - today.weekday())
    offered = {
        at_wall_clock(today, 18 * 60, zone),
        at_wall_clock(today + DAY, 7 * 60, zone),
        at_wall_clock(today + DAY, 18 * 60, zone),
        at_wall_clock(monday, 7 * 60, zone),
    }
    return sorted(at for at in offered if at > now)


def time_number(at: datetime, zone: str) -> int:
    """A time on the school's clock as a number for a button, such as 2026112407: the button means that time also when
    it is pressed after midnight."""
    return int(f"{local(at, zone):%Y%m%d%H}")


def time_of(number: int, now: datetime, zone: str) -> datetime | None:
    """The time behind such a number; none where it is past, no time or more than eight days ahead."""
    day, hour = day_of(number // 100), number % 100
    at = at_wall_clock(day, hour * 60, zone) if day and hour < 24 else now
    return at if now < at <= now + 8 * DAY else None
