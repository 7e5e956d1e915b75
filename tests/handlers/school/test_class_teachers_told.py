"""Everybody who teaches a class hears what they need, nobody twice, and one tap settles it for all."""

import pytest

from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, labels
from tests.handlers.school.slips_steps import opened, slips
from tests.handlers.school.staff_steps import STRANGER, code, leads_phone, list_of  # noqa: F401 - fixture
from tests.homeline import Homeline, link_in
from tests.households import FATHER, GRANDMA, say, since, tap


@pytest.fixture(name="ivan")
async def a_second_teacher(home: Homeline, lead: Phone) -> Phone:
    """Ivan teaches 3B together with Ms. Zhao; Lily is in it."""
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "➕ Second teacher", "🎓 Ivan Petrov")
    await home.until(13, day=1)
    return ivan


async def ask_in(home: Homeline, name: str) -> Phone:
    """Jun's child; he opens the poster and agrees."""
    zhao, jun = home.phone(ZHAO), home.phone(FATHER)
    await home.child(FATHER, name)
    await tap(home, zhao, "🏠", "🎓 3B", "🔗 Poster")
    jun.open(link_in(zhao))
    await home.settle()
    await tap(home, jun, "✅")
    return jun


async def test_who_asks_to_come_in_is_shown_to_both_and_one_yes_is_enough(
    home: Homeline, lead: Phone, ivan: Phone
) -> None:
    zhao, before = home.phone(ZHAO), len(lead.texts)
    jun = await ask_in(home, "Tom")
    for phone in (zhao, ivan):
        assert "Is Tom in your class?" in phone.texts[-1]
    asked, data = ivan.last, next(b.data for row in ivan.last.buttons for b in row if b.text.startswith("✅"))
    seen = len(ivan.texts)
    await tap(home, zhao, "✅")
    for phone in (zhao, ivan):
        assert phone.texts[-1] == "✅ Tom is in class 3B now."
        assert "↩️ Undo" in labels(phone.last)
    assert len(ivan.texts) == seen  # in place, and without a sound
    ivan.press(data, asked)
    await home.settle()
    assert ivan.toast == OVER
    assert sum("Tom is in class 3B now" in each for each in jun.texts) == 1

    await tap(home, ivan, "↩️ Undo")
    for phone in (zhao, ivan):
        assert "Is Tom in your class?" in phone.texts[-1]
    await tap(home, ivan, "❌")
    for phone in (zhao, ivan):
        assert phone.texts[-1] == "❌ Tom was not added to class 3B."
    assert since(lead, before) == []  # who leads the school and does not teach there is not asked


async def test_who_sleeps_reads_in_the_morning_how_it_stands_and_is_asked_nothing(home: Homeline, ivan: Phone) -> None:
    zhao = home.phone(ZHAO)
    await home.quiet(STRANGER, 12 * 60, 15 * 60)
    await ask_in(home, "Tom")
    seen = len(ivan.texts)
    await tap(home, zhao, "✅")
    assert since(ivan, seen) == []
    await home.until(16)
    assert since(ivan, seen) == ["✅ Tom is in class 3B now."]


async def test_a_slip_that_was_opened_is_told_to_both_softly(home: Homeline, ivan: Phone) -> None:
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕ Add names")
    await say(home, zhao, "1 Karimov Anvar 2017")
    await tap(home, zhao, "✅", "🏠", "🎓 3B", "🗒", "🖨")
    seen, phone = len(ivan.texts), home.phone(FATHER)
    ((at_home, _far),) = await slips(home, zhao)
    await opened(home, phone, at_home)
    await tap(home, phone, "👴")
    for each in (zhao, ivan):
        assert sum("Karimov Anvar: somebody at home is here now." in text for text in each.texts) == 1
    assert len(since(ivan, seen)) == 1
    assert ivan.last.silent


async def test_a_family_that_leaves_and_is_back_is_told_to_both(home: Homeline, ivan: Phone) -> None:
    zhao, mei, fang = home.phone(ZHAO), home.phone(MEI), home.phone(GRANDMA)
    await tap(home, mei, "🏠", "🎓 School", "🎓 About 3B", "👋", "✅")
    for phone in (zhao, ivan):
        assert phone.texts[-1] == "🎓 Lily's family has left class 3B here. Nothing more reaches them."
    await tap(home, fang, "↩️")
    for phone in (zhao, ivan):
        assert phone.texts[-1] == "🎓 Lily's family is in class 3B again."


