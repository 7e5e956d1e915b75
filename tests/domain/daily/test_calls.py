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
    Home,
    ParentCalls,
    may_be_planned,
    page_of,
    proposals,
    tell_calling,
    tell_near,
    tell_planned,
    tell_requested,
)
from bot.domain.daily.shifts import Shift, rota_of
from bot.domain.local_time import local
from bot.domain.people import Person
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, NOW, adult, circle, told, whole


def parent(zone: str, quiet_from: int | None = None, quiet_until: int | None = None) -> Person:
    """A parent on this clock."""
    return Person(1, 1, "Mei", "en", zone, None, True, True, True, quiet_from, quiet_until, False, None, True, False)


FREE = rota_of(None, NOW.date())


def child(zone: str, years: int = 8, bedtime: int = 21 * 60) -> Home:
    """A child on this clock, who goes to school."""
    return Home(zone, years, bedtime)


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
    found = proposals(now, child(home), parent(away), FREE)[:4]

    assert found == sorted(found)
    assert 0 < len(found) <= 4
    for at in found:
        assert at >= now + timedelta(minutes=30)
        assert local(at, home).minute in {0, 30}
        assert 7 <= local(at, away).hour < 22


def test_where_no_evening_suits_the_day_does() -> None:
    now = datetime(2026, 11, 23, 8, tzinfo=UTC)

    found = proposals(now, child("Asia/Shanghai"), parent("America/Los_Angeles"), FREE)

    times = [local(at, "Asia/Shanghai") for at in found]
    assert times
    assert all(each.hour < 17 for each in times)
    assert not [each for each in times if each.weekday() < 5 and 8 <= each.hour < 16]  # the child is at school


def test_who_is_never_awake_is_offered_nothing() -> None:
    now = datetime(2026, 11, 23, 8, tzinfo=UTC)

    assert proposals(now, child("Asia/Shanghai"), parent("Asia/Dubai", 60, 0), FREE) == []


def test_shifts_school_and_bedtime_leave_what_suits_and_three_are_shown_at_a_time() -> None:
    now = datetime(2026, 11, 23, 0, tzinfo=UTC)  # Monday
    late = FREE.filled(0, Shift.LATE).filled(1, Shift.NIGHT)  # then nights
    found = proposals(now, child("Asia/Dubai", bedtime=19 * 60), parent("Asia/Dubai"), late)

    for at in found:
        assert not late.is_busy(at, "Asia/Dubai")
        assert not late.is_busy(at + timedelta(minutes=30), "Asia/Dubai")
        assert local(at, "Asia/Dubai").hour < 19
    days = [f"{local(at, 'Asia/Dubai'):%a}" for at in found]
    assert days.index("Sat") == 10  # two a day; from Monday to Friday before school, as this child is with its parent
    shown = [page_of(found, each) for each in range(-(-len(found) // 3))]
    assert [at for page in shown for at in page] == found
    assert max(map(len, shown)) == 3
    assert page_of(found, len(shown)) == shown[0]
    assert page_of([], 5) == []


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
    assert proposals(now, child("Asia/Shanghai"), parent("Asia/Dubai"), FREE)[0] == first


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
