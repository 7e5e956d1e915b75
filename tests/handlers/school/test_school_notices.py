"""📣 Who leads a school writes to all of its classes or some; each class's teacher reads one line."""

import pytest

from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.pupils_steps import fill_class
from tests.handlers.school.schools_steps import OVER, data_of, labels
from tests.handlers.school.staff_steps import leads_phone  # noqa: F401 - fixture
from tests.homeline import Homeline
from tests.households import GRANDMA, say, sibling, tap

WORDS = "No school on Monday"
CARD = f"📣 Village school, Li Na\n{WORDS}"


@pytest.fixture(name="zhao")
def zhaos_phone(home: Homeline, lead: Phone) -> Phone:
    return home.phone(ZHAO)


async def write(home: Homeline, lead: Phone) -> None:
    await tap(home, lead, "🏠", "📣 Whole school")
    await say(home, lead, WORDS)


async def test_it_goes_to_every_class_and_its_teacher_reads_one_quiet_line(
    home: Homeline, lead: Phone, zhao: Phone
) -> None:
    mei, fang = home.phone(MEI), home.phone(GRANDMA)
    await tap(home, lead, "🏠", "📣 Whole school")
    assert "What should the families of Village school know?" in lead.texts[-1]
    await say(home, lead, WORDS)
    assert lead.texts[-1] == f"{WORDS}\n\nTo class 3B?"
    await tap(home, lead, "📣 Send")
    assert "On its way to class 3B." in lead.texts[-1]
    for phone in (mei, fang):
        assert len([each for each in phone.texts if each.startswith(CARD)]) == 1
    told = [each for each in zhao.messages if "Village school wrote to class 3B, too." in each.words]
    assert len(told) == 1
    assert told[0].silent
    assert not lead.sees("wrote to class")


async def test_the_lead_sees_numbers_by_class_and_a_teacher_the_names_of_their_own(
    home: Homeline, lead: Phone, zhao: Phone
) -> None:
    await write(home, lead)
    await tap(home, lead, "📣 Send", "👁")
    assert "3B: 0 of 1" in lead.texts[-1]
    assert "Lily" not in lead.texts[-1]
    assert "🔔 Remind" in labels(lead.last)
    await tap(home, home.phone(GRANDMA), "🙏")
    await tap(home, zhao, "👁 Confirmed")
    assert zhao.texts[-1] == "👁 3B: 1 of 1"
    await tap(home, lead, "👁")
    assert "3B: 1 of 1" in lead.texts[-1]
    assert "🔔 Remind" not in labels(lead.last)


async def test_some_classes_are_chosen_and_the_others_hear_nothing(home: Homeline, lead: Phone, zhao: Phone) -> None:
    await tap(home, zhao, "🏠")
    await home.class_room(ZHAO, name="4A")
    await write(home, lead)
    assert lead.texts[-1].endswith("To class 3B and 4A?")
    await tap(home, lead, "✏️ More", "🎓 Which classes", "✅ 3B", "✏️ Go on", "📣 Send")
    assert "No family has joined class 4A yet." in lead.texts[-1]
    assert not home.phone(MEI).sees(WORDS)
    lead.press("notice_for:1:1", lead.last)
    await home.settle()
    await tap(home, lead, "✅ 4A", "📣 Send")
    assert home.phone(MEI).sees(CARD)
    assert not [each for each in zhao.texts if "4A, too" in each]


async def test_who_leads_and_teaches_chooses_between_the_school_and_their_own_class(
    home: Homeline, lead: Phone, zhao: Phone
) -> None:
    await tap(home, lead, "🏠", "➕ Class")
    await say(home, lead, "1C")
    await say(home, lead, WORDS)
    await tap(home, lead, "👥 Whole school")
    assert "Class 3B and 1C, 1 household. Shall this go out?" in lead.texts[-1]
    await tap(home, lead, "👥 Own class")
    assert "Class 1C, 0 households. Shall this go out?" in lead.texts[-1]
    await tap(home, lead, "👥 Whole school", "📣 Send")
    assert home.phone(MEI).sees(CARD)


async def test_what_was_written_is_found_again_where_the_next_begins(home: Homeline, lead: Phone) -> None:
    await write(home, lead)
    await tap(home, lead, "✏️ More", "⏰ At a time", "⏰ Tomorrow 07", "🏠", "📣 Whole school", "⏰ No school on")
    assert "Goes to class 3B on Tue, Nov 24 at 07:00." in lead.texts[-1]
    await tap(home, lead, "❌ Do not send", "↩️ Undo")
    assert "Goes to class 3B on Tue, Nov 24 at 07:00." in lead.texts[-1]
    await tap(home, lead, "✅ Send now", "🏠", "📣 Whole school", "👁 No school on")
    assert "3B: 0 of 1" in lead.texts[-1]


