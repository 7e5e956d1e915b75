"""How often somebody is asked who does not answer, and that no week has more than eight messages."""

from datetime import date, timedelta

import pytest

from bot.domain.daily.asking import A_WEEK, has_room, is_asked, is_reminded
from bot.domain.local_time import DAY

MONDAY = date(2026, 11, 23)


def silence(days: int, every: int = 1) -> list[int]:
    """On which days of a silence the card is sent, the first day being 1."""
    cards: list[date] = []
    for ahead in range(0, days, every):
        if is_asked(cards, MONDAY + ahead * DAY):
            cards.append(MONDAY + ahead * DAY)
    return [(each - MONDAY).days + 1 for each in cards]


def test_a_silent_home_is_asked_three_times_then_every_third_day_then_weekly() -> None:
    assert silence(40) == [1, 2, 3, 6, 9, 12, 19, 26, 33, 40]


def test_who_is_asked_once_a_week_goes_on_being_asked_once_a_week() -> None:
    assert silence(36, every=7) == [1, 8, 15, 22, 29, 36]


def test_a_second_slot_of_a_day_is_asked_about_on_the_first_three_days_only() -> None:
    three = [MONDAY + each * DAY for each in range(3)]

    assert is_asked(three, MONDAY + 2 * DAY)
    assert not is_asked([*three, MONDAY + 5 * DAY], MONDAY + 5 * DAY)


def test_a_reminder_follows_the_first_two_days_only_and_once_a_day() -> None:
    assert is_reminded([], MONDAY)
    assert is_reminded([MONDAY], MONDAY + DAY)
    assert not is_reminded([MONDAY], MONDAY)
    assert not is_reminded([MONDAY, MONDAY + DAY], MONDAY + 2 * DAY)


@pytest.mark.parametrize("weekdays", [{6}, {0, 2, 4}, set(range(5)), set(range(7))])
def test_whoever_answers_or_not_no_week_has_more_than_eight_messages(weekdays: set[int]) -> None:
    begun: list[date] = []
    for day in (MONDAY + each * DAY for each in range(60)):
        if has_room(begun, day, lambda each: each.weekday() in weekdays):
            begun.append(day)
        if day.weekday() in weekdays:
            begun.append(day)
        assert len([each for each in begun if each > day - timedelta(days=7)]) <= A_WEEK

    assert len(begun) > len(weekdays) * 8


def test_with_a_question_each_day_there_is_room_for_one_reminder_a_week() -> None:
    assert has_room([], MONDAY, lambda _day: True)
    assert not has_room([MONDAY, MONDAY], MONDAY + DAY, lambda _day: True)
    assert has_room([MONDAY, MONDAY], MONDAY + DAY, lambda day: day.weekday() < 5)
