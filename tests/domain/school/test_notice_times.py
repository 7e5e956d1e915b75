"""Times that are offered stand on the school's clock, and a button means the time that it names."""

from datetime import UTC, datetime

import pytest

from bot.domain.local_time import local
from bot.domain.school.notice_times import send_times, time_number, time_of

SHANGHAI = "Asia/Shanghai"


def walls(now: datetime) -> list[str]:
    return [f"{local(each, SHANGHAI):%a %H}" for each in send_times(now, SHANGHAI)]


def test_the_times_are_the_schools_wall_clock() -> None:
    monday_noon = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)

    assert send_times(monday_noon, SHANGHAI) == [
        datetime(2026, 11, 23, 10, 0, tzinfo=UTC),
        datetime(2026, 11, 23, 23, 0, tzinfo=UTC),
        datetime(2026, 11, 24, 10, 0, tzinfo=UTC),
        datetime(2026, 11, 29, 23, 0, tzinfo=UTC),
    ]


def test_on_sunday_tomorrow_is_monday_and_is_offered_once() -> None:
    sunday_evening = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)

    assert walls(sunday_evening) == ["Mon 07", "Mon 18"]


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        ("2026-11-23T09:59", ["Mon 18", "Tue 07", "Tue 18", "Mon 07"]),
        ("2026-11-23T10:00", ["Tue 07", "Tue 18", "Mon 07"]),
        ("2026-11-28T04:00", ["Sat 18", "Sun 07", "Sun 18", "Mon 07"]),
        ("2026-11-28T16:00", ["Sun 18", "Mon 07", "Mon 18"]),
    ],
    ids=["before six", "at six", "on Saturday", "Sunday begins at the school"],
)
def test_no_time_that_is_past_is_offered(now: str, offered: list[str]) -> None:
    assert walls(datetime.fromisoformat(now).replace(tzinfo=UTC)) == offered


@pytest.mark.parametrize(
    ("number", "at"),
    [
        (2026112407, "2026-11-23T23:00"),
        (2026112320, None),  # now
        (2026120120, "2026-12-01T12:00"),
        (2026120121, None),  # more than eight days ahead
        (2026112424, None),
        (2026113007, "2026-11-29T23:00"),
        (7, None),
    ],
)
def test_a_button_names_the_time_at_which_a_notice_goes_out(number: int, at: str | None) -> None:
    monday = datetime(2026, 11, 23, 12, tzinfo=UTC)
    then = datetime.fromisoformat(f"{at}Z") if at else None

    assert time_of(number, monday, SHANGHAI) == then
    assert then is None or time_number(then, SHANGHAI) == number
