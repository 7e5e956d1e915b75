"""When an entry of a calendar file comes again: day by day within the school year, whatever its rule says."""

from datetime import date
from functools import partial

import pytest

from bot.domain.school.calendar_imports import Repeats, Window
from bot.domain.school.roster_files import Unread
from bot.sheets import desk
from bot.sheets.calendars import entries_of
from tests.calendar_files import event, file, whole

WINDOW = Window(date(2027, 3, 20), date(2027, 4, 30))


def starts(*events: str) -> list[str] | None:
    """When the first of these comes; nothing where its rule is not read."""
    found = entries_of(file(*events), WINDOW)
    assert not isinstance(found, Unread)
    return [each.isoformat() for each in found[0].begins] if found[0].repeats == Repeats.SERIES else None


def days(text: str | None) -> list[str] | None:
    return None if text is None else [f"2027-{each[:2]}-{each[2:]}" for each in text.split()]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY", "0325 0401 0408 0415 0422 0429"),
        ("FREQ=WEEKLY;INTERVAL=2", "0325 0408 0422"),
        ("FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20270405", "0322 0325 0329 0401 0405"),
        ("FREQ=WEEKLY;COUNT=13", "0325"),
        ("FREQ=WEEKLY;UNTIL=20270101", ""),
        ("FREQ=DAILY;COUNT=83", "0320 0321 0322 0323"),
        ("FREQ=DAILY;UNTIL=20270322", "0320 0321 0322"),
        ("FREQ=DAILY;INTERVAL=10;UNTIL=20270415", "0321 0331 0410"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270324", "0322 0323 0324"),
        ("FREQ=DAILY;COUNT=1000000;BYMONTH=3;BYDAY=SU", "0321 0328"),
        ("FREQ=MONTHLY", "0331"),  # no 31st in April
        ("FREQ=MONTHLY;BYMONTHDAY=15", "0415"),
        ("FREQ=MONTHLY;BYDAY=1MO", "0405"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "0326 0430"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "0331 0430"),
        ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", ""),  # never
    ],
)
def test_its_days_within_the_school_year(rule: str, expected: str) -> None:
    assert starts(whole("20261231", "", f"RRULE:{rule}")) == days(expected)  # a Thursday


@pytest.mark.parametrize(
    ("begin", "rule", "expected"),
    [
        ("20150401", "FREQ=YEARLY", "2027-04-01"),
        ("20150101", "FREQ=YEARLY", "2028-01-01"),  # after the school year, and still the next
        ("20150101", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "2028-01-01"),
        ("20150510", "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU", "2027-05-09"),
        ("20240229", "FREQ=YEARLY", "2028-02-29"),
        ("20250101", "FREQ=YEARLY;INTERVAL=3", "2028-01-01"),
        ("20270501", "FREQ=YEARLY", "2027-05-01"),
        ("20260101", "FREQ=YEARLY;COUNT=2", None),
        ("20200101", "FREQ=YEARLY;UNTIL=20260101", None),
    ],
)
def test_what_comes_every_year_comes_once_the_next_time(begin: str, rule: str, expected: str | None) -> None:
    assert starts(whole(begin, "", f"RRULE:{rule}")) == ([expected] if expected else [])


def test_one_that_has_begun_is_still_on() -> None:
    assert starts(whole("20260318", "20260325", "RRULE:FREQ=YEARLY")) == ["2027-03-18"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=1000000",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=8,9,10",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYSETPOS=2",
        "FREQ=WEEKLY;COUNT=soon",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=NEVER",
        "FREQ=DAILY;UNTIL=20280101;COUNT=3\r\nRRULE:FREQ=WEEKLY",
        "FREQ=DAILY\r\nEXRULE:FREQ=WEEKLY",
    ],
)
def test_what_is_no_date_of_a_school_is_not_looked_for(rule: str) -> None:
    assert starts(whole("20261231", "", f"RRULE:{rule}")) is None


def test_it_begins_in_no_other_century() -> None:
    assert starts(whole("00010101", "", "RRULE:FREQ=DAILY")) is None


def test_it_keeps_its_hour_when_the_clocks_change_and_leaves_out_what_was_taken_out() -> None:
    begins = "DTSTART;TZID=Europe/Berlin:20270318T073000"
    out = ("EXDATE;TZID=Europe/Berlin:20270408T073000", "EXDATE:20270415T053000Z")
    moved = event(
        "DTSTART;TZID=Europe/Berlin:20270423T073000", "UID:1", "RECURRENCE-ID;TZID=Europe/Berlin:20270422T073000"
    )
    assert starts(event(begins, "UID:1", "RRULE:FREQ=WEEKLY;UNTIL=20270429T053000Z", *out), moved) == [
        "2027-03-25T06:30:00+00:00",
        "2027-04-01T05:30:00+00:00",
        "2027-04-29T05:30:00+00:00",
    ]


def test_a_day_that_was_moved_is_an_entry_of_its_own_and_the_year_after_is_not_taken_for_it() -> None:
    yearly = whole("20200401", "", "UID:1", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20280401")
    moved = whole("20270405", "", "UID:1", "RECURRENCE-ID;VALUE=DATE:20270401")
    assert starts(yearly, moved) == []
    found = entries_of(file(yearly, moved), WINDOW)
    assert not isinstance(found, Unread)
    assert (found[1].repeats, found[1].begin) == (Repeats.ONCE, date(2027, 4, 5))


def test_days_that_are_added_one_by_one_are_known() -> None:
    added = ("RDATE;VALUE=DATE:20270410,20270325,20290101", "EXDATE;VALUE=DATE:20270325")
    assert starts(whole("20270401", "", *added)) == days("0401 0410")
    assert starts(whole("20270401", "", "RRULE:FREQ=WEEKLY;COUNT=2", *added)) == days("0401 0408 0410")
    hour = "RDATE;TZID=Europe/Berlin:20270410T100000"
    assert starts(event("DTSTART;TZID=Europe/Berlin:20270401T080000", hour)) == [
        "2027-04-01T06:00:00+00:00",
        "2027-04-10T08:00:00+00:00",
    ]


@pytest.mark.wired
async def test_a_calendar_made_to_take_for_ever_is_ended_or_read_in_time() -> None:
    seconds = [whole("20261231", "", "RRULE:FREQ=SECONDLY;COUNT=1000000") for _ in range(500)]
    found = await desk.apart(partial(entries_of, file(*seconds, whole("20270401")), WINDOW))
    assert not isinstance(found, Unread)
    assert [each.repeats for each in found[-2:]] == [Repeats.OTHERWISE, Repeats.ONCE]
    never = [whole("20261231", "", "RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30") for _ in range(500)]
    assert await desk.apart(partial(entries_of, file(*never), WINDOW), within=2) is Unread.TOO_MUCH
