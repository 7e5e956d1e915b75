"""When a promise is counted, and when it is asked about."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.daily.promises import (
    Promise,
    PromiseState,
    PromiseTold,
    may_be_promised,
    next_step,
    pause_ends,
    sleeps,
    tell_day,
    tell_others,
)
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, person, told, whole

HOME = "Asia/Shanghai"
DAY = date(2026, 12, 24)


def at(day: int, hour: int, minute: int = 0, month: int = 12) -> datetime:
    """A time in December, on the wall clock in Anhui."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (at(1, 9, month=11), at(26, 17, month=11)),  # 28 sleeps before
        (at(26, 17, month=11), at(10, 17)),
        (at(10, 17), at(17, 17)),
        (at(17, 17), at(21, 17)),
        (at(21, 17), at(23, 17)),
        (at(23, 9), at(24, 0)),  # made on the eve: nobody is told twice on one day
        (at(23, 17), at(24, 0)),
        (at(24, 0), at(25, 12)),
    ],
)
def test_the_next_step_is_on_a_later_day(now: datetime, then: datetime) -> None:
    assert next_step(DAY, now, HOME) == then


def test_a_night_is_a_sleep_where_the_child_lives() -> None:
    assert sleeps(DAY, at(23, 23, 59), HOME) == 1
    assert sleeps(DAY, at(24, 0), HOME) == 0
    assert sleeps(DAY, at(25, 0), HOME) == -1


def test_a_promise_is_for_tomorrow_or_within_a_year() -> None:
    now = at(24, 8)
    assert not may_be_promised(DAY, now, HOME)
    assert may_be_promised(DAY + timedelta(days=1), now, HOME)
    assert may_be_promised(DAY + timedelta(days=365), now, HOME)
    assert not may_be_promised(DAY + timedelta(days=366), now, HOME)


@pytest.mark.parametrize(
    ("quiet", "then"), [((None, None), at(24, 20)), ((4 * 60, 9 * 60), at(24, 22)), ((12 * 60, 13 * 60), at(24, 17))]
)
def test_a_parent_who_is_asleep_hears_of_it_after_waking(quiet: tuple[int | None, int | None], then: datetime) -> None:
    parent = person(zone="America/New_York", quiet_from=quiet[0], quiet_until=quiet[1])

    assert parent.awake_from(at(24, 17)) == then  # 4:00 in New York


@pytest.mark.parametrize(
    ("day", "days", "end"),
    [
        (DAY, 3, at(27, 0)),
        (DAY, 14, at(7, 0) + timedelta(days=31)),
        (DAY, None, None),
        (None, 3, None),
    ],
    ids=["three days", "into the new year", "no pause", "no day yet"],
)
def test_the_pause_of_a_visit_ends_at_midnight_at_home(
    day: date | None, days: int | None, end: datetime | None
) -> None:
    assert pause_ends(Promise(1, 7, MOTHER, True, "", day, PromiseState.PLANNED, days), HOME) == end


@pytest.mark.parametrize(
    ("apart", "readers"),
    [(False, [FATHER, GRANDMA, GRANDPA, AUNT]), (True, [GRANDMA, GRANDPA, AUNT])],
    ids=["together", "on separate lines"],
)
def test_everybody_else_hears_of_it_but_a_parent_apart(apart: bool, readers: list[int]) -> None:
    visit = Promise(1, 7, MOTHER, True, "", DAY, PromiseState.PLANNED, None)
    around = whole(separate_lines=apart)

    assert told(tell_others(around, visit, "made"), PromiseTold) == readers
    assert {each.not_before for each in tell_day(around, visit, DAY)} == {at(24, 7, 30)}
