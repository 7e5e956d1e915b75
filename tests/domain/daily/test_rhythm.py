"""On which days home is asked, and which days an answer usually comes on."""

from datetime import date, timedelta

import pytest

from bot.domain.daily.rhythm import is_due, learned

SUNDAY = date(2026, 11, 29)
WEEK = timedelta(days=7)


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [("daily", "0123456"), ("school", "01234"), ("6", "6"), ("26", "26")],
    ids=["every day", "school days", "Sundays", "Wednesdays and Sundays"],
)
def test_a_rhythm_is_some_days_of_the_week(rhythm: str, days: str) -> None:
    week = [SUNDAY + timedelta(days=each) for each in range(7)]

    assert "".join(sorted(str(each.weekday()) for each in week if is_due(rhythm, each))) == days


def test_every_second_day_goes_on_over_the_end_of_a_year() -> None:
    days = [is_due("second", date(2026, 12, 20) + timedelta(days=each)) for each in range(30)]

    assert days == [days[0], not days[0]] * 15


@pytest.mark.parametrize(
    ("ago", "found"),
    [
        ([0, 7, 14], "6"),
        ([0, 4, 7, 11, 14, 18], "26"),
        ([0, 7], ""),
        ([0, 7, 15], ""),
        ([0, 2, 4, 7, 9, 11, 14, 16, 18], ""),
        ([0, 7, 14, 15], ""),
        ([*range(21)], ""),
        ([0, 7, 14, 21, 25], "6"),
    ],
    ids=["Sundays", "two days", "two weeks", "one week late", "three days", "once more", "daily", "long ago"],
)
def test_one_or_two_weekdays_three_weeks_running_are_learned(ago: list[int], found: str) -> None:
    assert learned([SUNDAY - timedelta(days=each) for each in ago], SUNDAY) == found
