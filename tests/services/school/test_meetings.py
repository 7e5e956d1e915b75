"""What becomes of times to talk with a teacher when a class, a family or a child goes its way."""

import pytest

from bot.queries.circle import people
from bot.queries.school import meetings
from bot.services.privacy import exports
from bot.services.privacy.erasing import erase_child
from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import labels
from tests.handlers.school.staff_steps import LEAD, STRANGER, code, list_of, two_teachers
from tests.handlers.school.test_meetings import offered, reminders
from tests.homeline import Homeline
from tests.households import read, since, tap


@pytest.fixture(name="lead")
async def the_leads_phone(home: Homeline) -> Phone:
    """Zhao teaches 3B beside Li Na; Mei, who is far away, has the first of the times that she offers."""
    await two_teachers(home)
    await home.until(12, day=1)
    await offered(home)
    await tap(home, home.phone(MEI), "🪑", "🪑")
    return home.phone(LEAD)


async def taken(home: Homeline) -> int:
    """How many times are somebody's."""
    return sum(each.is_taken for each in await read(home, lambda tx: meetings.slots(tx, 1)))


async def test_who_is_given_the_class_reads_who_comes_and_is_reminded(home: Homeline, lead: Phone) -> None:
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "🎓 Li Na")
    assert await taken(home) == 1
    assert lead.sees("🪑 Class 3B\nAt school, 15 minutes each: 1 of 8 taken.")
    await home.until(18, 1)
    assert reminders(lead, "Class 3B")[0].endswith("16:00  Lily (Mei)")
    assert reminders(home.phone(ZHAO), "Class 3B") == []
    assert reminders(home.phone(MEI), "Lily")[0].startswith("Soon you meet Li Na at school: tomorrow")


async def test_a_class_that_ends_lets_nobody_wait_at_a_door(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    zhao.press("class_close_yes:1", zhao.last)
    await home.settle()
    assert home.phone(MEI).sees("is off:")
    await home.until(18, 1)
    assert not home.phone(MEI).sees("Soon you meet")


async def test_a_child_who_is_taken_out_leaves_its_time_to_others_and_back_it_is_asked_again(
    home: Homeline, lead: Phone
) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    zhao.press("pupil_out_yes:1", zhao.last)
    await home.settle()
    assert await taken(home) == 0
    assert mei.sees("These times are no longer offered.")
    zhao.press("pupil_in:1", zhao.last)
    await home.settle()
    assert "A talk about Lily, 15 minutes at school." in mei.texts[-1]


async def test_who_leaves_the_circle_leaves_the_time_to_others(home: Homeline, lead: Phone) -> None:
    mei = home.phone(MEI)
    assert await taken(home) == 1
    mei.press("leave_yes:1", mei.last)
    await home.settle()
    assert await taken(home) == 0
    assert home.phone(ZHAO).sees("0 of 8 taken.")


async def test_a_child_who_is_erased_leaves_a_time_that_another_family_can_take(home: Homeline, lead: Phone) -> None:
    await read(home, lambda tx: erase_child(tx, 1))
    await home.settle()
    assert await taken(home) == 0
    assert len(await read(home, lambda tx: meetings.slots(tx, 1))) == 8


@pytest.fixture(name="po")
async def a_second_teacher(home: Homeline, lead: Phone) -> Phone:
    """Ivan teaches 3B beside Zhao, who has offered times already."""
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "➕ Second teacher", "🎓 Ivan Petrov")
    return ivan


async def offered_by(home: Homeline, phone: Phone) -> None:
    """The day after tomorrow, so that it is no time of Zhao's."""
    await tap(home, phone, "🏠", "🎓 3B", "🪑")
    await tap(home, phone, labels(phone.last)[1], "📣 Offer")


