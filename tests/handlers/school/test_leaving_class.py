"""A family takes its child out of a class: asked first, told to the teacher and at home, and undone for a day."""

import pytest

from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, labels
from tests.homeline import Homeline
from tests.households import GRANDMA, english_family, second_parent, since, tap


@pytest.fixture(name="mei")
async def in_class(home: Homeline) -> Phone:
    """Mei's phone; Lily is in Zhao's class 3B, and Grandma reads English."""
    mei, _fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    return mei


async def test_leaving_is_not_what_the_welcome_offers_and_asks_first(home: Homeline, mei: Phone) -> None:
    assert labels(mei.last)[0] == "🎓 About 3B"
    assert not any("Leave" in each for each in labels(mei.last))
    teacher = len(home.phone(ZHAO).texts)

    await tap(home, mei, "🎓 About 3B")
    assert "The teacher is Zhao Lan." in mei.texts[-1]
    await tap(home, mei, "👋")
    assert "nobody in the family" in mei.texts[-1]
    await tap(home, mei, "❌")
    assert "The teacher is Zhao Lan." in mei.texts[-1]

    await home.notice("Trip on Friday")
    assert mei.sees("Trip on Friday")
    assert not any("left class" in each for each in home.phone(ZHAO).texts[teacher:])


async def test_who_stays_at_home_and_the_teacher_read_it_and_grandma_takes_it_back(home: Homeline, mei: Phone) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    teacher = len(zhao.texts)
    await tap(home, mei, "🎓 About 3B", "👋", "✅")

    assert "no longer come here" in mei.texts[-1]
    assert "Lily is out of class 3B. It was Mei." in fang.texts[-1]
    assert since(zhao, teacher) == ["🎓 Lily's family has left class 3B here. Nothing more reaches them."]

    await home.later(hours=20)
    await tap(home, fang, "↩️")
    assert fang.sees("Lily is in class 3B again.")
    assert mei.sees("Lily is in class 3B again.")
    assert zhao.sees("Lily's family is in class 3B again.")
    assert not any("asks to add Lily" in each for each in since(zhao, teacher))


async def test_after_a_day_the_way_back_is_the_teachers_yes(home: Homeline, mei: Phone) -> None:
    await tap(home, mei, "🎓 About 3B", "👋", "✅")
    left, back = mei.last, "class_back:1"
    await home.later(hours=25)
    mei.press(back, left)
    await home.settle()

    assert mei.toast == OVER
    zhao = home.phone(ZHAO)
    assert not any("again" in each for each in zhao.texts)


async def test_on_separate_lines_the_other_parent_reads_no_name(home: Homeline, mei: Phone) -> None:
    jun = await second_parent(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "↔️", "✅")
    await tap(home, mei, "🏠")
    seen = len(jun.texts)
    mei.press("class_leave_yes:1", mei.last)
    await home.settle()

    assert any("It was a parent." in each for each in jun.texts[seen:])
    assert not any("Mei" in each for each in jun.texts[seen:])
