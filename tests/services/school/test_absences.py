"""📋 A child who is not in class: home is asked softly, and the parents hear it in the right order."""

from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, labels, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import FANG, MEI, Homeline
from tests.households import since, stand_in, tap


async def test_home_is_asked_softly_and_the_parents_hear_that_home_knows(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    before = len(mei.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")

    asked = "📋 Lily, from Zhao Lan (teacher)\nLily is not in class 3B today.\nDo you know where Lily is?"
    assert fang.texts[-1] == asked
    assert since(mei, before) == []
    await tap(home, fang, "✅")
    assert fang.texts[-1].endswith("✅ Thank you. I tell Zhao Lan.\nIf you like, tap why.")
    assert mei.texts[-1] == (
        "📋 Lily, from Zhao Lan (teacher)\nLily is not in class 3B today.\n✅ Grandma knows where Lily is."
    )
    assert zhao.texts[-1] == "✅ Lily's family knows where Lily is."
    await home.later(hours=2)
    assert sum("not in class" in text for text in mei.texts) == 1


async def test_when_nobody_at_home_knows_everybody_hears_it_at_once_and_again_when_somebody_does(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    for each in (MEI, FANG, ZHAO):
        await home.quiet(each, 0, 23 * 60 + 59)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    await tap(home, fang, "❌")

    assert fang.texts[-1].endswith("The school and the parents hear it now. If you are worried, get help now.")
    assert mei.texts[-1].endswith("Nobody at home knows yet where Lily is. Please call home now.")
    assert zhao.texts[-1].startswith(
        "❌ Nobody at home knows where Lily is. Please phone the family now.\nTheir numbers"
    )
    await tap(home, mei, "✅ I know")
    assert fang.texts[-1].endswith("✅ Mei knows where Lily is.")
    assert zhao.texts[-1] == "✅ Lily's family knows where Lily is."


async def test_who_is_in_class_after_all_is_told_to_those_who_had_heard_otherwise(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    before = len(mei.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "📋", "↩️")

    assert fang.texts[-1] == "📋 Lily, from Zhao Lan (teacher)\n✅ Lily is in class."
    assert not any("Do you know" in text for text in fang.texts)
    await home.later(hours=1)
    assert since(mei, before) == []
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    assert sum("Do you know where Lily is?" in text for text in fang.texts) == 1


async def test_an_absence_tapped_ten_times_asks_once(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await tap(home, zhao, "🧒 One child", "Lily")
    data, card = data_of(zhao, "📋"), zhao.last
    for _ in range(10):
        zhao.press(data, card)
    await home.settle()

    assert sum("Do you know where Lily is?" in text for text in fang.texts) == 1


async def test_while_the_guardian_is_away_the_stand_in_is_asked_and_may_answer(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    li = await stand_in(home)
    await tap(home, fang, "🏠", "⚙️", "🧳", "Three days")
    before = len(fang.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")

    assert li.texts[-1].endswith("Do you know where Lily is?")
    assert since(fang, before) == []
    await tap(home, li, "✅")
    assert mei.texts[-1].endswith("knows where Lily is.")


async def test_the_next_day_an_absence_is_over_for_everybody(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    known, undo, cards = data_of(fang, "✅"), data_of(zhao, "↩️"), (fang.last, zhao.last)
    await home.later(hours=13)
    before = len(mei.texts), len(zhao.texts)
    fang.press(known, cards[0])
    zhao.press(undo, cards[1])
    await home.settle()

    assert fang.toast == zhao.toast == OVER
    assert (len(mei.texts), len(zhao.texts)) == before


async def test_missed_again_after_all_the_parents_hear_it_again_in_their_turn(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    await home.later(minutes=30)
    await tap(home, zhao, "↩️")
    before = len(mei.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    assert since(mei, before) == []
    await home.later(minutes=30)

    assert [text.rpartition("\n")[2] for text in since(mei, before)] == ["Home is asked and has not answered yet."]
