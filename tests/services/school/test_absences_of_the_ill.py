"""Of a child whom home has said to be ill nobody is asked where it is, and the school reads no word of why."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.homeline import Homeline
from tests.households import since, tap
from tests.illness_cast import fever

QUESTION = "Do you know where Lily is?"


async def test_a_roll_call_during_an_illness_asks_nobody_and_frightens_nobody(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await fever(home, fang)
    await home.later(minutes=3)
    before, seen = len(mei.texts), len(zhao.texts)
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")

    assert fang.texts[-1] == (
        "📋 Lily, from Zhao Lan (teacher)\nLily is not in class 3B today.\n"
        "✅ You said that Lily is ill.\nZhao Lan reads only that the family knows."
    )
    assert zhao.texts[-1].startswith("📋 Class 3B, Mon, Nov 23.\n✅ The family knows: Lily")
    await home.later(hours=2)
    assert not any(QUESTION in text or "not in class" in text or "answered" in text for text in since(mei, before))
    assert not fang.sees(QUESTION)
    assert not any("ill" in text or "🤒" in text for text in since(zhao, seen))


async def test_one_child_named_by_the_teacher_is_known_too_and_home_can_say_that_she_is_not_there(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await fever(home, fang)
    await tap(home, zhao, "🧒 One child", "Lily", "📋 Not in class")
    assert zhao.texts[-1].startswith("✅ Lily stays at home today. The family knows.")

    await tap(home, fang, "❌ Not at home")
    assert any("Nobody at home knows yet where Lily is. Please call home now." in text for text in mei.texts)
    assert any("Nobody at home knows where Lily is" in text for text in zhao.texts)


async def test_an_illness_that_is_over_or_of_which_only_the_school_has_told_leaves_the_question_as_it_is(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "🤒", "🌡")
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")
    assert fang.sees(QUESTION)


async def test_without_health_notes_home_reads_no_word_of_illness_either(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, mei, "🏠")
    mei.press("consent:health:no", mei.last)
    await home.settle()
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "📞")
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")

    assert fang.texts[-1].endswith("not in class 3B today.\n✅ Zhao Lan reads only that the family knows.")
