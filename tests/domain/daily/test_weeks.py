"""Seven days looked back upon: gaps stay gaps, and what is not for a reader is not there."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.daily.weeks import KEPT, Day, Mark, Said, days_until, is_sunday_evening, next_sunday, week
from bot.domain.local_time import local
from bot.domain.school.stickers import Sticker

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 11, day) for day in (23, 24, 25))
DAYS = days_until(date(2026, 11, 29))


def of(*said: Said, hides: bool = False, ill: tuple[date, date] | None = None, day: date = MONDAY) -> Day:
    """The day `day` of a week in which this was said."""
    marks = {TUESDAY: {Mark.CALL, Mark.TO_CHILD}}
    put = {WEDNESDAY: {"caring", "helped", "of another version"}}
    found = week(DAYS, said, hides_faces=hides, ill=[ill] if ill else [], marks=marks, stickers=put)
    return next(each for each in found if each.day == day)


def test_a_week_is_seven_days_and_ends_with_its_last() -> None:
    assert DAYS[0] == MONDAY
    assert len(DAYS) == 7


@pytest.mark.parametrize(
    ("said", "hides", "seen"),
    [
        ((), False, Day(MONDAY)),
        ((Said(MONDAY, "missed", None),), False, Day(MONDAY)),
        ((Said(MONDAY, "silent", None),), False, Day(MONDAY)),
        ((Said(MONDAY, "heard", None),), False, Day(MONDAY, heard=True)),
        ((Said(MONDAY, "together", None),), False, Day(MONDAY, joined=True)),
        ((Said(MONDAY, "answered", "well"), Said(MONDAY, "answered", "hard")), False, Day(MONDAY, "hard")),
        ((Said(MONDAY, "answered", "well"), Said(MONDAY, "missed", None)), False, Day(MONDAY, "well")),
        ((Said(TUESDAY, "answered", "sad"),), False, Day(MONDAY)),
        ((Said(MONDAY, "answered", "sad"),), True, Day(MONDAY, KEPT)),
        ((Said(MONDAY, "answered", "usual"),), True, Day(MONDAY, "usual")),
    ],
)
def test_how_a_day_stands(said: tuple[Said, ...], *, hides: bool, seen: Day) -> None:
    assert of(*said, hides=hides) == seen


def test_an_illness_lasts_from_its_first_day_to_its_last_and_marks_stand_in_one_order() -> None:
    ill = (MONDAY, TUESDAY)
    assert [of(ill=ill, day=each).ill for each in (MONDAY, TUESDAY, WEDNESDAY)] == [True, True, False]
    assert of(day=TUESDAY).marks == (Mark.TO_CHILD, Mark.CALL)


def test_stickers_stand_on_their_own_day_in_their_own_order_and_make_it_a_day_of_which_something_is_known() -> None:
    assert of(day=WEDNESDAY).stickers == (Sticker.HELPED, Sticker.CARING)
    assert of(day=TUESDAY).stickers == ()
    assert of(day=MONDAY).is_empty
    assert not of(day=WEDNESDAY).is_empty


@pytest.mark.parametrize("zone", ["Asia/Dubai", "Europe/Berlin", "Pacific/Auckland"])
def test_ten_thousand_sundays_are_spread_over_two_hours_of_the_evening_and_come_each_week(zone: str) -> None:
    now = datetime(2026, 3, 25, 12, tzinfo=UTC)  # a week in which clocks change in Berlin
    at = [next_sunday(now, zone, each) for each in range(10_000)]

    assert all(is_sunday_evening(each, zone) for each in at)
    assert max(at) - min(at) < timedelta(hours=2)
    busiest = Counter(int(each.timestamp()) // 60 for each in at).most_common(1)[0][1]
    assert busiest < 100  # in a minute: one and a half a second
    assert {local(next_sunday(each, zone, 7), zone).weekday() for each in at[:50]} == {6}
    assert next_sunday(at[7], zone, 7) > at[7] + timedelta(days=6)


@pytest.mark.parametrize(("day", "minute", "is_one"), [(29, 1109, False), (29, 1110, True), (28, 1200, False)])
def test_it_is_told_on_sunday_evening_and_not_later(day: int, minute: int, *, is_one: bool) -> None:
    now = datetime(2026, 11, day, minute // 60, minute % 60, tzinfo=UTC)
    assert is_sunday_evening(now, "UTC") is is_one
