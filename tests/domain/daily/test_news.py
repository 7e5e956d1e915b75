"""In which words news is told: each of the ways before one comes again; and what was seen that day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.daily.news import WAYS, Seen, may_be_seen, next_way, takes_more, toggled


def test_the_first_news_of_a_family_is_said_in_the_first_way() -> None:
    assert next_way([[]]) == 0
    assert next_way([]) == 0


def test_in_a_month_each_way_comes_before_one_comes_again() -> None:
    told: list[int] = []
    for _ in range(31):
        told.insert(0, next_way([told[:WAYS]]))

    assert [set(told[at : at + WAYS]) for at in range(31 - WAYS)] == [set(range(WAYS))] * (31 - WAYS)


def test_what_is_said_of_several_children_at_once_is_new_to_each_of_them() -> None:
    assert next_way([[3, 2, 1], [0, 5]]) == 4
    assert next_way([[0, 1, 2], [3, 4, 5]]) in {2, 5}  # all were said: what is longest ago


@pytest.mark.parametrize(
    ("before", "tapped", "after"),
    [
        ("", "outside", "outside"),
        ("outside", "ate", "ate,outside"),  # in one order, whichever came first
        ("ate,outside", "outside", "ate"),
        ("ate,cried", "little", "little,cried"),  # a child did not eat both well and little
        ("alone", "friends", "friends,alone"),  # at one time alone, at another with friends
        ("cried", "cried", ""),
    ],
)
def test_each_tap_turns_one_thing_on_or_off(before: str, tapped: str, after: str) -> None:
    assert ",".join(toggled([Seen(each) for each in before.split(",") if each], Seen(tapped))) == after


def test_a_day_takes_more_until_the_evening_after_by_the_childs_calendar() -> None:
    answered = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)  # half past eleven in the evening in China
    last = datetime(2026, 11, 25, 15, 59, tzinfo=UTC)

    assert takes_more(answered, last, "Asia/Shanghai")
    assert not takes_more(answered, last + timedelta(minutes=1), "Asia/Shanghai")


def test_no_school_is_not_asked_of_a_sunday_or_a_holiday() -> None:
    monday, sunday = date(2026, 11, 23), date(2026, 11, 29)
    assert may_be_seen(monday, ()) == tuple(Seen)
    for day, holidays in ((sunday, set[date]()), (monday, {monday})):
        assert Seen.FREE not in may_be_seen(day, holidays)
        assert len(may_be_seen(day, holidays)) == len(Seen) - 1
