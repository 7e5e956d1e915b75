"""Times at which a teacher talks with families: what is offered, to whom first, and when it is recalled."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.school.meetings import (
    Meeting,
    Plan,
    Slot,
    is_far,
    open_at,
    remind_at,
    tell_day,
    tell_near,
    tell_offered,
)
from tests.domain.family import AUNT, GRANDMA, MOTHER, adult, circle

SHANGHAI, LISBON = "Asia/Shanghai", "Europe/Lisbon"
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)  # noon in Shanghai
MEETING = Meeting(1, 1, remote=True, minutes=15, offered_at=NOW, open_at=NOW + timedelta(days=1), cancelled_at=None)
MEI, FANG = adult(MOTHER), adult(GRANDMA)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """On Shanghai's clock."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


def test_the_days_of_a_week_can_be_chosen_but_sunday() -> None:
    choices = Plan(MONDAY.toordinal()).choices()
    assert [day.day for _bit, day in choices] == [24, 25, 26, 27, 28, 30, 1]
    assert Plan(MONDAY.toordinal(), days=choices[0][0] | choices[2][0]).chosen() == [
        date(2026, 11, 24),
        date(2026, 11, 26),
    ]


def test_times_follow_one_another_within_the_hours() -> None:
    plan = Plan(MONDAY.toordinal(), days=1, length=3)
    assert plan.times(SHANGHAI, NOW, ()) == [at(24, 16), at(24, 16, 30), at(24, 17), at(24, 17, 30)]


def test_what_is_over_or_offered_already_is_not_offered() -> None:
    plan = Plan(MONDAY.toordinal(), days=1, length=3)
    busy = [(at(24, 16, 20), at(24, 16, 40))]
    assert plan.times(SHANGHAI, at(24, 16, 55), busy) == [at(24, 17), at(24, 17, 30)]
    assert plan.times(SHANGHAI, NOW, busy) == [at(24, 17), at(24, 17, 30)]


@pytest.mark.parametrize("days", [0, 1 << 6, 999])
def test_no_number_of_days_is_too_strange(days: int) -> None:
    plan = Plan(MONDAY.toordinal(), days=days, length=9, window=9)
    assert len(plan.times(SHANGHAI, NOW, ())) == len(plan.chosen()) * 120 // plan.minutes


def test_each_day_keeps_the_schools_clock_when_the_clocks_change() -> None:
    friday = date(2026, 10, 23)
    plan = Plan(friday.toordinal(), days=1 | 1 << 2, length=3)  # Saturday, and Monday after the change
    found = plan.times(LISBON, datetime(2026, 10, 23, tzinfo=UTC), ())
    assert [(each.day, each.hour) for each in found if not each.minute] == [(24, 15), (24, 16), (26, 16), (26, 17)]


@pytest.mark.parametrize(
    ("remote", "first", "opens"),
    [
        (True, timedelta(days=5), timedelta(days=1)),
        (True, timedelta(hours=10), timedelta(hours=5)),  # not much is left: half of it
        (False, timedelta(days=5), timedelta()),
    ],
)
def test_by_phone_those_far_away_choose_first(remote: bool, first: timedelta, opens: timedelta) -> None:
    assert open_at(remote, NOW, NOW + first) == NOW + opens


def test_far_is_a_parent_who_lives_elsewhere() -> None:
    assert [is_far(each) for each in (MEI, FANG, replace(MEI, at_home=True), adult(AUNT))] == [
        *(True, False, False, False),
    ]
    assert MEETING.is_open_to(MEI, NOW)
    assert not MEETING.is_open_to(FANG, NOW)
    assert MEETING.is_open_to(FANG, NOW + timedelta(days=1))
    assert not replace(MEETING, cancelled_at=NOW).is_open_to(MEI, NOW)


def test_who_may_choose_later_is_asked_later_and_a_stand_in_not_at_all() -> None:
    told = tell_offered(MEETING, circle(MEI, FANG, AUNT))
    assert {each.to: each.not_before for each in told} == {MOTHER: None, GRANDMA: MEETING.open_at}


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (NOW, at(24, 18)),
        (at(24, 18), at(25, 15, 30)),  # the evening is reminded of, half an hour before is next
        (at(25, 9), at(25, 15, 30)),
        (at(25, 15, 30), None),
        (at(25, 15, 45), None),  # taken so late that nobody needs to be reminded
    ],
)
def test_the_evening_before_and_half_an_hour_before(now: datetime, then: datetime | None) -> None:
    assert remind_at(at(25, 16), now, SHANGHAI) == then


def test_a_teacher_is_reminded_once_for_all_of_a_day() -> None:
    slots = [Slot(1, 1, at(24, 16), None, None), Slot(2, 1, at(24, 16, 15), 1, 1), Slot(3, 1, at(24, 16, 30), 2, 5)]
    assert [len(tell_day(MEETING, slots, each, 9, NOW, SHANGHAI)) for each in slots] == [0, 1, 0]
    assert [each.to for each in tell_near(slots[1], NOW)] == [1]
    assert tell_near(slots[0], NOW) == []
