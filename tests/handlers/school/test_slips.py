"""🖨 Slips: printed with three taps, opened by a grandmother with four, and nobody types or confirms anything."""

from dataclasses import replace

import pytest

from bot.queries.circle import circles
from bot.queries.school import enrolments
from bot.simulator.cast import IVAN, JUN, LI, MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, labels
from tests.handlers.school.slips_steps import listed_class, opened, printed, slips, tied
from tests.homeline import Homeline
from tests.households import GRANDMA, english_family, tap

FATHER = replace(JUN, language_code="en")
STRANGER = replace(IVAN, language_code="en")
CLOSED = "This code is used or too old. The teacher of class 3B gives you a new one."


@pytest.fixture(name="zhao")
async def teachers_phone(home: Homeline) -> Phone:
    """Class 3B with a list of three, in which no family is yet."""
    return await listed_class(home)


async def test_a_class_is_printed_with_three_taps_and_the_school_is_asked_once_where_it_is(
    home: Homeline, zhao: Phone
) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "🖨")
    assert zhao.texts[-1] == "Where is the school? The children's homes go by its clock."
    await tap(home, zhao, "China")

    assert zhao.texts[-1].startswith("🖨 3 slips to print. The left code is for home.")
    assert "Write by hand where a box is empty: Zilola 㐀." in zhao.texts[-1]
    found = await slips(home, zhao)
    assert len(found) == 3
    assert len({link for pair in found for link in pair}) == 6


async def test_a_grandmother_is_in_with_four_taps_and_the_teacher_confirms_nothing(home: Homeline, zhao: Phone) -> None:
    (link, _far), *_others = await printed(home, zhao)
    fang = home.phone(GRANDMA)
    fang.open(link)
    await home.settle()
    assert "Village school, class 3B" in fang.texts[-1]
    await tap(home, fang, "✅", "✅", "✅")

    assert fang.texts[-1].startswith("Anvar, class 3B, Village school.\nWith your tap the school's notices come to")
    assert fang.texts[-1].endswith("Who are you to Anvar?")
    assert "Karimov" not in fang.texts[-1]
    assert await tied(home) == [None, None, None]
    before = len(zhao.texts)
    await tap(home, fang, "👵")

    assert any("Welcome to Anvar's circle. I ask now and then how Anvar is." in each for each in fang.texts)
    assert any("Anvar is in class 3B now." in each for each in fang.texts)
    assert any("The other code is for the parent far away" in each for each in fang.texts)
    assert await tied(home) == [1, None, None]
    assert zhao.texts[before:] == ["🖨 Class 3B\nKarimov Anvar: somebody at home is here now."]
    assert labels(zhao.last) == ["🚪 Not this family", "🏠 Home", "☂️ Help"]
    await home.until(20, day=1)
    assert any("How is Anvar today?" in each for each in fang.texts)


async def test_the_parent_who_opens_the_other_code_comes_into_the_same_circle_at_once(
    home: Homeline, zhao: Phone
) -> None:
    (near, far), *_others = await printed(home, zhao)
    fang, mei = home.phone(GRANDMA), home.phone(MEI)
    await opened(home, fang, near)
    await tap(home, fang, "👵")
    await opened(home, mei, far)
    assert mei.texts[-1].endswith("Who are you to Anvar?")
    await tap(home, mei, "Mum")

    members = await home.app.store.run(lambda tx: circles.get(tx, 1))
    assert members is not None
    assert [each.role.value for each in members.active] == ["guardian", "parent"]
    assert members.active[1].is_new
    assert await home.app.store.run(lambda tx: enrolments.children(tx, 1)) == [1]
    assert any("is in Anvar's circle now." in each for each in fang.texts)
    assert not any("Where are you now?" in each for each in mei.texts)
    await tap(home, mei, "👪 Far away")
    assert mei.texts[-1] == "Where are you now?"
    assert zhao.texts[-1] == "🖨 Class 3B\nKarimov Anvar: the parent far away is here now."


async def test_the_far_parent_may_be_the_first_and_home_comes_after(home: Homeline, zhao: Phone) -> None:
    (near, far), *_others = await printed(home, zhao)
    mei, fang = home.phone(MEI), home.phone(GRANDMA)
    await opened(home, mei, far)
    await tap(home, mei, "Mum")
    assert any("The other code is for who looks after Anvar." in each for each in mei.texts)
    await opened(home, fang, near)
    await tap(home, fang, "👵")

    assert any("Welcome to Anvar's circle. I ask now and then" in each for each in fang.texts)
    assert await tied(home) == [1, None, None]


