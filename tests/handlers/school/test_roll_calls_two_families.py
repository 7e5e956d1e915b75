"""📋 A child with two families, of which neither reads of the other: the teacher sees it once, and each is asked."""

import pytest

from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import labels
from tests.homeline import Homeline, link_in
from tests.households import FATHER, GRANDMA, NEIGHBOUR, english_family, say, since, tap
from tests.remembering import remembered

QUESTION = "Do you know where Lily"
FOUND = "✅ Zhao Lan (teacher) knows where Lily is."


@remembered
async def two_homes(home: Homeline) -> None:
    """Lily is in 3B twice, with her mother's family and with her father's; the list says that it is one child."""
    await english_family(home)
    await home.school()
    poster = await home.class_room()
    await home.pupil(poster)
    await home.joined(NEIGHBOUR, await home.child(FATHER), "👴", FATHER)
    await home.pupil(poster, FATHER)
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕")
    await say(home, zhao, "1 Wang Lily\n2 Ana\n3 Lily W")
    await tap(home, zhao, "✅", "🗒", "🔗 Lily 1", "1 Wang Lily", "🔗 Lily", "3 Lily W")
    await tap(home, zhao, "✏️", "1 Wang Lily", "🔗", "3 Lily W", "✅")
    await home.until(12, day=3)


@pytest.fixture(name="zhao")
async def teachers_phone(home: Homeline) -> Phone:
    await two_homes(home)
    return home.phone(ZHAO)


@pytest.fixture(name="homes")
def two_phones(home: Homeline, zhao: Phone) -> tuple[Phone, Phone]:
    """Her mother's mother, and her father's father."""
    return home.phone(GRANDMA), home.phone(NEIGHBOUR)


def asked(phone: Phone) -> int:
    return sum(QUESTION in text for text in phone.texts)


async def test_she_is_listed_once_and_one_tap_asks_both_homes(
    home: Homeline, zhao: Phone, homes: tuple[Phone, Phone]
) -> None:
    await tap(home, zhao, "📋 Roll call")
    assert labels(zhao.last)[0] == "Wang Lily"
    assert not [each for each in labels(zhao.last) if "Wang Lily " in each]
    await tap(home, zhao, "Wang Lily", "❌ Wang Lily", "Wang Lily")
    assert zhao.texts[-1].endswith("Not here: Wang Lily.")
    await tap(home, zhao, "✅ Done")

    assert zhao.texts[-1].splitlines()[1] == "Asked: Wang Lily"
    assert [asked(each) for each in homes] == [1, 1]
    for phone, hidden in zip(homes, (("Jun", "Li Na"), ("Mei", "Fang", "Grandma")), strict=True):
        assert not [each for each in hidden if phone.sees(each)]


async def test_the_answer_of_either_settles_it_and_the_other_learns_only_that_the_school_knows(
    home: Homeline, zhao: Phone, homes: tuple[Phone, Phone]
) -> None:
    fang, li = homes
    mei, jun = home.phone(MEI), home.phone(FATHER)
    before = len(mei.texts), len(jun.texts), len(zhao.texts)
    await tap(home, zhao, "📋 Roll call", "Wang Lily", "✅ Done")
    await tap(home, li, "✅ I know")

    assert zhao.texts[-1].splitlines()[1] == "✅ The family knows: Wang Lily 2"
    assert fang.texts[-1].endswith(FOUND)
    assert asked(fang) == 0
    assert not [each for each in labels(fang.last) if "I know" in each or "don't" in each]
    await home.later(minutes=30)
    await home.later(minutes=30)
    await home.later(minutes=30)
    assert since(mei, before[0]) == []  # nothing climbs any more, and nobody hears of the other family
    assert [each.rpartition("\n")[2] for each in since(jun, before[1])] == ["✅ Grandpa knows where Lily is."]
    assert not [each for each in zhao.texts if "Nobody has answered" in each]
    assert not [each for each in ("Jun", "Li Na", "Grandpa") if fang.sees(each)]


