"""Shifts over two weeks: entered in a few taps, by the wall clock, through midnight and a night that is longer."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.daily.shifts import Rota, Shift, rota_of

MONDAY = date(2026, 10, 19)  # in the next week but one Europe's clocks have gone back
ROME = "Europe/Rome"
NIGHTS = Rota(MONDAY, "nnnnnnn" + "ddddddo")


@pytest.mark.parametrize(
    ("at", "busy"),
    [
        (datetime(2026, 10, 24, 16, 59, tzinfo=UTC), False),  # Saturday, 18:59 in Rome
        (datetime(2026, 10, 24, 17, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), True),  # 02:30, for the first time
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), True),  # and for the second
        (datetime(2026, 10, 25, 13, 59, tzinfo=UTC), True),  # asleep until 15:00, an hour later than on other days
        (datetime(2026, 10, 25, 14, tzinfo=UTC), False),
        (datetime(2026, 10, 26, 6, tzinfo=UTC), True),  # Monday: the night before ends in the second week
        (datetime(2026, 10, 26, 18, tzinfo=UTC), False),
        (datetime(2026, 11, 1, 12, tzinfo=UTC), False),  # Sunday, free
        (datetime(2026, 11, 2, 20, tzinfo=UTC), True),  # and from the beginning
        (datetime(2026, 10, 18, 12, tzinfo=UTC), False),  # the Sunday before is the fourteenth day
    ],
)
def test_a_night_ends_by_the_wall_clock_also_when_the_clocks_change(at: datetime, busy: bool) -> None:
    assert NIGHTS.is_busy(at, ROME) is busy


def test_a_week_is_one_tap_and_a_day_that_differs_one_more() -> None:
    free = rota_of(None, MONDAY + timedelta(days=3))
    assert free == Rota(MONDAY, "o" * 14)
    five = free.filled(0, Shift.DAY)
    assert five.kinds == "dddddoo" + "o" * 7
    six = five.filled(0, Shift.DAY)
    assert six.kinds[:7] == "ddddddo"
    assert six.filled(0, Shift.DAY).kinds[:7] == "ddddddd"
    assert six.filled(0, Shift.DAY).filled(0, Shift.DAY).kinds[:7] == "dddddoo"
    assert five.filled(1, Shift.NIGHT).kinds == "dddddoo" + "nnnnnoo"
    assert five.turned(5).kinds[:7] == "ddddddo"
    assert five.turned(2).kinds[:7] == "ddoddoo"
    assert five.turned(2).turned(2).kinds[:7] == "ddlddoo"
    assert five.filled(0, Shift.OFF) == free
    assert rota_of(five.written, MONDAY) == five


@pytest.mark.parametrize("written", ["", "20261019", "20261019xxxxxxxxxxxxxx", "20261019dd"])
def test_what_cannot_be_read_is_free(written: str) -> None:
    assert set(rota_of(written, MONDAY).kinds) == {"o"}


def test_this_week_is_the_same_one_two_weeks_later() -> None:
    assert [NIGHTS.week_at(MONDAY + timedelta(days=each)) for each in (0, 6, 7, 14, -1)] == [0, 0, 1, 0, 1]