async def test_a_child_may_be_called_otherwise_at_home_and_the_year_of_birth_is_told_afterwards(
    home: Homeline, zhao: Phone
) -> None:
    _first, (near, _far), *_rest = await printed(home, zhao)
    fang = home.phone(GRANDMA)
    await opened(home, fang, near)
    assert fang.texts[-1].endswith("Who are you to 小明?")
    await tap(home, fang, "✏️ “王小明”")
    assert fang.texts[-1].endswith("Who are you to 王小明?")
    await tap(home, fang, "👵")
    (asked,) = [each for each in fang.messages if each.words == "When was 王小明 born?"]
    fang.tap("2016", message=asked)
    await home.settle()
    await tap(home, fang, "May")

    circle = await home.app.store.run(lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert (circle.child.name, circle.child.birth_year, circle.child.birth_month) == ("王小明", 2016, 5)


async def test_a_code_opens_once_and_every_other_hand_is_answered_kindly(home: Homeline, zhao: Phone) -> None:
    (near, _far), (other, _), *_rest = await printed(home, zhao)
    fang, ivan = home.phone(GRANDMA), home.phone(STRANGER)
    await opened(home, fang, near)
    await tap(home, fang, "👵")
    fang.open(near)
    await home.settle()
    assert fang.texts[-1] == "You are in Anvar's circle already."
    await opened(home, ivan, near)
    assert ivan.texts[-1] == CLOSED
    zhao.open(other)
    await home.settle()
    assert "This link is for the others: forward it to them." in zhao.texts[-1]
    ivan.open(other)
    await home.settle()
    await tap(home, ivan, "❌")
    assert ivan.texts[-1] == "All right. The school sees nothing. The code still works."
    await home.later(days=61)
    ivan.open(other)
    await home.settle()
    assert ivan.texts[-1] == CLOSED
    assert await tied(home) == [1, None, None]


async def test_printing_again_spares_who_has_a_paper_and_one_alone_can_be_made_anew(
    home: Homeline, zhao: Phone
) -> None:
    (first, _), *_others = await printed(home, zhao)
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "🖨")
    assert zhao.texts[-1].startswith("🖨 3 children have a slip or are here already.")
    assert labels(zhao.last)[:2] == ["🧒 One child", "🔄 All again"]
    await tap(home, zhao, "🧒 One child", "1. Karimov Anvar")
    ((again, _far),) = await slips(home, zhao)

    ivan, fang = home.phone(STRANGER), home.phone(GRANDMA)
    await opened(home, ivan, first)
    assert ivan.texts[-1] == CLOSED
    await opened(home, fang, again)
    assert fang.texts[-1].endswith("Who are you to Anvar?")


async def test_no_list_no_paper(home: Homeline) -> None:
    await home.school()
    await home.class_room()
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠", "🎓 3B", "🗒")
    zhao.press("slips:1", zhao.last)
    await home.settle()

    assert "There is no list of class 3B yet." in zhao.texts[-1]
    assert not [each for each in zhao.messages if each.kind == "document" and "🖨" in each.words]


async def test_the_wrong_family_is_taken_out_and_the_next_paper_leads_the_right_one_into_a_circle_of_its_own(
    home: Homeline, zhao: Phone
) -> None:
    (near, far), *_others = await printed(home, zhao)
    ivan, fang = home.phone(STRANGER), home.phone(GRANDMA)
    await opened(home, ivan, near)
    await tap(home, ivan, "Someone else")
    await tap(home, zhao, "🚪 Not this family", "✅")
    assert "Karimov Anvar needs a new slip." in zhao.texts[-1]
    assert any("The school says Anvar is not in class 3B any more." in each for each in ivan.texts)
    mei = home.phone(MEI)
    await opened(home, mei, far)
    assert mei.texts[-1] == CLOSED
    await tap(home, zhao, "🖨 New slip")
    ((again, _far),) = await slips(home, zhao)
    await opened(home, fang, again)
    before = len(ivan.texts)
    await tap(home, fang, "👵")

    assert await tied(home) == [2, None, None]
    assert ivan.texts[before:] == []


async def test_who_has_the_child_here_already_ties_it_with_one_tap_and_later_hands_wait_for_the_familys_yes(
    home: Homeline, zhao: Phone
) -> None:
    await english_family(home)
    (near, far), *_others = await printed(home, zhao)
    fang = home.phone(GRANDMA)
    fang.open(near)
    await home.settle()
    assert fang.texts[-1].endswith("Which of your children is Anvar?")
    assert labels(fang.last)[:3] == ["🧒 Lily", "➕ None of these", "❌ Not now"]
    await tap(home, fang, "🧒 Lily")

    assert await tied(home) == [1, None, None]
    assert await home.app.store.run(lambda tx: enrolments.children(tx, 1)) == [1]
    assert "Karimov Anvar: somebody at home is here now." in zhao.texts[-1]
    jun = home.phone(FATHER)
    await opened(home, jun, far)
    await tap(home, jun, "Dad")
    circle = await home.app.store.run(lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert len(circle.active) == 3


async def test_nobody_else_can_print_or_take_out_and_old_buttons_are_harmless(home: Homeline, zhao: Phone) -> None:
    (near, _far), *_others = await printed(home, zhao)
    fang = home.phone(GRANDMA)
    await opened(home, fang, near)
    await tap(home, fang, "👵")
    li = await home.newcomer(replace(LI, language_code="en"))
    for data in ("slips:1", "slips_in:1:CN", "slips_make:1:all", "slips_one:1:0", "slip_make:1", "slip_wrong:1"):
        li.press(data, li.last)
        await home.settle()
        assert li.toast == OVER, data
    for data in ("slip_call:1", "slip_mine:1", "slip_no", "slip_born:1:2016"):
        li.press(data, li.last)
        await home.settle()
    assert await tied(home) == [1, None, None]