async def test_it_waits_for_its_time_and_goes_out_each_week_as_any_other(
    home: Homeline, lead: Phone, zhao: Phone
) -> None:
    fang = home.phone(GRANDMA)
    await write(home, lead)
    await tap(home, lead, "✏️ More", "⏰ At a time", "⏰ Every week", "Friday", "07:00", "Fri, Dec 4")
    assert "Goes to class 3B every Friday at 07:00 until Fri, Dec 4." in lead.texts[-1]
    await home.until(7, 0, day=4)
    assert sum(each.startswith(CARD) for each in fang.texts) == 1
    await home.until(7, 0, day=7)
    assert sum(each.startswith(CARD) for each in fang.texts) == 2


async def test_only_who_leads_the_school_writes_to_it(home: Homeline, lead: Phone, zhao: Phone) -> None:
    await tap(home, zhao, "🏠")
    assert "📣 Whole school" not in [each.text for row in zhao.last.buttons for each in row]
    await say(home, zhao, "Mine")
    for forged in ("school_post:1", "school_all:1:1", "school_post:9"):
        zhao.press(forged, zhao.last)
        await home.settle()
        assert zhao.toast == OVER, forged
    await write(home, lead)
    for forged in ("notice_send:2", "notice_who:2", "notice_for:2:1", "school_own:2"):
        zhao.press(forged, zhao.last)
        await home.settle()
        assert zhao.toast == OVER, forged
    assert not home.phone(MEI).sees(WORDS)


async def test_two_children_in_two_classes_are_one_card(home: Homeline, lead: Phone, zhao: Phone) -> None:
    mei = home.phone(MEI)
    await tap(home, zhao, "🏠")
    link = await home.class_room(ZHAO, name="4A")
    await tap(home, mei, "🏠", "⚙️", "➕")
    await say(home, mei, "Ben")
    await tap(home, mei, "2016", "May", "🇨🇳")
    mei.open(link)
    await home.settle()
    await tap(home, mei, "Ben", "✅")
    await tap(home, zhao, "✅")
    await fill_class(home, ["Ana"])
    await write(home, lead)
    await tap(home, lead, "📣 Send")
    assert len([each for each in mei.texts if each.startswith(CARD)]) == 1
    await tap(home, mei, "🙏 Seen")
    await tap(home, lead, "👁")
    assert "3B: 1 of 1\n4A: 1 of 1" in lead.texts[-1]


async def test_those_still_open_are_reminded_privately_twice_at_most(home: Homeline, lead: Phone, zhao: Phone) -> None:
    mei, fang = home.phone(MEI), home.phone(GRANDMA)
    await home.until(14, day=1)
    await write(home, lead)
    await tap(home, lead, "📣 Send", "👁", "🔔 Remind")
    assert lead.texts[-1].endswith("3B: 0 of 1\nReminded: 1 of 2.")
    assert "🔔 Remind" not in labels(lead.last)
    teacher = len(zhao.texts)
    assert [sum("still open" in each for each in phone.texts) for phone in (mei, fang)] == [1, 1]
    await home.until(14, day=1)
    await tap(home, lead, "👁", "🔔 Remind")
    assert lead.texts[-1].endswith("Reminded: 2 of 2.")
    await home.until(14, day=1)
    await tap(home, lead, "👁")
    assert "🔔 Remind" not in labels(lead.last)
    assert not any("still open" in each for each in zhao.texts[teacher:])
    await tap(home, fang, "🙏")
    await tap(home, lead, "👁")
    assert "3B: 1 of 1" in lead.texts[-1]


async def test_nobody_else_reminds_and_who_has_confirmed_or_only_reads_is_left_in_peace(
    home: Homeline, lead: Phone, zhao: Phone
) -> None:
    mei, fang = home.phone(MEI), home.phone(GRANDMA)
    await home.until(14, day=1)
    await write(home, lead)
    await tap(home, lead, "📣 Send", "👁")
    for phone in (zhao, mei, fang):
        phone.press(data_of(lead, "🔔"), phone.last)
        await home.settle()
        assert phone.toast == OVER
    await tap(home, fang, "🙏")
    lead.press(data_of(lead, "🔔"), lead.last)
    await home.settle()
    assert lead.toast == OVER
    assert not any("still open" in each for phone in (mei, fang) for each in phone.texts)

    await tap(home, lead, "🏠", "📣 Whole school")
    await say(home, lead, "Good holidays")
    await tap(home, lead, "✏️ More", "📄", "📣 Send", "👁")
    assert "🔔 Remind" not in labels(lead.last)


async def test_a_parent_of_two_pupils_is_reminded_once(home: Homeline, lead: Phone, zhao: Phone) -> None:
    mei = home.phone(MEI)
    await tap(home, zhao, "🏠")
    link = await home.class_room(ZHAO, name="4A")
    await sibling(home, "Tom")
    mei.open(link)
    await home.settle()
    await tap(home, mei, "Tom", "✅")
    await tap(home, zhao, "✅")
    await home.until(14, day=1)
    await write(home, lead)
    await tap(home, lead, "📣 Send", "👁", "🔔 Remind")
    assert "3B: 0 of 1\n4A: 0 of 1" in lead.texts[-1]
    assert sum("still open" in each for each in mei.texts) == 1
