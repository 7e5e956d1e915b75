"""Whose goodnights are on the shelf: each parent's own, also on separate lines, and none of who has left."""

import json

from tests.handlers.daily.letters_steps import arrived, dad, family
from tests.handlers.daily.test_goodnights import recorded, states
from tests.handlers.privacy.test_exports import taken
from tests.homeline import Homeline
from tests.households import tap


async def test_separated_parents_take_turns_and_neither_sees_the_others_shelf(home: Homeline) -> None:
    mei, fang = await family(home)
    jun = await dad(home, separate=True)
    await recorded(home, mei, 8, 8)
    await recorded(home, jun, 8)
    assert "1 goodnight for Lily is on the shelf." in jun.texts[-1]
    for _ in range(3):
        await home.until(20, 30)
        await home.until(12, day=1)

    whose = [each.words.partition("'s")[0] for each in arrived(fang)]
    assert whose == ["🌙 Mei", "🌙 Jun", "🌙 Mei"]
    assert not any("Mei" in each for each in jun.texts if "goodnight" in each)


async def test_nothing_comes_of_a_parent_who_has_left_and_an_export_names_what_waits(home: Homeline) -> None:
    mei, fang = await family(home)
    await recorded(home, mei, 8, 8)
    _pages, files = await taken(home, mei)
    assert len(json.loads(files[-1])["me"][0]["my_letters"]) == 2

    await tap(home, mei, "🏠", "⚙️", "👋", "✅")
    await home.until(20, 30)
    assert not arrived(fang)
    assert await states(home) == ["dropped", "dropped"]
