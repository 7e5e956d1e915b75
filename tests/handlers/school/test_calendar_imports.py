"""📅 The calendar of a school as a file: fetched, read out, kept with one tap; what is none is answered kindly."""

import pytest

from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from tests.calendar_files import event, file, whole
from tests.handlers.school.staff_steps import LEAD, two_teachers
from tests.handlers.school.test_calendars import meis_phone, told  # noqa: F401 - a fixture
from tests.homeline import Homeline
from tests.households import GRANDMA, say, tap

SCHOOL_YEAR = file(
    whole("20261125", "20261128", name="Autumn holiday"),
    event("DTSTART;TZID=Europe/London:20261127T200000", "DTEND;TZID=Europe/London:20261127T210000", name="Exam: maths"),
    whole("20200101", "20200102", "RRULE:FREQ=YEARLY", name="New Year"),
    event(name="Some day"),
    whole("20260901", "", "RRULE:FREQ=DAILY", name="Choir"),
    *(whole(f"202601{day:02}", name=f"Old {day}") for day in range(1, 6)),
)


@pytest.fixture(name="zhao")
async def leads_phone(home: Homeline, mei: Phone) -> Phone:
    """Ms. Zhao is asked for the calendar."""
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠", "🎓 3B", "📅", "➕ Add days")
    return zhao


async def send(home: Homeline, phone: Phone, data: bytes, name: str = "school.ics") -> str:
    phone.document(name, data)
    await home.settle()
    return phone.texts[-1]


async def test_a_file_is_read_out_first_with_what_is_left_out_and_kept_with_one_tap(
    home: Homeline, zhao: Phone
) -> None:
    count = len(zhao.texts)
    text = await send(home, zhao, SCHOOL_YEAR)

    assert len(zhao.texts) == count + 1  # what was read stands in the place of “I am reading the calendar”
    assert (
        "I read 3 lines:\n🏫 Wed, Nov 25 – Fri, Nov 27: Autumn holiday\n"
        "📝 Sat, Nov 28: Exam: maths\n📌 Fri, Jan 1: New Year"
    ) in text
    assert "❌ “Some day”: no date.\n" in text
    assert "❌ “Old 3”: already over.\n❌ 2 more: already over.\n" in text
    assert "❌ “Choir”: repeats; please write its days one by one.\n" in text
    await home.until(17, 1)
    assert told(home.phone(GRANDMA)) == []

    await tap(home, zhao, "✅")
    assert "3 lines are in the calendar now." in zhao.texts[-1]
    await tap(home, zhao, "↩️")
    assert "will be here" in zhao.texts[-1]


async def test_families_read_of_a_day_that_came_in_a_file(home: Homeline, zhao: Phone) -> None:
    await send(home, zhao, SCHOOL_YEAR)
    await tap(home, zhao, "✅")
    await home.until(17, 1)
    assert told(home.phone(GRANDMA)) == ["📅 Lily\nNo school Wed, Nov 25 – Fri, Nov 27: Autumn holiday."]


async def test_of_two_calendars_that_overlap_each_day_stands_once(home: Homeline, zhao: Phone) -> None:
    await send(home, zhao, SCHOOL_YEAR)
    text = await send(home, zhao, file(whole("20270101", name="new  year"), whole("20270102", name="Trip")), "more.ics")
    assert "I read 4 lines:" in text
    assert "❌ “new year”: already there." in text
    await tap(home, zhao, "✅")
    await tap(home, zhao, "📅", "➕ Add days")
    text = await send(home, zhao, SCHOOL_YEAR)
    assert "There is no new day to add." in text
    assert "❌ “Autumn holiday”: already there." in text
    await say(home, zhao, "5.12. Sports day")
    assert "I read 1 line:" in zhao.texts[-1]
    assert "📌 Sat, Dec 5: Sports day" in zhao.texts[-1]


async def test_what_is_no_calendar_is_answered_kindly_and_nothing_gathered_is_lost(home: Homeline, zhao: Phone) -> None:
    await say(home, zhao, "5.12. Sports day")
    assert "I found no calendar in this file." in await send(home, zhao, b"\x89PNG\r\n\x1a\n\0\0\0", "school.ics")
    assert "There are no days in this file yet." in await send(home, zhao, file())
    text = await send(home, zhao, b"BEGIN:VCALENDAR\r\n" + bytes(3_000_000 - 20))
    assert "too large for a calendar: at most 2 MB." in text
    text = await send(home, zhao, file(whole("20270102", name="Trip")))
    assert "I read 2 lines:" in text
    assert "Sports day" in text


async def test_a_long_calendar_fits_into_one_message_and_says_how_much_more_there_is(
    home: Homeline, zhao: Phone
) -> None:
    days = [
        whole(f"2027{1 + each // 28:02}{1 + each % 28:02}", name=f"{each} {'Зимний праздник ' * 8}")
        for each in range(150)
    ]
    text = await send(home, zhao, file(*days))
    assert "I read 120 lines:" in text
    assert "… and 80 more." in text
    assert "❌ 27 more: the calendar is full." in text
    assert len(text) < 4096


