"""Before the roll call, in it and after it: the child of whom home has spoken is missed by nobody, until home asks."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.pupils_steps import fill_class
from tests.homeline import Homeline
from tests.households import since, tap

QUESTION = "Do you know where Lily is?"


def roll(zhao: Phone) -> str:
    """The roll call as it stands."""
    return next(text for text in reversed(zhao.texts) if text.startswith("📋 Class"))


async def test_a_later_roll_call_knows_it_and_asks_nobody_until_the_evening(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(20, day=1)
    await tap(home, fang, "🏠", "🏫")
    await home.until(8, 30)
    home_, parent = len(fang.texts), len(mei.texts)
    await tap(home, zhao, "📋 Roll call")
    assert roll(zhao).endswith("Not here: Lily.")
    await tap(home, zhao, "✅ Done", "🧒 One child", "Lily", "📋")
    await home.until(14)

    assert roll(zhao).endswith("✅ The family knows: Lily")
    assert "✅ Lily stays at home today, says home." in zhao.texts
    assert QUESTION not in "".join([*since(fang, home_), *since(mei, parent)])
    known = len(fang.texts), len(mei.texts)
    await tap(home, zhao, "↩️ Here after all")  # more than twelve hours after home has said it
    once = ["📋 Lily, from Zhao Lan (teacher)\n✅ Lily is in class."]
    assert since(fang, known[0]) == since(mei, known[1]) == once


async def test_a_roll_call_that_is_open_takes_the_child_in_and_lets_it_go(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await fill_class(home, ["Ben"])
    await home.until(9, day=1)
    await tap(home, zhao, "📋 Roll call", "Ben")
    await tap(home, fang, "🏠", "🏫")
    assert roll(zhao).endswith("Not here: Ben, Lily.")
    await tap(home, fang, "↩️")
    assert roll(zhao).endswith("Not here: Ben.")
    await tap(home, zhao, "✅ Done")

    assert not fang.sees("not in class")
    assert not fang.sees("✅ Lily is in class")


async def test_a_roll_call_that_is_done_shows_it_and_one_that_has_asked_is_answered(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(9, day=1)
    await tap(home, zhao, "📋 Roll call", "✅ Done")
    await tap(home, fang, "🏠", "🏫")
    assert roll(zhao).endswith("✅ The family knows: Lily")

    await home.until(9, day=1)
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")
    assert fang.sees(QUESTION)
    parent = len(mei.texts)
    await tap(home, fang, "🏠", "🏫")
    assert roll(zhao).endswith("✅ The family knows: Lily")
    assert "Lily stays at home" not in zhao.texts[-1]  # the card says so, and nothing rings
    await home.until(14)
    assert [text for text in since(mei, parent) if "Lily" in text] == [
        "📋 Lily, from Zhao Lan (teacher)\nLily is not in class 3B today.\n✅ Grandma knows where Lily is."
    ]
    assert not any("🏫" in each.text for row in mei.last.buttons for each in row)


async def test_taken_back_while_the_school_misses_the_child_home_is_asked_and_the_parents_hear_it_in_their_turn(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(8, day=1)
    await tap(home, fang, "🏠", "🏫")
    await home.until(13)
    await tap(home, zhao, "📋 Roll call", "✅ Done")
    parent = len(mei.texts)
    await tap(home, fang, "↩️")

    assert fang.texts[-1].endswith(QUESTION)
    assert "✅ Lily is in class." not in "".join([*fang.texts, *mei.texts])
    assert "Asked: Lily\n" in roll(zhao)
    assert "📋 Lily is not in class. I have asked the family." in zhao.texts
    await home.later(minutes=30)
    assert since(mei, parent) == [
        "📋 Lily, from Zhao Lan (teacher)\nLily is not in class 3B today.\nHome is asked and has not answered yet."
    ]


async def test_it_is_a_sign_of_life_and_the_days_question_is_settled(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(19, 30, day=1)
    await tap(home, fang, "🏠", "🏫")
    before = len(fang.texts)
    await home.until(22, 30)

    assert since(fang, before) == []
    await home.until(17, day=1)
    assert not mei.sees("not answered")