async def test_where_one_does_not_know_and_the_other_does_the_first_hears_at_once_that_somebody_does(
    home: Homeline, zhao: Phone, homes: tuple[Phone, Phone]
) -> None:
    fang, li = homes
    mei = home.phone(MEI)
    await tap(home, zhao, "📋 Roll call", "Wang Lily", "✅ Done")
    before = len(li.texts)
    await tap(home, fang, "❌")
    assert "❌ Nobody at home knows where Wang Lily is." in zhao.texts[-1]
    assert mei.texts[-1].endswith("Nobody at home knows yet where Lily is. Please call home now.")
    assert since(li, before) == []  # what her mother's family says is not his to know

    await tap(home, li, "✅ I know")
    assert zhao.texts[-1] == "✅ Wang Lily 2: this family knows where Wang Lily is."
    for phone in (fang, mei):
        assert phone.texts[-1].endswith(FOUND)
        assert not phone.sees("Grandpa")


async def test_nobody_answers_and_the_teacher_is_told_once_whom_to_phone_in_both_and_finds_out_for_both(
    home: Homeline, zhao: Phone, homes: tuple[Phone, Phone]
) -> None:
    await tap(home, zhao, "📋 Roll call", "Wang Lily", "✅ Done")
    await home.later(minutes=30)
    await home.later(minutes=30)

    alarms = [each for each in zhao.texts if "Nobody has answered about Wang Lily since" in each]
    assert len(alarms) == 1
    assert all(each in alarms[0] for each in ("Grandma", "Mei", "Grandpa", "Jun"))
    await tap(home, zhao, "✅ I found out")
    assert zhao.sees("✅ The school knows: Wang Lily\n")
    for phone in (*homes, home.phone(MEI), home.phone(FATHER)):
        assert phone.texts[-1].endswith(FOUND)
    await home.later(minutes=30)
    await home.later(minutes=30)
    assert sum("Nobody has answered" in each for each in zhao.texts) == 0


async def test_here_after_all_is_said_to_both_and_to_nobody_twice(
    home: Homeline, zhao: Phone, homes: tuple[Phone, Phone]
) -> None:
    await tap(home, zhao, "📋 Roll call", "Wang Lily", "✅ Done")
    assert [each for each in labels(zhao.last) if each.startswith("↩️")] == ["↩️ Wang Lily"]
    await tap(home, zhao, "↩️ Wang Lily")

    assert zhao.texts[-1].endswith("Everybody is here.")
    for phone in homes:
        assert phone.texts[-1].endswith("✅ Lily is in class.")
        assert asked(phone) == 0
    await home.later(hours=2)
    assert not [each for each in zhao.texts if "Nobody has answered" in each]
    await tap(home, zhao, "📋 Roll call", "Wang Lily", "✅ Done", "📋 Correct", "❌ Wang Lily", "✅ Done")
    assert [asked(each) for each in homes] == [0, 0]


async def test_where_one_has_said_that_she_comes_later_neither_is_asked_until_the_teacher_wishes_it(
    home: Homeline, zhao: Phone, homes: tuple[Phone, Phone]
) -> None:
    await tap(home, homes[0], "🏠", "🎓 School", "🚌 Later today")
    await tap(home, zhao, "📋 Roll call", "Wang Lily", "✅ Done")
    assert "Comes later, says home: Wang Lily 1" in zhao.texts[-1]
    assert [asked(each) for each in homes] == [0, 0]
    await tap(home, zhao, "🔔 Wang Lily")
    assert [asked(each) for each in homes] == [1, 1]
    assert "Asked: Wang Lily" in zhao.texts[-1]
    assert "Comes later" not in zhao.texts[-1]


