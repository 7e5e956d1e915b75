"""Own dates and times stand on the school's clock; none of them is over, is skipped or comes twice."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.local_time import at_wall_clock, local
from bot.domain.school.notice_own_time import (
    HOURS,
    QUARTERS,
    days,
    hours,
    in_the_evening,
    minutes,
    number_at,
    own_time,
)

SHANGHAI, BERLIN = "Asia/Shanghai", "Europe/Berlin"


def at(wall: str, zone: str = SHANGHAI) -> datetime:
    found = datetime.fromisoformat(wall)
    return at_wall_clock(found.date(), found.hour * 60 + found.minute, zone)


def test_the_days_are_those_of_two_weeks_and_today_while_something_is_left_of_it() -> None:
    assert days(at("2026-11-23T12:00"), SHANGHAI)[0] == date(2026, 11, 23)
    assert days(at("2026-11-23T12:00"), SHANGHAI)[-1] == date(2026, 12, 6)
    assert days(at("2026-11-23T22:45"), SHANGHAI)[0] == date(2026, 11, 24)


def test_of_today_only_what_is_still_to_come_can_be_tapped() -> None:
    now, today = at("2026-11-23T12:20"), date(2026, 11, 23)

    assert hours(today, now, SHANGHAI)[0] == 12
    assert minutes(today, 12, now, SHANGHAI) == [30, 45]
    assert hours(today, at("2026-11-23T12:45"), SHANGHAI)[0] == 13


@pytest.mark.parametrize(
    ("number", "wall"),
    [
        (202611240715, "2026-11-24T07:15"),
        (202611231215, None),  # over
        (202612062245, "2026-12-06T22:45"),
        (202612070700, None),  # beyond the two weeks
        (202611240230, None),  # at night
        (202611240707, None),  # no quarter
        (202611242460, None),
        (7, None),
    ],
)
def test_a_button_means_the_time_that_it_names(number: int, wall: str | None) -> None:
    found = own_time(number, at("2026-11-23T12:15"), SHANGHAI)

    assert found == (at(wall) if wall else None)
    assert found is None or number_at(found, SHANGHAI) == number


@pytest.mark.parametrize("change", ["2026-10-25", "2027-03-28"], ids=["an hour twice", "an hour less"])
def test_on_the_day_after_the_clocks_change_each_time_is_there_once_and_says_what_it_is(change: str) -> None:
    day = date.fromisoformat(change)
    now = datetime(day.year, day.month, day.day - 3, tzinfo=UTC)
    walls = [(each, minute) for each in HOURS for minute in QUARTERS]
    instants = [at_wall_clock(day, hour * 60 + minute, BERLIN) for hour, minute in walls]

    assert hours(day, now, BERLIN) == list(HOURS)
    assert [(local(each, BERLIN).hour, local(each, BERLIN).minute) for each in instants] == walls
    assert sorted(set(instants)) == instants


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ("2026-11-23T20:59", None),
        ("2026-11-23T21:00", "2026-11-24T07:00"),
        ("2026-11-24T00:30", "2026-11-24T07:00"),
        ("2026-11-24T07:00", None),
    ],
)
def test_from_nine_in_the_evening_the_next_morning_comes_first(now: str, morning: str | None) -> None:
    assert in_the_evening(at(now), SHANGHAI) == (at(morning) if morning else None)