async def test_who_has_gone_on_reads_that_nothing_was_taken(home: Homeline, zhao: Phone) -> None:
    zhao.document("school.ics", SCHOOL_YEAR)
    zhao.press("calendar:1", zhao.last)
    await home.settle()
    assert any("I took nothing from this file." in each for each in zhao.texts[-2:])
    await tap(home, zhao, "🏠", "🎓 3B", "📅")
    assert "will be here" in zhao.texts[-1]


async def test_only_who_leads_the_school_is_read_a_calendar(home: Homeline) -> None:
    await two_teachers(home)
    zhao, lead = home.phone(ZHAO), home.phone(LEAD)
    await tap(home, lead, "🏠", "🎓 Teachers", "📅", "➕ Add days")
    zhao.document("school.ics", SCHOOL_YEAR)
    await home.settle()
    assert not zhao.sees("Autumn holiday")
    assert "I read 3 lines" in await send(home, lead, SCHOOL_YEAR)


async def test_what_comes_weekly_is_one_line_before_it_is_kept_and_goes_with_one_tap(
    home: Homeline, zhao: Phone
) -> None:
    choir = whole("20260901", "", "RRULE:FREQ=WEEKLY;UNTIL=20270105", "EXDATE;VALUE=DATE:20261208", name="Choir")
    text = await send(home, zhao, file(choir, whole("20261215", "20261218", name="Winter holiday")))
    assert "I read 6 lines:\n🏫 Tue, Dec 15 – Thu, Dec 17: Winter holiday\n" in text
    assert "\n📌 Tue, Nov 24 – Tue, Jan 5: Choir, 5 times\nFamilies read a line before each of these days.\n" in text
    assert "❌ “Choir”: not in the holidays.\n" in text
    await tap(home, zhao, "✅")
    assert "6 lines are in the calendar now." in zhao.texts[-1]
    await home.until(17, 1, day=6)
    assert told(home.phone(GRANDMA)) == ["📅 Lily\nTue, Dec 1: Choir."]

    await tap(home, zhao, "📅", "📌 Choir", "❌ All 4")
    shown = next(each for each in reversed(zhao.texts) if "what is to come" in each)
    assert "Choir" not in shown
    assert "Winter holiday" in shown


async def test_a_series_without_an_end_ends_with_the_school_year(home: Homeline, zhao: Phone) -> None:
    text = await send(home, zhao, file(whole("20200907", "", "RRULE:FREQ=WEEKLY", name="Assembly")))
    assert "📌 Mon, Nov 30 – Mon, Jul 26: Assembly, 35 times" in text


async def test_what_comes_yearly_daily_and_monthly_is_taken_with_its_exceptions(home: Homeline, zhao: Phone) -> None:
    content = file(
        whole("20100301", "", "RRULE:FREQ=YEARLY", name="National day off"),
        whole("20261207", "", "RRULE:FREQ=DAILY;COUNT=5", name="Exam week"),
        whole("20260907", "", "UID:1", "RRULE:FREQ=MONTHLY;BYDAY=1MO;UNTIL=20270331", name="Assembly"),
        whole("20270105", "", "UID:1", "RECURRENCE-ID;VALUE=DATE:20270104", name="Assembly, moved"),
        whole("20260907", "", "RRULE:FREQ=SECONDLY;COUNT=1000000", name="Tick"),
    )
    text = await send(home, zhao, content)
    assert "🏫 Mon, Mar 1: National day off\n" in text
    assert "📝 Mon, Dec 7 – Fri, Dec 11: Exam week\n" in text
    assert "📌 Mon, Dec 7: Assembly\n" in text
    assert "📌 Tue, Jan 5: Assembly, moved\n" in text
    assert "Jan 4" not in text
    assert "Mon, Mar 1: Assembly" not in text  # a holiday
    assert "❌ “Tick”: repeats; please write its days one by one.\n" in text


async def test_a_lead_who_sends_one_without_being_asked_adds_it_with_one_tap(home: Homeline, zhao: Phone) -> None:
    for key in ("🏠 Home", "📣"):
        zhao.say(key)
        await home.settle()
        assert "I read 3 lines:" in await send(home, zhao, SCHOOL_YEAR)
        assert zhao.texts[-1].endswith("Shall they go into the calendar?")
        if key.startswith("🏠"):
            await tap(home, zhao, "❌")
    await tap(home, zhao, "✅")
    assert "3 lines are in the calendar now." in zhao.texts[-1]
    assert not any("program" in each for each in zhao.texts)


async def test_what_waits_already_is_added_with_the_file(home: Homeline, zhao: Phone) -> None:
    await say(home, zhao, "5.12. Sports day")
    await tap(home, zhao, "🏠")
    assert "I read 4 lines:" in await send(home, zhao, SCHOOL_YEAR)


async def test_anybody_else_reads_kindly_whom_a_calendar_is_for(home: Homeline, mei: Phone) -> None:
    before = len(home.phone(GRANDMA).texts)
    said = await send(home, mei, SCHOOL_YEAR)
    assert said.startswith("This is a calendar. Whoever leads a school can add one to the school's calendar here.\n")
    assert "program" not in said
    assert len(home.phone(GRANDMA).texts) == before