async def test_a_child_whom_one_teacher_takes_out_is_out_for_the_other_too(home: Homeline, ivan: Phone) -> None:
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🧒 One child", "Lily", "🚪 Left the class", "✅")
    assert ivan.texts[-1] == "🎓 Lily is out of class 3B. The family is told."
    await tap(home, zhao, "↩️")
    assert ivan.texts[-1] == "🎓 Lily's family is in class 3B again."


async def test_the_year_is_offered_to_both_and_one_answer_is_enough(home: Homeline, ivan: Phone) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await home.until(13, day=230)
    for phone in (zhao, ivan):
        assert sum("Shall it go on?" in each for each in phone.texts) == 1
    seen = len(zhao.texts)
    await tap(home, ivan, "✅ As 4B")
    for phone in (zhao, ivan):
        assert phone.sees("🎓 Class 3B goes on as 4B.")
        assert not phone.sees("Shall it go on?")
    assert len(zhao.texts) == seen  # in place
    assert sum("Class 3B goes on as 4B." in each for each in mei.texts) == 1


async def test_a_class_that_one_of_them_closes_is_told_to_the_other_and_either_brings_it_back(
    home: Homeline, lead: Phone, ivan: Phone
) -> None:
    zhao = home.phone(ZHAO)
    await tap(home, ivan, "🏠", "🎓 3B", "⏹ Close class", "✅")
    for phone in (zhao, ivan, lead):
        assert "Class 3B has ended. Its families are told." in phone.texts[-1]
    await tap(home, ivan, "🔄 Bring it back", "✅ Still 3B")
    assert ivan.texts[-1] == "🎓 Class 3B goes on for another year."
    assert zhao.texts[-1] == "🎓 Class 3B goes on for another year."


async def test_a_new_name_is_told_to_the_other(home: Homeline, ivan: Phone) -> None:
    await tap(home, ivan, "🏠", "🎓 3B", "✏️ Rename")
    await say(home, ivan, "3C")
    assert home.phone(ZHAO).texts[-1] == "🎓 Class 3B is called 3C now."


async def test_a_child_that_one_of_them_gives_to_another_class_is_told_to_the_other(
    home: Homeline, lead: Phone, ivan: Phone
) -> None:
    zhao = home.phone(ZHAO)
    await tap(home, lead, "🏠", "➕ Class")
    await say(home, lead, "4A")
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕ Add names")
    await say(home, zhao, "1 Wang Lily")
    await tap(home, zhao, "✅", "🗒", "🔗 Lily", "1 Wang Lily", "✏️", "1 Wang Lily", "🎓 To another class", "🎓 4A")
    assert ivan.texts[-1] == "🗒 Wang Lily is in class 4A now. The teacher there and the family are told."
    assert "Wang Lily has come into class 4A from 3B." in lead.texts[-1]


async def test_a_family_reads_of_everybody_who_teaches_the_class_before_it_says_yes(
    home: Homeline, ivan: Phone
) -> None:
    zhao, jun = home.phone(ZHAO), home.phone(FATHER)
    await home.child(FATHER, "Tom")
    await tap(home, zhao, "🏠", "🎓 3B", "🔗 Poster")
    jun.open(link_in(zhao))
    await home.settle()
    assert "Zhao Lan (teacher) and Ivan Petrov (teacher) see Tom's name, if a parent" in jun.texts[-1]
    await tap(home, home.phone(MEI), "🎓 About 3B")
    assert home.phone(MEI).sees("The teachers are Zhao Lan and Ivan Petrov.")


async def test_who_leads_the_school_is_called_so_and_a_teacher_where_they_teach(home: Homeline, lead: Phone) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await home.until(13, day=1)
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")
    await home.later(minutes=30)
    await home.later(minutes=30)
    await tap(home, zhao, "🎓 Tell the lead")
    await tap(home, lead, "✅ I found out")
    assert fang.texts[-1].endswith("✅ Li Na (head teacher) knows where Lily is.")
    assert "✅ Li Na (head teacher) has found out where Lily is." in zhao.texts[-1]  # a new one, which rings
    assert not zhao.last.silent

    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "➕ Second teacher", "🎓 Li Na")
    await tap(home, lead, "📋 Roll call", "❌ Lily", "✅ Done", "📋 Correct", "Lily", "✅ Done")
    assert fang.texts[-1].startswith("📋 Lily, from Li Na (teacher)\n")
