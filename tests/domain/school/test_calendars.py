"""A school's calendar as people write it: dates in many ways, a name behind them; what is wrong is said by line."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.school.calendars import DayKind, Wrong, kind_of, next_kind, read, told_at

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("line", "first", "until", "name"),
    [
        ("2026-12-24 Sports day", "2026-12-24", "2026-12-24", "Sports day"),
        ("24.12.–10.1. Winter holiday", "2026-12-24", "2027-01-10", "Winter holiday"),
        ("24.12.2026 - 10.01.2027: Зимние каникулы", "2026-12-24", "2027-01-10", "Зимние каникулы"),
        ("15.1. Exam: maths", "2027-01-15", "2027-01-15", "Exam: maths"),
        ("1月1日 元旦放假", "2027-01-01", "2027-01-01", "元旦放假"),
        ("1月1日至3日 元旦放假", "2027-01-01", "2027-01-03", "元旦放假"),
        ("2027年1月20日—2月20日：寒假", "2027-01-20", "2027-02-20", "寒假"),
        ("24 Dec to 26 Dec, Christmas", "2026-12-24", "2026-12-26", "Christmas"),
        ("Dec 24, 2026 School play", "2026-12-24", "2026-12-24", "School play"),
        ("5 iyul Bayram", "2027-07-05", "2027-07-05", "Bayram"),
        ("24-26 Dec", None, None, ""),
        ("20 ноября – 30 ноября Выставка", "2026-11-20", "2026-11-30", "Выставка"),  # it has begun
    ],
)
def test_a_day_or_several_and_what_they_are(line: str, first: str | None, until: str | None, name: str) -> None:
    days, wrong = read(line, TODAY)
    if first is None or until is None:
        assert (days, len(wrong)) == ([], 1)
        return
    (found,) = days
    assert (found.first, found.until, found.name) == (date.fromisoformat(first), date.fromisoformat(until), name)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Winter holiday", Wrong.NO_DATE),
        ("31.2. A day that is none", Wrong.NO_DATE),
        ("24.12.", Wrong.NO_NAME),
        ("2026-10-01 Long ago", Wrong.PAST),
        ("2026-12-24 – 2026-12-20 Backwards", Wrong.TOO_LONG),
        ("2026-12-24 – 2027-12-20 A year", Wrong.TOO_LONG),
    ],
)
def test_what_is_wrong_is_said_by_line_and_the_rest_is_kept(line: str, why: Wrong) -> None:
    days, wrong = read(f"\n{line}\n15.1. Exam", TODAY)
    assert [each.name for each in days] == ["Exam"]
    assert [(each.line, each.wrong) for each in wrong] == [(2, why)]


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
    (day,), _ = read("24.11. Trip", TODAY)
    noon, night = datetime(2026, 11, 23, 4, tzinfo=UTC), datetime(2026, 11, 23, 14, tzinfo=UTC)
    assert told_at(day, noon, "Asia/Shanghai") == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert told_at(day, night, "Asia/Shanghai") == night
    assert told_at(day, datetime(2026, 11, 24, 0, tzinfo=UTC), "Asia/Shanghai") is None
