"""Times for a call: good for both clocks, on days when the clocks change too."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.circle.circles import Circle
from bot.domain.daily.calls import (
    AHEAD,
    Call,
    CallNear,
    CallProposed,
    CallRequested,
    CallState,
    ParentCalls,
    may_be_planned,
    proposals,
    tell_calling,
    tell_near,
    tell_planned,
    tell_requested,
)
from bot.domain.local_time import local
from bot.domain.people import Person
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, NOW, adult, circle, told, whole


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


@pytest.mark.parametrize(
    ("now", "first"),
    [
        (datetime(2026, 11, 23, 8, 30, tzinfo=UTC), datetime(2026, 11, 23, 9, tzinfo=UTC)),
        (datetime(2026, 11, 23, 8, 31, tzinfo=UTC), datetime(2026, 11, 23, 9, 30, tzinfo=UTC)),
        (datetime(2026, 11, 23, 12, 1, tzinfo=UTC), datetime(2026, 11, 24, 9, tzinfo=UTC)),
    ],
    ids=["half an hour ahead", "a minute less", "the evening at home is over"],
)
def test_the_first_time_is_half_an_hour_ahead_at_the_soonest(now: datetime, first: datetime) -> None:
    assert proposals(now, "Asia/Shanghai", parent("Asia/Dubai"))[0] == first


def call(planned_by: int = MOTHER) -> Call:
    """A call at noon that was planned."""
    at = datetime(2026, 11, 23, 12, tzinfo=UTC)
    return Call(1, 7, planned_by, at, CallState.PLANNED, None, None, at - timedelta(hours=3))


@pytest.mark.parametrize(
    ("around", "home"),
    [
        (whole(), [GRANDMA, GRANDPA]),
        (circle(MOTHER, adult(GRANDMA, away_until=NOW + timedelta(days=1)), AUNT), [AUNT]),
        (circle(MOTHER, FATHER), []),
    ],
    ids=["those at home", "the stand-in while grandmother is away", "nobody at home yet"],
)
def test_home_hears_of_a_plan_and_both_sides_are_reminded(around: Circle, home: list[int]) -> None:
    assert told(tell_planned(around, call(), NOW), CallProposed) == home
    assert told(tell_near(around, call(), NOW), CallNear) == [MOTHER, *home]


def test_a_wish_to_be_called_reaches_every_parent_and_who_wished_hears_who_calls() -> None:
    wish = call(planned_by=GRANDMA)

    assert told(tell_requested(whole(), wish), CallRequested) == [MOTHER, FATHER]
    assert told(tell_calling(whole(), wish, adult(FATHER), [MOTHER]), ParentCalls) == [GRANDMA]
    gone = circle(MOTHER, FATHER, adult(GRANDMA, state="left"))
    assert told(tell_calling(gone, wish, adult(FATHER), [MOTHER]), ParentCalls) == []
