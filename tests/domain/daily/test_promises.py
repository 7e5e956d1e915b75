"""When a promise is counted, and when it is asked about."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.daily.promises import awake_from, may_be_promised, next_step, sleeps
from bot.domain.people import Person

HOME = "Asia/Shanghai"
DAY = date(2026, 12, 24)


def at(day: int, hour: int, minute: int = 0, month: int = 12) -> datetime:
    """A time in December, on the wall clock in Anhui."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (at(1, 9, month=11), at(26, 17, month=11)),  # 28 sleeps before
        (at(26, 17, month=11), at(10, 17)),
        (at(10, 17), at(17, 17)),
        (at(17, 17), at(21, 17)),
        (at(21, 17), at(23, 17)),
        (at(23, 9), at(24, 0)),  # made on the eve: nobody is told twice on one day
        (at(23, 17), at(24, 0)),
        (at(24, 0), at(25, 12)),
    ],
)
def test_the_next_step_is_on_a_later_day(now: datetime, then: datetime) -> None:
    assert next_step(DAY, now, HOME) == then


def test_a_night_is_a_sleep_where_the_child_lives() -> None:
    assert sleeps(DAY, at(23, 23, 59), HOME) == 1
    assert sleeps(DAY, at(24, 0), HOME) == 0
    assert sleeps(DAY, at(25, 0), HOME) == -1


def test_a_promise_is_for_tomorrow_or_within_a_year() -> None:
    now = at(24, 8)
    assert not may_be_promised(DAY, now, HOME)
    assert may_be_promised(DAY + timedelta(days=1), now, HOME)
    assert may_be_promised(DAY + timedelta(days=365), now, HOME)
    assert not may_be_promised(DAY + timedelta(days=366), now, HOME)


@pytest.mark.parametrize(
    ("quiet", "then"), [((None, None), at(24, 20)), ((4 * 60, 9 * 60), at(24, 22)), ((12 * 60, 13 * 60), at(24, 17))]
)
def test_a_parent_who_is_asleep_hears_of_it_after_waking(quiet: tuple[int | None, int | None], then: datetime) -> None:
    known = (1, 1, "Mei", "en", "America/New_York", None, True, True, True)
    parent = Person(*known, *quiet, False, None, True, False)

    assert awake_from(at(24, 17), parent) == then  # 4:00 in New York
