"""After two misunderstandings in a row the menu comes."""

from tests.handlers.test_home import MISUNDERSTOOD
from tests.homeline import Homeline
from tests.households import english_family, say


async def test_after_two_misunderstandings_in_a_row_the_menu_comes(home: Homeline) -> None:
    _mei, fang = await english_family(home)

    assert await say(home, fang, "abc") == MISUNDERSTOOD
    fang.sticker("🦄")
    await home.settle()
    assert fang.texts[-1].startswith("Here you are close to Lily.")
    assert await say(home, fang, "abc") == MISUNDERSTOOD
    await home.later(hours=1)
    assert await say(home, fang, "abc") == MISUNDERSTOOD
