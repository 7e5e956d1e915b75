"""A backup each night, once, and again soon where it failed."""

from datetime import UTC, datetime, time, timedelta, timezone

import pytest

from bot.domain.backups import is_due

HALF_PAST_TWO = time(2, 30)
TASHKENT = timezone(timedelta(hours=5))


def at(hour: int, minute: int = 0, *, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=TASHKENT)


@pytest.mark.parametrize(
    ("now", "last", "tried", "due"),
    [
        (at(2, 30), at(2, 31, day=22), None, True),
        (at(2, 29), at(2, 31, day=22), None, False),
        (at(2, 31), at(2, 30), None, False),
        (at(14), at(2, 31), None, False),
        (at(14), at(9, 0), None, False),  # by hand since
        (at(14), at(23, 0, day=22), None, True),  # nothing ran that night
        (at(1), at(2, 31, day=22), None, False),
        (at(14), None, None, True),  # a new installation
        (at(14), None, at(13, 30), False),
        (at(14), None, at(13), True),
        (at(3), at(2, 31, day=22), at(2, 30), False),  # it failed
        (at(3, 30), at(2, 31, day=22), at(2, 30), True),
        (at(14), at(2, 31, day=30), None, True),  # made while a clock was ahead
        (at(14), at(2, 31, day=22), at(14, day=30), True),
    ],
)
def test_a_backup_is_due(now: datetime, last: datetime | None, tried: datetime | None, *, due: bool) -> None:
    assert is_due(now, HALF_PAST_TWO, last, tried) is due
    in_utc = last.astimezone(UTC) if last else None
    assert is_due(now, HALF_PAST_TWO, in_utc, tried) is due
