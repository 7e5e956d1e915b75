"""Calendar files as they are read: what is whole of them, however they were written, and nothing of what is none."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.school.calendar_imports import MOST, Entry, Repeats, Window
from bot.domain.school.roster_files import Unread
from bot.sheets import desk
from bot.sheets.calendars import entries_of
from tests.calendar_files import event, file, whole

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def only(content: bytes) -> Entry:
    found = entries_of(content)
    assert not isinstance(found, Unread)
    (entry,) = found
    return entry


@pytest.mark.wired
async def test_a_calendar_is_read_in_a_process_of_its_own_and_one_that_takes_too_long_is_ended() -> None:
    content = file(*(whole("20270101", name=f"Day {each}") for each in range(200)))
    found = await desk.read_calendar(content)
    assert len(found) == 200
    assert await desk.read_calendar(content, within=0.001) is Unread.TOO_MUCH


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Unread.EMPTY),
        (b" \r\n", Unread.EMPTY),
        (PNG, Unread.NO_LIST),
        (b"Name,Year\nZilola,2017\n", Unread.NO_LIST),
        (b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", Unread.NO_LIST),
        (b"BEGIN:VCALENDAR\r\nrubbish\r\nEND:VCALENDAR\r\n", Unread.NO_LIST),
        (file(), Unread.EMPTY),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:cut o", Unread.NO_LIST),
        (file(whole("20270101") * (MOST + 1)), Unread.TOO_MUCH),
    ],
)
def test_what_is_no_calendar_is_named(content: bytes, why: Unread) -> None:
    assert entries_of(content) is why


def test_of_a_file_that_is_cut_off_all_that_is_whole_is_read() -> None:
    content = file(whole("20270101", name="First"), whole("20270102", name="Second"))
    found = entries_of(content[: content.index(b"Second")])
    assert [each.name for each in found if isinstance(each, Entry)] == ["First"]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_letters_of_any_charset_and_folded_in_their_midst(charset: str) -> None:
    content = file(whole("20270101", name="元旦放假：全校师生都在家里过新年")).decode().encode(charset)
    if charset == "utf-8":
        at = content.index("放".encode()) + 1
        content = content[:at] + b"\r\n " + content[at:]
    assert only(content).name == "元旦放假：全校师生都在家里过新年"


def test_instants_keep_their_zone_and_those_without_stay_on_the_schools_clock() -> None:
    there = only(file(event("DTSTART;TZID=China Standard Time:20270101T080000", "DURATION:PT2H")))
    assert (there.begin, there.end) == (datetime(2027, 1, 1, 0, tzinfo=UTC), datetime(2027, 1, 1, 2, tzinfo=UTC))
    assert only(file(event("DTSTART:20270101T080000"))).begin == datetime(2027, 1, 1, 8)  # noqa: DTZ001 - no zone
    assert only(file(whole("20270101"))).begin == date(2027, 1, 1)


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("DTSTART:soon",),
        ("DTSTART;VALUE=DATE:20270231",),
        ("DTEND;VALUE=DATE:20270101",),
        ("DTSTART;TZID=America/New_York:99991231T230000",),
    ],
)
def test_an_entry_without_a_date_has_none(lines: tuple[str, ...]) -> None:
    assert only(file(event(*lines))).begin is None


@pytest.mark.parametrize(
    ("lines", "repeats", "last"),
    [
        ((), Repeats.ONCE, None),
        (("RRULE:FREQ=YEARLY",), Repeats.YEARLY, None),
        (("RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1",), Repeats.YEARLY, None),
        (("RRULE:FREQ=YEARLY;COUNT=3",), Repeats.YEARLY, date(2029, 1, 1)),
        (("RRULE:FREQ=YEARLY;UNTIL=20300101T000000Z",), Repeats.YEARLY, date(2030, 1, 1)),
        (("RRULE:FREQ=YEARLY;INTERVAL=2",), Repeats.OTHERWISE, None),
        (("RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=1",), Repeats.OTHERWISE, None),
        (("RRULE:FREQ=WEEKLY;UNTIL=20270301",), Repeats.OTHERWISE, date(2027, 3, 1)),
        (("RRULE:FREQ=NEVER",), Repeats.OTHERWISE, None),
        (("RDATE;VALUE=DATE:20270105",), Repeats.OTHERWISE, None),
    ],
)
def test_only_what_comes_every_year_on_its_day_is_simple(
    lines: tuple[str, ...], repeats: Repeats, last: date | None
) -> None:
    found = only(file(whole("20270101", "", *lines)))
    assert (found.repeats, found.last) == (repeats, last)


def test_days_that_were_taken_out_or_moved_are_known() -> None:
    yearly = whole("20260101", "", "UID:1", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20280101")
    found = entries_of(file(yearly, whole("20270104", "", "UID:1", "RECURRENCE-ID;VALUE=DATE:20270101")))
    assert [each.but for each in found if isinstance(each, Entry)] == [{date(2027, 1, 1), date(2028, 1, 1)}, set()]


def test_what_was_cancelled_says_so() -> None:
    assert only(file(whole("20270101", "", "STATUS:CANCELLED"))).cancelled
    assert not only(file(whole("20270101", "", "STATUS:CONFIRMED"))).cancelled


WINDOW = Window(date(2027, 3, 20), date(2027, 4, 30))


def starts(content: bytes) -> list[str] | None:
    found = entries_of(content, WINDOW)
    assert not isinstance(found, Unread)
    return [each.isoformat() for each in found[0].begins] if found[0].repeats == Repeats.WEEKLY else None


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=WEEKLY", "0325 0401 0408 0415 0422 0429"),
        ("FREQ=WEEKLY;INTERVAL=2", "0325 0408 0422"),
        ("FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20270405", "0322 0325 0329 0401 0405"),
        ("FREQ=WEEKLY;COUNT=13", "0325"),
        ("FREQ=WEEKLY;UNTIL=20270101", ""),
        ("FREQ=WEEKLY;BYDAY=1MO", None),
        ("FREQ=WEEKLY;BYHOUR=8", None),
        ("FREQ=WEEKLY;COUNT=soon", None),
        ("FREQ=MONTHLY", None),
        ("FREQ=DAILY", None),
    ],
)
def test_what_comes_weekly_is_read_day_by_day_within_the_school_year(rule: str, days: str | None) -> None:
    expected = None if days is None else [f"2027-{each[:2]}-{each[2:]}" for each in days.split()]
    assert starts(file(whole("20261231", "", f"RRULE:{rule}"))) == expected  # a Thursday


def test_what_comes_weekly_keeps_its_hour_when_the_clocks_change_and_leaves_out_what_was_taken_out() -> None:
    begins = "DTSTART;TZID=Europe/Berlin:20270318T073000"
    out = ("EXDATE;TZID=Europe/Berlin:20270408T073000", "EXDATE:20270415T053000Z")
    moved = event(
        "DTSTART;TZID=Europe/Berlin:20270423T073000", "UID:1", "RECURRENCE-ID;TZID=Europe/Berlin:20270422T073000"
    )
    content = file(event(begins, "UID:1", "RRULE:FREQ=WEEKLY;UNTIL=20270429T053000Z", *out), moved)
    assert starts(content) == [
        "2027-03-25T06:30:00+00:00",
        "2027-04-01T05:30:00+00:00",
        "2027-04-29T05:30:00+00:00",
    ]
