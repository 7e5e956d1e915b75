"""What begins for somebody who is let in: their role, their clock, and who hears of it."""

from dataclasses import replace

from bot.queries.circle import circles, people
from bot.simulator.cast import JUN, LI, MEI
from tests.homeline import Homeline, link_in


async def test_a_second_parent_and_a_stand_in_are_invited_the_same_way(home: Homeline) -> None:
    mei, fang = await home.family()
    for role, person, kin in (("👪", JUN, "🧑"), ("🧑", LI, "🧑")):
        for label in ("🏠", "⚙️", "🔗", role):
            mei.tap(label)
            await home.settle()
        await home.joined(person, link_in(mei), kin)

    mei.tap("🏠")
    await home.settle()
    found = await home.app.store.run(lambda tx: people.by_telegram(tx, MEI.id))
    assert found is not None
    ((circle, _me),) = await home.app.store.run(lambda tx: circles.of_person(tx, found.id))
    assert [each.role for each in circle.active] == ["parent", "guardian", "parent", "stand_in"]
    assert fang.sees("Jun")


async def test_a_parent_who_joins_by_link_is_asked_for_their_clock(home: Homeline) -> None:
    mei, fang = await home.family()
    for label in ("🏠", "⚙️", "🔗", "👪"):
        mei.tap(label)
        await home.settle()
    jun = await home.joined(replace(JUN, language_code="en"), link_in(mei), "Dad")
    for label in ("👪 Far away", "🇰🇷"):
        jun.tap(label)
        await home.settle()
    await home.until(19, 30)
    fang.tap("🙂")
    await home.settle()

    assert "19:30 at home, 20:30 for you." in jun.texts[-1]
