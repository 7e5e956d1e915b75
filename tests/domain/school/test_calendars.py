"""A school's calendar: what a day is, by its words, and when families read of it."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.school.calendar_lines import read
from bot.domain.school.calendars import DayKind, kind_of, next_kind, told_at

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Winter holiday", DayKind.HOLIDAY),
        ("No school", DayKind.HOLIDAY),
        ("国庆节放假", DayKind.HOLIDAY),
        ("期中考试", DayKind.EXAM),
        ("Контрольная по математике", DayKind.EXAM),
        ("Qishki ta'til", DayKind.HOLIDAY),
        ("Parents' evening", DayKind.EVENT),
        ("Contest of drawings", DayKind.EVENT),  # no test
    ],
)
def test_its_words_say_what_it_is_and_a_tap_makes_it_something_else(name: str, kind: DayKind) -> None:
    assert kind_of(name) is kind
    assert next_kind(next_kind(next_kind(kind))) is kind
    assert next_kind(kind) is not kind


def test_families_read_of_it_the_evening_before_and_of_what_has_begun_nothing() -> None:
    (day,) = read("24.11. Trip", TODAY).days
    noon, night = datetime(2026, 11, 23, 4, tzinfo=UTC), datetime(2026, 11, 23, 14, tzinfo=UTC)
    assert told_at(day, noon, "Asia/Shanghai") == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert told_at(day, night, "Asia/Shanghai") == night
    assert told_at(day, datetime(2026, 11, 24, 0, tzinfo=UTC), "Asia/Shanghai") is None
