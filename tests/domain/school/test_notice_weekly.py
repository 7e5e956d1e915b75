"""Every week on a day until a date: on the school's clock, once a week, and never after the class's year."""

from datetime import date, datetime

import pytest

from bot.domain.local_time import DAY, at_wall_clock, local
from bot.domain.school.notice_weekly import TIMES, UNTIL, first_at, last_days, next_at, plan

SHANGHAI, BERLIN = "Asia/Shanghai", "Europe/Berlin"
FRIDAY = 4


def at(wall: str, zone: str = SHANGHAI) -> datetime:
    found = datetime.fromisoformat(wall)
    return at_wall_clock(found.date(), found.hour * 60 + found.minute, zone)


@pytest.mark.parametrize(
    ("now", "first"),
    [
        ("2026-11-23T12:00", "2026-11-27T07:00"),
        ("2026-11-27T06:59", "2026-11-27T07:00"),
        ("2026-11-27T07:00", "2026-12-04T07:00"),
        ("2026-11-28T00:00", "2026-12-04T07:00"),
    ],
)
def test_the_first_is_the_next_such_day(now: str, first: str) -> None:
    assert first_at(FRIDAY, 7 * 60, at(now), SHANGHAI) == at(first)


def test_the_next_is_a_week_later_and_there_is_none_after_the_last() -> None:
    until = at("2026-12-11T07:00")

    assert next_at(until, at("2026-11-27T07:00"), SHANGHAI) == at("2026-12-04T07:00")
    assert next_at(until, at("2026-12-04T07:00"), SHANGHAI) == until
    assert next_at(until, until, SHANGHAI) is None
    assert next_at(until, at("2026-12-05T12:00"), SHANGHAI) == until  # what passed meanwhile is not sent late


@pytest.mark.parametrize("change", ["2026-10-25", "2027-03-28"], ids=["an hour twice", "an hour less"])
@pytest.mark.parametrize("minute", [TIMES[0], TIMES[-1]])
def test_over_a_change_of_the_clocks_it_stays_at_its_wall_clock(change: str, minute: int) -> None:
    day = date.fromisoformat(change)
    until = at_wall_clock(day + 7 * DAY, minute, BERLIN)

    following = next_at(until, at_wall_clock(day - 7 * DAY, minute, BERLIN), BERLIN)

    assert following == at_wall_clock(day, minute, BERLIN)
    assert local(following, BERLIN).hour * 60 + local(following, BERLIN).minute == minute
    assert next_at(until, following, BERLIN) == until


def test_it_can_end_on_the_dates_of_the_next_weeks_or_with_the_year() -> None:
    days = last_days(at("2026-11-27T07:00"), at("2027-08-01T00:00"), SHANGHAI)

    assert days[0] == date(2026, 12, 4)
    assert len(days) == UNTIL + 1
    assert days[-1] == date(2027, 7, 30)
    assert {each.weekday() for each in days} == {FRIDAY}
    assert last_days(at("2027-07-23T07:00"), at("2027-08-01T00:00"), SHANGHAI) == [date(2027, 7, 30)]
    assert last_days(at("2027-07-30T07:00"), at("2027-08-01T00:00"), SHANGHAI) == [date(2027, 7, 30)]


@pytest.mark.parametrize(
    ("weekday", "minute", "until", "last"),
    [
        (FRIDAY, 420, 20261211, "2026-12-11T07:00"),
        (FRIDAY, 420, 20261127, "2026-11-27T07:00"),  # once
        (FRIDAY, 420, 20261120, None),  # over
        (FRIDAY, 420, 20261212, None),  # no Friday
        (FRIDAY, 421, 20261211, None),
        (FRIDAY, 0, 20261211, None),  # at night
        (7, 420, 20261211, None),
        (FRIDAY, 420, 7, None),
    ],
)
def test_a_button_means_what_it_offered(weekday: int, minute: int, until: int, last: str | None) -> None:
    found = plan(weekday, minute, until, at("2026-11-23T12:00"), SHANGHAI)

    assert found == ((at("2026-11-27T07:00"), at(last)) if last else None)
