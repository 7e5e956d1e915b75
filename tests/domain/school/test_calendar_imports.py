"""Entries of a calendar file on the school's clock: which days they are, and which are left out and why."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.domain.school.calendar_imports import SERIES, Entry, Repeats, days_of
from bot.domain.school.calendars import DayKind, Wrong

TODAY = date(2026, 11, 23)
SHANGHAI, BERLIN = "Asia/Shanghai", "Europe/Berlin"
D = date.fromisoformat


def clock(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("begin", "end", "zone", "first", "until"),
    [
        (D("2027-01-01"), D("2027-01-04"), SHANGHAI, "2027-01-01", "2027-01-03"),  # its end is not in it
        (D("2027-01-01"), D("2027-01-01"), SHANGHAI, "2027-01-01", "2027-01-01"),
        (D("2027-01-01"), None, SHANGHAI, "2027-01-01", "2027-01-01"),
        (D("2027-01-03"), D("2027-01-01"), SHANGHAI, "2027-01-03", "2027-01-03"),
        # late in London is the next day at the school
        (clock("2027-01-01T22:00+00:00"), clock("2027-01-01T23:00+00:00"), SHANGHAI, "2027-01-02", "2027-01-02"),
        (clock("2027-01-01T22:00"), clock("2027-01-01T23:00"), SHANGHAI, "2027-01-01", "2027-01-01"),
        # until midnight is not the next day
        (clock("2027-01-01T10:00"), clock("2027-01-02T00:00"), SHANGHAI, "2027-01-01", "2027-01-01"),
        # the clocks go forward on 28 March: 22:30 UTC is before midnight the day before, and after it that day
        (clock("2027-03-27T22:30+00:00"), None, BERLIN, "2027-03-27", "2027-03-27"),
        (clock("2027-03-28T22:30+00:00"), None, BERLIN, "2027-03-29", "2027-03-29"),
        (D("2027-03-27"), D("2027-03-30"), BERLIN, "2027-03-27", "2027-03-29"),
    ],
)
def test_a_day_is_the_schools(begin: date, end: date | None, zone: str, first: str, until: str) -> None:
    (day,), wrong = days_of([Entry("Trip", begin, end)], zone, TODAY)
    assert (day.first, day.until, wrong) == (D(first), D(until), [])


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (Entry("Trip", None, None), Wrong.NO_DATE),
        (Entry("Trip", D("2027-01-01"), clock("2027-01-02T00:00")), Wrong.NO_DATE),
        (Entry("Trip", datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), None), Wrong.NO_DATE),
        (Entry("", D("2027-01-01"), None), Wrong.NO_NAME),
        (Entry("https://example.com/", D("2027-01-01"), None), Wrong.NO_NAME),
        (Entry("Trip", D("2026-11-20"), D("2026-11-23")), Wrong.PAST),
        (Entry("Trip", D("2027-01-01"), D("2027-12-01")), Wrong.TOO_LONG),
        (Entry("Trip", D("2072-01-01"), None), Wrong.FAR),
        (Entry("Trip", D("9999-12-31"), None), Wrong.FAR),
        (Entry("Trip", D("2027-01-01"), None, cancelled=True), Wrong.CANCELLED),
        (Entry("Club", D("2026-09-01"), None, Repeats.OTHERWISE), Wrong.REPEATS),
        (Entry("Club", D("2025-09-01"), None, Repeats.OTHERWISE, D("2026-07-01")), Wrong.PAST),
    ],
)
def test_what_is_left_out_is_said_with_its_reason(entry: Entry, why: Wrong) -> None:
    days, wrong = days_of([entry, Entry("Play", D("2026-12-12"), None)], SHANGHAI, TODAY)
    assert [each.name for each in days] == ["Play"]
    assert [(each.line, each.wrong, each.words) for each in wrong] == [(1, why, entry.name[:20])]


def test_the_nearest_stands_first() -> None:
    entries = [Entry("Late", datetime(2027, 1, 5, tzinfo=UTC), None), Entry("Soon", D("2026-12-01"), None)]
    assert [each.name for each in days_of(entries, SHANGHAI, TODAY)[0]] == ["Soon", "Late"]


def series(name: str, *begins: date, cancelled: bool = False) -> Entry:
    return Entry(name, D("2026-09-01"), D("2026-09-02"), Repeats.SERIES, cancelled=cancelled, begins=begins)


def every(step: int, count: int) -> list[date]:
    return [D("2026-12-01") + timedelta(days=step * each) for each in range(count)]


def test_days_on_end_are_one_line_and_a_holiday_where_its_name_says_so() -> None:
    days, wrong = days_of(
        [series("Winter", *every(1, 14)), series("Rehearsal", *every(1, 4))], SHANGHAI, D("2026-11-30")
    )
    assert [(each.name, each.first.day, each.until.day, each.kind) for each in days] == [
        ("Winter", 1, 14, DayKind.HOLIDAY)
    ]
    assert [(each.wrong, each.words) for each in wrong] == [(Wrong.HOLIDAYS, "Rehearsal")]
    (day,), wrong = days_of([series("Exam week", *every(1, 5))], SHANGHAI, TODAY)
    assert ((day.first.day, day.until.day, day.kind), wrong) == ((1, 5, DayKind.EXAM), [])


def test_some_weeks_of_days_on_end_are_a_line_each() -> None:
    rehearsals = [each for each in every(1, 28) if each.weekday() < 5]
    days, _wrong = days_of([series("Rehearsal", *rehearsals)], SHANGHAI, TODAY)
    assert [(each.first.day, each.until.day) for each in days] == [(1, 4), (7, 11), (14, 18), (21, 25), (28, 28)]


def test_what_comes_weekly_is_a_day_each_time_but_not_in_the_holidays() -> None:
    choir = series("Choir", D("2026-12-01"), D("2026-12-08"), D("2026-12-15"))
    days, wrong = days_of([choir, Entry("Holiday", D("2026-12-07"), D("2026-12-10"))], SHANGHAI, TODAY)
    assert [(each.name, each.first) for each in days] == [
        ("Holiday", D("2026-12-07")),
        ("Choir", D("2026-12-01")),  # behind what comes once, which keeps its room
        ("Choir", D("2026-12-15")),
    ]
    assert [(each.wrong, each.words) for each in wrong] == [(Wrong.HOLIDAYS, "Choir")]


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (series("Choir"), Wrong.PAST),
        (series("Choir", D("2026-12-01"), cancelled=True), Wrong.CANCELLED),
        (series("", D("2026-12-01")), Wrong.NO_NAME),
        (series("Lesson", *every(2, SERIES + 1)), Wrong.REPEATS),
        (series("Lesson", *every(1, 200)), Wrong.REPEATS),  # no line lasts so long
        (series("Lesson", *(each for each in every(1, 240) if each.weekday() < 5)), Wrong.REPEATS),
    ],
)
def test_a_series_of_which_nothing_is_taken_says_why_once(entry: Entry, why: Wrong) -> None:
    days, wrong = days_of([entry], SHANGHAI, TODAY)
    assert (days, [each.wrong for each in wrong]) == ([], [why])
