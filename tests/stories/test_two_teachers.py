"""Of two who teach a class each hears what became of what either asked: nobody is looked for behind their back."""

import pytest

from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import labels
from tests.handlers.school.staff_steps import LEAD, STRANGER, code, list_of, two_teachers
from tests.homeline import Homeline
from tests.households import GRANDMA, since, tap


@pytest.fixture(name="ivan")
async def who_teaches_beside(home: Homeline) -> Phone:
    """Li leads the school; Zhao teaches 3B, and Ivan beside her."""
    await two_teachers(home)
    lead, ivan = home.phone(LEAD), await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "➕ Second teacher", "🎓 Ivan Petrov")
    return ivan


def roll(phone: Phone) -> str:
    """The roll call as it stands."""
    return next(text for text in reversed(phone.texts) if text.startswith("📋 Class"))


async def test_who_writes_in_the_night_of_both_reads_one_line_and_the_day_as_it_is_for_both_clocks(
    home: Homeline, ivan: Phone
) -> None:
    mei = home.phone(MEI)
    await home.until(1, day=1)  # nine in the evening of the day before, where Mei is
    await tap(home, mei, "🏠", "🎓 School", "✉️")
    mei.say("Is there a list of books?")
    await home.settle()

    (line,) = [each for each in mei.texts[-1].splitlines() if "school time" in each]
    assert line == "Zhao Lan and Ivan Petrov read it Tuesday after 07:00, school time."


async def test_who_has_called_the_roll_hears_that_nobody_at_home_knows(home: Homeline, ivan: Phone) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await home.until(9, day=1)
    await tap(home, ivan, "📋 Roll call", "Lily", "✅ Done")
    cards = len([text for text in zhao.texts if text.startswith("📋 Class")])
    await tap(home, fang, "❌")

    for each in (ivan, zhao):
        assert each.texts[-1].startswith("❌ Nobody at home knows where Lily is. Please phone the family now.")
    assert "Please phone now: Lily" in roll(ivan)
    assert len([text for text in zhao.texts if text.startswith("📋 Class")]) == cards  # she has called no roll
    await tap(home, fang, "✅ I know")
    for each in (ivan, zhao):
        assert each.texts[-1] == "✅ Lily's family knows where Lily is."


async def test_who_has_called_the_roll_hears_that_nobody_has_answered_and_can_say_that_the_child_is_found(
    home: Homeline, ivan: Phone
) -> None:
    zhao, fang, lead = home.phone(ZHAO), home.phone(GRANDMA), home.phone(LEAD)
    await home.until(9, day=1)
    await tap(home, ivan, "📋 Roll call", "Lily", "✅ Done")
    before = len(lead.texts)
    await home.later(minutes=31)
    await home.later(minutes=31)

    for each in (ivan, zhao):
        assert "Nobody has answered about Lily since 09:00." in each.texts[-1]
    assert since(lead, before) == []
    await tap(home, ivan, "✅ I found out")
    assert "You know where Lily is." in ivan.texts[-1]
    assert "Ivan Petrov (teacher) has found out where Lily is." in zhao.texts[-1]
    assert "knows where Lily is" in fang.texts[-1]


async def test_both_hear_of_a_child_that_stays_at_home_or_leaves_early(home: Homeline, ivan: Phone) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await home.until(8, day=1)
    await tap(home, fang, "🏠", "🎓 School", "🚸")

    for each in (ivan, zhao):
        assert each.texts[-1].endswith("Lily is picked up early today, says home.")
    assert "I tell Zhao Lan and Ivan Petrov, but not why." in fang.texts[-1]
    await tap(home, fang, "↩️")
    await tap(home, fang, "🏠", "🎓 School", "🏫")
    for each in (ivan, zhao):
        assert each.texts[-1].endswith("Lily stays at home today, says home.")


async def test_a_call_comes_for_who_has_asked_for_it_and_illness_is_followed_by_both(
    home: Homeline, ivan: Phone
) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await home.until(10, day=1)
    before = len(zhao.texts)
    await tap(home, ivan, "🧒 One child", "Lily", "📞")
    await tap(home, fang, "🤙")
    assert ivan.texts[-1] == "🤙 Lily's family is calling you."
    assert since(zhao, before) == []

    await tap(home, ivan, "🧒 One child", "Lily", "🤒", "🌡")
    await tap(home, fang, "🙏")
    for each in (ivan, zhao):
        assert any("seen" in text.lower() for text in each.texts[-2:]), each.texts[-2:]


async def test_times_that_one_offers_are_seen_by_both_and_who_offers_meets_the_family(
    home: Homeline, ivan: Phone
) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await home.until(12, day=1)
    await tap(home, ivan, "🏠", "🎓 3B", "🪑")
    await tap(home, ivan, labels(ivan.last)[0], "📣 Offer")
    assert "0 of 8 taken." in zhao.texts[-1]
    assert "Ivan Petrov\nA talk about Lily" in fang.texts[-1]
    await tap(home, fang, labels(fang.last)[0])
    assert "You meet Ivan Petrov at school" in fang.texts[-1]
    for each in (ivan, zhao):
        assert "1 of 8 taken." in each.texts[-1]
    await home.until(19)
    assert ivan.sees("Your talks")
    assert not zhao.sees("Your talks")  # it is Ivan whom the family meets


async def test_both_are_asked_whether_a_child_comes_to_class_and_one_answer_is_enough(
    home: Homeline, ivan: Phone
) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await home.later(days=3)
    await home.until(14)
    await home.do(mei.press("class_ask:1", mei.last))
    assert zhao.texts[-1] == ivan.texts[-1]
    await tap(home, ivan, "✅")
    assert zhao.texts[-1] == ivan.texts[-1]
    assert mei.texts[-1] == "📋 Lily, from Ivan Petrov (teacher)\nLily has been coming to class."
