"""📅 The calendar of a school: pasted, read out, kept with one tap; families, questions and visits know of it."""

import pytest

from bot.simulator.cast import IVAN, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, labels
from tests.handlers.school.staff_steps import LEAD, two_teachers
from tests.homeline import Homeline
from tests.households import GRANDMA, english_family, say, tap

LINES = "25.11.-27.11. Autumn holiday\n28.11. Exam: maths\nSomething\n5.12. Sports day"


@pytest.fixture(name="mei")
async def meis_phone(home: Homeline) -> Phone:
    """Mei's phone, far away; Lily is in Zhao's class 3B, and Zhao leads the school."""
    mei, _fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    await home.until(12, day=1)  # Tuesday
    return mei


@pytest.fixture(name="zhao")
def zhaos_phone(home: Homeline, mei: Phone) -> Phone:
    """Ms. Zhao's phone."""
    return home.phone(ZHAO)


async def pasted(home: Homeline, lines: str = LINES) -> None:
    """What Zhao pastes is kept."""
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠", "🎓 3B", "📅", "➕ Add days")
    await say(home, zhao, lines)
    await tap(home, zhao, "✅")


def told(phone: Phone) -> list[str]:
    """What a family has read of the calendar."""
    return [each for each in phone.texts if each.startswith("📅 Lily\n")]


async def test_a_calendar_is_read_out_first_kept_with_one_tap_and_taken_back_with_one(
    home: Homeline, zhao: Phone
) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "📅")
    assert "Families read each of them the evening before." in zhao.texts[-1]
    await tap(home, zhao, "➕ Add days")
    await say(home, zhao, LINES)
    read = zhao.texts[-1]
    assert "I read 3 lines:\n🏫 Wed, Nov 25 – Fri, Nov 27: Autumn holiday\n📝 Sat, Nov 28: Exam: maths" in read
    assert "❌ “Something”: no date." in read
    first = zhao.last
    await say(home, zhao, "12.12. School play")  # what comes after is added
    zhao.press("calendar_take:1:3", first)
    await home.settle()
    assert zhao.toast == OVER
    await tap(home, zhao, "✅")
    assert "4 lines are in the calendar now." in zhao.texts[-1]
    await tap(home, zhao, "📅")
    assert labels(zhao.last)[1:5] == ["🏫 Autumn holiday", "📝 Exam: maths", "📌 Sports day", "📌 School play"]
    await tap(home, zhao, "📌 Sports day", "🏫 It is a holiday")
    assert "🏫 Sat, Dec 5: Sports day" in zhao.texts[-1]
    zhao.press("calendar_undo:1", zhao.last)
    await home.settle()
    assert "will be here" in zhao.texts[-1]


async def test_days_that_were_pasted_wait_whatever_is_done_first(home: Homeline, mei: Phone, zhao: Phone) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "📅", "➕ Add days")
    await say(home, zhao, LINES)
    card = zhao.last
    await tap(home, zhao, "🏠", "🎓 3B", "📅", "➕ Waiting: 3")
    await say(home, zhao, "12.12. School play")
    await tap(home, zhao, "🏠", "🎓 3B", "📣")
    await say(home, zhao, "Bring a coat")
    zhao.press("calendar_take:1:3", card)
    await home.settle()
    assert zhao.toast == OVER  # it names fewer than were given since
    assert told(mei) == []
    await tap(home, zhao, "🏠", "🎓 3B", "📅", "➕ Waiting: 4", "✅")
    assert "4 lines are in the calendar now." in zhao.texts[-1]
    zhao.press("calendar_take:1:4", card)
    await home.settle()
    await tap(home, zhao, "🏠", "🎓 3B", "📅")
    assert labels(zhao.last)[:6] == [
        "➕ Add days",
        "🏫 Autumn holiday",
        "📝 Exam: maths",
        "📌 Sports day",
        "📌 School play",
        "🏠 Home",
    ]


async def test_a_day_that_could_be_meant_twice_waits_and_a_no_lets_all_go(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "📅", "➕ Add days")
    await say(home, zhao, "3/7/2027 Trip")
    card = zhao.last
    await tap(home, zhao, "🏠")
    zhao.press("calendar_order:1:day", card)
    await home.settle()
    assert card.words.startswith("I read 1 line:")
    await tap(home, zhao, "🏠", "🎓 3B", "📅", "➕ Waiting: 1", "❌")
    assert "will be here" in zhao.texts[-1]
    assert "➕ Add days" in labels(zhao.last)
    zhao.press("calendar_take:1:1", card)
    await home.settle()
    assert zhao.toast == OVER


async def test_families_read_one_line_the_evening_before_and_of_what_was_taken_out_nothing(
    home: Homeline, mei: Phone, zhao: Phone
) -> None:
    fang = home.phone(GRANDMA)
    await pasted(home)
    zhao.press("calendar_off:2", zhao.last)
    await home.settle()
    await home.until(16, 59)
    assert told(fang) == []
    await home.until(17, 1)
    assert told(fang) == told(mei) == ["📅 Lily\nNo school Wed, Nov 25 – Fri, Nov 27: Autumn holiday."]
    await home.until(17, 1, day=3)
    assert len(told(fang)) == 1
    assert not fang.sees("maths")


async def test_on_a_holiday_who_is_asked_on_school_days_is_not_asked(home: Homeline, mei: Phone, zhao: Phone) -> None:
    fang = home.phone(GRANDMA)
    await pasted(home, "25.11. Holiday")
    mei.press("rhythm_set:1:school", mei.last)
    await home.settle()
    await home.until(12, day=1)
    asked = len([each for each in fang.messages if "How is Lily" in each.text])
    await home.until(21)
    assert len([each for each in fang.messages if "How is Lily" in each.text]) == asked
    await home.until(21, day=1)
    assert fang.sees("How is Lily today?")


async def test_calls_and_visits_know_of_a_holiday(home: Homeline, mei: Phone, zhao: Phone) -> None:
    await pasted(home, "26.11.-6.12. Autumn holiday")
    await tap(home, mei, "🏠", "🗓", "🚆 Visit home")
    assert "When do you come home to Lily?\nNo school: Thu, Nov 26 – Sun, Dec 6." in mei.texts[-1]


async def test_only_who_leads_writes_and_only_who_works_there_sees(home: Homeline) -> None:
    await two_teachers(home)
    zhao, lead, ivan = home.phone(ZHAO), home.phone(LEAD), home.phone(IVAN)
    await home.newcomer(IVAN)
    await tap(home, lead, "🏠", "🎓 Teachers", "📅", "➕ Add days")
    await say(home, lead, LINES)
    await tap(home, lead, "✅")
    await tap(home, zhao, "🏠", "🎓 3B", "📅")
    assert "Autumn holiday" in zhao.texts[-1]
    assert not any(each.startswith(("➕", "🏫")) for each in labels(zhao.last))
    for phone, some in ((zhao, ("add:1", "off:1", "kind:1", "undo:1", "day:1")), (ivan, ("add:1", "off:1", "day:1"))):
        for each in some:
            phone.press(f"calendar_{each}", phone.last)
            await home.settle()
            assert phone.toast == OVER, each
    ivan.press("calendar:1", ivan.last)
    await home.settle()
    assert ivan.toast == OVER
    assert not ivan.sees("Autumn holiday")
