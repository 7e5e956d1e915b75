"""What becomes of times to talk with a teacher when a class, a family or a child goes its way."""

import pytest

from bot.queries.school import meetings
from bot.services.privacy.erasing import erase_child
from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.staff_steps import LEAD, list_of, two_teachers
from tests.handlers.school.test_meetings import offered, reminders
from tests.homeline import Homeline
from tests.households import read, tap


@pytest.fixture(name="lead")
async def the_leads_phone(home: Homeline) -> Phone:
    """Zhao teaches 3B beside Li Na; Mei, who is far away, has the first of the times that she offers."""
    await two_teachers(home)
    await home.until(12, day=1)
    await offered(home)
    await tap(home, home.phone(MEI), "🪑")
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
    assert "Tap the time that suits you." in mei.texts[-1]


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
