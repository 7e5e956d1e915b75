"""Half an hour without an answer from home: the parents hear that home is asked."""

from bot.simulator.phone import Phone
from bot.ticks.school import tell_absences
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.homeline import MEI, Homeline
from tests.households import since, tap


async def test_the_parents_hear_once_that_home_has_not_answered(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    before = len(mei.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    await home.later(minutes=29)
    assert since(mei, before) == []
    await home.later(minutes=1)

    assert mei.texts[-1].endswith("Lily is not in class 3B today.\nHome is asked and has not answered yet.")
    assert await home.app.store.run(tell_absences.run_once) == 0
    await tap(home, fang, "✅")
    assert mei.texts[-1].endswith("✅ Grandma knows where Lily is.")
    await home.later(hours=1)
    assert sum("not in class" in text for text in since(mei, before)) == 2


async def test_it_is_soft_while_a_parent_sleeps_and_not_when_home_does_not_know(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.quiet(MEI, 0, 23 * 60 + 59)
    before = len(mei.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    await home.later(minutes=31)
    assert since(mei, before) == []
    await tap(home, fang, "❌")

    assert since(mei, before) == [
        (
            "📋 Lily, from Zhao Lan (teacher)\nLily is not in class 3B today.\n"
            "At home nobody knows yet where Lily is. Please call home now."
        )
    ]


async def test_the_parents_are_asked_where_nobody_at_home_has_joined(home: Homeline) -> None:
    await home.child()
    zhao, mei = await home.school(), home.phone(MEI)
    await home.pupil(await home.class_room())
    await tap(home, zhao, "🧒 One child", "Lily", "📋")

    assert mei.texts[-1].endswith("Do you know where Lily is?")
    await tap(home, mei, "❌")
    assert "Please phone the family now." in zhao.texts[-1]


async def test_after_a_long_outage_nothing_of_yesterday_is_told(home: Homeline, zhao: Phone, mei: Phone) -> None:
    before = len(mei.texts)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    await home.later(hours=13)

    assert not any("not in class" in text for text in since(mei, before))
