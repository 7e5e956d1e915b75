"""When a pause ends: at midnight where it is counted, whatever the clocks do; and who hears of it."""

from datetime import UTC, datetime

import pytest

from bot.domain.circle.pauses import FOREVER, OPEN, ChildPaused, ChildResumed, ends_on, tell_paused
from bot.domain.local_time import days_ahead
from bot.domain.notifications import Lane
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, told, whole


@pytest.mark.parametrize(
    ("now", "days", "zone", "end"),
    [
        ("2026-11-23T12:00", 1, "Asia/Shanghai", "2026-11-23T16:00"),
        ("2026-11-23T15:59", 1, "Asia/Shanghai", "2026-11-23T16:00"),
        ("2026-11-23T16:00", 1, "Asia/Shanghai", "2026-11-24T16:00"),
        ("2026-11-23T12:00", 14, "Asia/Shanghai", "2026-12-06T16:00"),
        ("2026-12-30T12:00", 3, "Asia/Shanghai", "2027-01-01T16:00"),
        ("2026-10-24T12:00", 1, "Europe/Chisinau", "2026-10-24T21:00"),
        ("2026-10-24T12:00", 3, "Europe/Chisinau", "2026-10-26T22:00"),
        ("2027-03-27T12:00", 1, "Europe/Chisinau", "2027-03-27T22:00"),
        ("2027-03-27T12:00", 3, "Europe/Chisinau", "2027-03-29T21:00"),
    ],
    ids=[
        "the rest of a day",
        "its last minute",
        "from midnight a whole day",
        "two weeks",
        "over the year's end",
        "before the long night",
        "over the long night",
        "before the short night",
        "over the short night",
    ],
)
def test_a_pause_ends_at_midnight_on_the_wall(now: str, days: int, zone: str, end: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)

    assert ends_on(at, str(days_ahead(at, days, zone)), zone) == datetime.fromisoformat(end).replace(tzinfo=UTC)


def test_a_pause_without_an_end_has_none() -> None:
    assert ends_on(datetime(2026, 11, 23, tzinfo=UTC), OPEN, "Asia/Shanghai") == FOREVER


def test_every_other_adult_hears_of_it_and_of_its_end_in_one_message() -> None:
    begun, ended = tell_paused(whole(), GRANDMA), tell_paused(whole(), GRANDMA, resumed=True)

    assert told(begun, ChildPaused) == told(ended, ChildResumed) == [MOTHER, FATHER, GRANDPA, AUNT]
    assert {(each.card, each.lane) for each in [*begun, *ended]} == {("pause:7", Lane.ROUTINE)}


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (20261124, "2026-11-23T16:00"),
        (20261207, "2026-12-06T16:00"),  # two weeks: the longest choice
        (20261208, "2026-12-07T16:00"),
        (20270223, "2027-02-22T16:00"),
        (20270224, None),
        (20261123, None),  # today: its midnight is past
        (20261131, None),
        (0, None),
        (999999999999999, None),
    ],
)
def test_a_button_names_the_day_on_which_a_pause_ends(day: int, end: str | None) -> None:
    monday = datetime(2026, 11, 23, 12, tzinfo=UTC)

    assert ends_on(monday, str(day), "Asia/Shanghai") == (datetime.fromisoformat(f"{end}Z") if end else None)
