"""A class goes on for another year, gets another name, is closed and brought back; and what its poster says then."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.queries.school import schools
from bot.simulator.cast import IVAN, MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER
from tests.handlers.school.staff_steps import LEAD, two_teachers
from tests.homeline import Homeline
from tests.households import GRANDMA, since, tap


@pytest.fixture(name="zhao")
async def zhaos_class(home: Homeline) -> Phone:
    """Li leads, Zhao teaches 3B, which Lily is in."""
    await two_teachers(home)
    return home.phone(ZHAO)


async def near_the_end(home: Homeline, **after: float) -> None:
    """The clock so long after the end of the class's year."""
    room = await home.app.store.run(lambda tx: schools.class_room_of(tx, 1))
    assert room is not None
    home.clock.push(room.ends_at - home.clock.now() + timedelta(**after))
    await home.settle()
    await home.later(hours=12)  # into everybody's day


async def test_two_taps_carry_a_class_and_its_families_are_told_once(home: Homeline, zhao: Phone) -> None:
    families = [home.phone(MEI), home.phone(GRANDMA)]
    await near_the_end(home, days=-30)
    offer = next(each for each in reversed(zhao.messages) if "Shall it go on?" in each.words)
    assert "Class 3B ends on Sat, Jul 31." in offer.words
    assert not home.phone(LEAD).sees("Shall it go on?")
    seen = [len(each.texts) for each in families]

    await tap(home, zhao, "✅ As 4B")
    await home.later(hours=12)
    assert zhao.sees("Class 3B goes on as 4B.")
    for phone, before in zip(families, seen, strict=True):
        assert [text for text in since(phone, before) if "3B" in text] == ["🎓 Class 3B goes on as 4B."]
    zhao.press("class_carry_yes:1:next", offer)
    await home.settle()
    assert zhao.toast == OVER  # not 5B

    await home.later(days=40)
    zhao.say("📣 Welcome back")
    await home.settle()
    assert not home.phone(MEI).sees("has ended")
    assert "Which" not in zhao.texts[-1]
    assert (await home.app.store.run(lambda tx: schools.my_class(tx, 1, 2))) is not None


async def test_without_an_answer_teacher_lead_and_families_read_the_end_and_it_comes_back(
    home: Homeline, zhao: Phone
) -> None:
    await near_the_end(home, days=-30)
    await near_the_end(home, hours=1)

    assert zhao.sees("Class 3B has ended. Its families are told.")
    assert home.phone(LEAD).sees("Class 3B has ended. Its families are told.")
    for each in (MEI, GRANDMA):
        assert sum("Class 3B has ended here." in text for text in home.phone(each).texts) == 1

    await tap(home, home.phone(LEAD), "🔄 Bring it back", "✅ Still 3B")
    await home.later(hours=12)
    assert home.phone(MEI).sees("Class 3B goes on for another year.")
    await tap(home, zhao, "🏠", "🎓 3B")
    assert "1 child is here" in zhao.texts[-1]


async def test_a_closed_class_says_so_on_its_poster_and_after_two_months_it_is_gone(
    home: Homeline, zhao: Phone
) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "🔗")
    poster = next(text for text in reversed(zhao.texts) if "start=" in text).rpartition("start=")[2]
    await tap(home, zhao, "🏠", "🎓 3B", "⏹")
    assert "Close class 3B?" in zhao.texts[-1]
    assert not home.phone(MEI).sees("has ended")
    await tap(home, zhao, "✅")
    assert home.phone(MEI).sees("Class 3B has ended here.")
    over = zhao.last

    ivan = await home.newcomer(replace(IVAN, language_code="en"), poster)
    assert "Class 3B has ended. Ask the school for a new poster." in ivan.texts[-1]
    home.clock.push(timedelta(days=61))
    zhao.press("class_carry:1", over)
    await home.settle()
    assert zhao.toast == OVER


async def test_another_name_is_read_by_the_families_and_another_schools_teacher_gives_none(
    home: Homeline, zhao: Phone
) -> None:
    mei, ivan = home.phone(MEI), await home.school(IVAN, "Town school")
    for data in ("class_rename:1", "class_close:1", "class_close_yes:1", "class_carry:1", "class_carry_yes:1:next"):
        ivan.press(data, ivan.last)
        await home.settle()
        assert ivan.toast == OVER, data
    await tap(home, zhao, "🏠", "🎓 3B", "✏️")
    zhao.say("3C")
    await home.settle()

    assert "Class 3B is called 3C now." in zhao.texts[-1]
    assert "Class 3B is called 3C now." in mei.texts[-1]


async def test_a_second_class_of_one_name_has_its_teacher_in_it(home: Homeline, zhao: Phone) -> None:
    lead = home.phone(LEAD)
    await home.class_room(LEAD)

    assert any("The name 3B is taken, so yours is 3B Li Na." in text for text in lead.texts)
    mei = home.phone(MEI)
    mei.open(next(text for text in reversed(lead.texts) if "start=" in text).rpartition("\n")[2])
    await home.settle()
    assert "Lily, class 3B Li Na, Village school: may the school" in mei.texts[-1]
    assert "Li Na (teacher) sees Lily's name" in mei.texts[-1]
