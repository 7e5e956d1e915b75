"""Calendar files as they are read: what is whole of them, however they were written, and nothing of what is none."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from bot.domain.school.calendar_imports import MOST, Entry, Window
from bot.domain.school.roster_files import Unread
from bot.sheets import desk
from bot.sheets.calendars import entries_of
from tests.calendar_files import event, file, whole

WINDOW = Window(date(2027, 3, 20), date(2027, 4, 30))
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def only(content: bytes) -> Entry:
    found = entries_of(content, WINDOW)
    assert not isinstance(found, Unread)
    (entry,) = found
    return entry


@pytest.mark.wired
async def test_a_calendar_is_read_in_a_process_of_its_own_and_one_that_takes_too_long_is_ended() -> None:
    content = file(*(whole("20270101", name=f"Day {each}") for each in range(200)))
    found = await desk.apart(partial(entries_of, content, WINDOW))
    assert len(found) == 200
    assert await desk.apart(partial(entries_of, content, WINDOW), within=0.001) is Unread.TOO_MUCH


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
    assert entries_of(content, WINDOW) is why


def test_of_a_file_that_is_cut_off_all_that_is_whole_is_read() -> None:
    content = file(whole("20270101", name="First"), whole("20270102", name="Second"))
    found = entries_of(content[: content.index(b"Second")], WINDOW)
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


def test_what_was_cancelled_says_so() -> None:
    assert only(file(whole("20270101", "", "STATUS:CANCELLED"))).cancelled
    assert not only(file(whole("20270101", "", "STATUS:CONFIRMED"))).cancelled