async def test_where_one_has_said_that_she_stays_at_home_the_other_is_not_asked_and_is_when_that_is_taken_back(
    home: Homeline, zhao: Phone, homes: tuple[Phone, Phone]
) -> None:
    fang, li = homes
    await tap(home, fang, "🏠", "🏫 No school today")
    await tap(home, zhao, "📋 Roll call")
    assert zhao.texts[-1].endswith("Not here: Wang Lily.")
    await tap(home, zhao, "✅ Done")
    assert "✅ The family knows: Wang Lily 1" in zhao.texts[-1]
    assert not [each for each in labels(zhao.last) if each.startswith("↩️")]  # home has said it, home takes it back
    assert li.texts[-1].endswith(FOUND)
    assert asked(li) == 0
    await tap(home, fang, "↩️")
    assert [asked(each) for each in homes] == [1, 1]
    assert any("Asked: Wang Lily" in each for each in zhao.texts)


async def test_who_was_ill_at_home_and_is_not_there_is_asked_for_in_the_other_family_too(
    home: Homeline, zhao: Phone, homes: tuple[Phone, Phone]
) -> None:
    fang, li = homes
    before = len(li.texts)
    await tap(home, fang, "🤒", "🌡")
    await tap(home, zhao, "📋 Roll call", "Wang Lily", "✅ Done")
    assert "✅ The family knows: Wang Lily 1" in zhao.texts[-1]
    assert since(li, before) == [f"📋 Lily, from Zhao Lan (teacher)\nLily is not in class 3B today.\n{FOUND}"]
    await tap(home, fang, "❌ Not at home")
    assert asked(li) == 1
    assert "❌ Nobody at home knows where Wang Lily is." in zhao.texts[-1]
    await tap(home, li, "✅ I know")
    assert fang.texts[-1].endswith(FOUND)


async def test_one_grandmother_in_both_families_is_asked_once_and_answers_for_both(home: Homeline, zhao: Phone) -> None:
    fang, jun, mei = home.phone(GRANDMA), home.phone(FATHER), home.phone(MEI)
    await tap(home, jun, "🏠", "⚙️", "🔗", "🏡")
    fang.open(link_in(jun))
    await home.settle()
    await tap(home, fang, "👵")
    await tap(home, jun, "✅")
    await home.until(12, day=3)
    await tap(home, zhao, "📋 Roll call", "Wang Lily", "✅ Done")
    assert asked(fang) == asked(home.phone(NEIGHBOUR)) == 1

    await tap(home, fang, "✅ I know")
    for phone in (mei, jun):
        assert phone.texts[-1].endswith("✅ Grandma knows where Lily is.")
    assert any("✅ The family knows: Wang Lily\n" in each for each in zhao.texts)
    before = len(fang.texts)
    await tap(home, zhao, "📋 Roll call", "❌ Wang Lily", "✅ Done")
    assert since(fang, before) == ["📋 Lily (Mei), from Zhao Lan (teacher)\n✅ Lily (Mei) is in class."]


async def test_the_childs_own_page_asks_both_homes_too_and_takes_it_back_for_both(
    home: Homeline, zhao: Phone, homes: tuple[Phone, Phone]
) -> None:
    await tap(home, zhao, "🧒 One child", "Wang Lily 2", "📋 Not in class")
    assert zhao.texts[-1] == "📋 Wang Lily is not in class. I have asked both families."
    receipt = zhao.last
    assert [asked(each) for each in homes] == [1, 1]
    await tap(home, homes[0], "✅ I know")
    assert zhao.texts[-1] == "✅ Wang Lily 1: this family knows where Wang Lily is."
    zhao.tap("↩️ Here after all", message=receipt)
    await home.settle()
    for phone in homes:
        assert phone.texts[-1].endswith("✅ Lily is in class.")


async def test_once_the_lines_are_parted_again_each_child_is_its_own(
    home: Homeline, zhao: Phone, homes: tuple[Phone, Phone]
) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "✏️", "1 Wang Lily", "↩️ Not Lily W")
    await tap(home, zhao, "📋 Roll call", "Lily W", "✅ Done")
    assert [asked(each) for each in homes] == [0, 1]
    assert "Asked: Lily W" in zhao.texts[-1]