async def test_of_two_teachers_the_family_reads_the_one_who_has_offered(home: Homeline, lead: Phone, po: Phone) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await offered_by(home, po)
    assert mei.texts[-1].startswith("🪑 Class 3B, Ivan Petrov\nA talk about Lily")
    assert "Zhao" not in mei.texts[-1]
    assert "Talks with Ivan Petrov." in zhao.texts[-1]
    assert "Talks with" not in po.texts[-1]
    teacher = len(zhao.texts)
    await tap(home, mei, "🪑", "🪑")
    assert "You meet Ivan Petrov at school:" in mei.texts[-1]
    assert "1 of 8 taken." in po.texts[-1]
    await tap(home, mei, "🏠", "🎓 School", "👁")
    assert {"🪑 Zhao Lan", "🪑 Ivan Petrov"} <= {each.text for row in mei.last.buttons for each in row}
    await tap(home, zhao, "🏠", "🎓 3B", "🪑")
    assert any(each.text.endswith("1/8 · Ivan Petrov") for row in zhao.last.buttons for each in row)

    await home.until(18, 1)
    await home.until(15, 31)
    await home.until(18, 1)
    teacher = len(zhao.texts)
    mei.press("meeting_back:9", mei.last)
    await home.settle()
    assert po.sees("Free again:")
    assert not any("Free again" in each for each in since(zhao, teacher))
    (talks,) = reminders(po, "Class 3B")
    assert talks.startswith("Your talks, Thu, Nov 26:")
    assert [each.split("\n")[0] for each in reminders(zhao, "Class 3B")] == [
        *("Your talks, Wed, Nov 25:", "Your talks begin soon:")  # her own, and none of his
    ]


async def test_who_is_no_second_teacher_any_more_leaves_the_talks_to_the_teacher_and_the_family_reads_it(
    home: Homeline, lead: Phone, po: Phone
) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await offered_by(home, po)
    await tap(home, mei, "🪑", "🪑")
    before, gone = len(mei.texts), len(po.texts)
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "🚪 Ivan Petrov")
    assert [each for each in since(mei, before) if each.startswith("🪑")] == [
        "🪑 Lily\nYour talk stays: Thu, Nov 26, 16:00 there, 12:00 for you. Zhao Lan is there for you now."
    ]
    assert zhao.sees("🪑 Class 3B\nAt school, 15 minutes each: 1 of 8 taken.\n\nThu")
    await home.until(15, 31, day=2)
    assert reminders(mei, "Lily")[-1].startswith("It is nearly time: you meet Zhao Lan at school")
    assert reminders(po, "Class 3B") == []
    assert not any("Lily" in each for each in since(po, gone))


async def test_who_erases_themselves_leaves_their_talks_to_the_teacher(home: Homeline, lead: Phone, po: Phone) -> None:
    mei = home.phone(MEI)
    await offered_by(home, po)
    await tap(home, mei, "🪑", "🪑")
    po.press("erase_me", po.last)
    await home.settle()
    assert mei.sees("Zhao Lan is there for you now.")
    assert "Ivan" not in str(await read(home, lambda tx: [meetings.get(tx, each) for each in (1, 2)]))
    assert len(set(await read(home, lambda tx: [meetings.host(tx, each) for each in meetings.coming(tx, 1)]))) == 1


async def test_a_colleague_who_calls_off_tells_whoever_would_have_met_the_families(
    home: Homeline, lead: Phone, po: Phone
) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    before = len(zhao.texts)
    po.press("meeting_off_yes:1", po.last)
    await home.settle()
    assert "🪑 Class 3B\nThese talks are off. Families who had a time are told." in since(zhao, before)
    assert mei.sees("The talk with Zhao Lan is off:")


async def test_what_a_teacher_has_offered_is_in_what_they_take_along(home: Homeline, lead: Phone, po: Phone) -> None:
    await offered_by(home, po)
    everybody = await read(home, lambda tx: [exports.of_classes(tx, people.get(tx, each)) for each in range(1, 6)])
    assert sorted(len(room["my_meetings"]) for rooms in everybody for room in rooms if "my_meetings" in room) == [8, 8]
