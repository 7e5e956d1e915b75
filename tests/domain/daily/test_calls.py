"""Times for a call: good for both clocks, on days when the clocks change too."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.daily.calls import AHEAD, may_be_planned, proposals
from bot.domain.local_time import local
from bot.domain.people import Person


def parent(zone: str, quiet_from: int | None = None, quiet_until: int | None = None) -> Person:
    """A parent on this clock."""
    return Person(1, 1, "Mei", "en", zone, None, True, True, True, quiet_from, quiet_until, False, None, True, False)


@pytest.mark.parametrize(
    ("now", "home", "away"),
    [
        (datetime(2026, 11, 23, 8, tzinfo=UTC), "Asia/Shanghai", "Asia/Dubai"),
        (datetime(2026, 10, 24, 12, tzinfo=UTC), "Europe/Chisinau", "Europe/Rome"),  # the clocks go back that night
        (datetime(2027, 3, 27, 12, tzinfo=UTC), "Europe/Kyiv", "Asia/Seoul"),  # and forward
        (datetime(2026, 10, 31, 23, tzinfo=UTC), "America/Mexico_City", "America/New_York"),
    ],
)
def test_every_time_is_evening_at_home_and_day_for_the_parent(now: datetime, home: str, away: str) -> None:
    found = proposals(now, home, parent(away))

    assert found == sorted(found)
    assert 0 < len(found) <= 4
    for at in found:
        assert at >= now + timedelta(minutes=30)
        assert local(at, home).minute in {0, 30}
        assert 7 <= local(at, away).hour < 22


def test_where_no_evening_suits_the_day_does() -> None:
    now = datetime(2026, 11, 23, 8, tzinfo=UTC)

    found = proposals(now, "Asia/Shanghai", parent("America/Los_Angeles"))

    assert len(found) == 4
    assert all(local(at, "Asia/Shanghai").hour < 17 for at in found)


def test_who_is_never_awake_is_offered_nothing() -> None:
    now = datetime(2026, 11, 23, 8, tzinfo=UTC)

    assert proposals(now, "Asia/Shanghai", parent("Asia/Dubai", 60, 0)) == []


def test_only_the_near_future_can_be_planned() -> None:
    now = datetime(2026, 11, 23, 8, tzinfo=UTC)

    assert may_be_planned(now + timedelta(hours=1), now)
    assert not may_be_planned(now, now)
    assert not may_be_planned(now + AHEAD + timedelta(minutes=1), now)
