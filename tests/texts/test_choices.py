"""A word that is typed where buttons are shown does what the button does, and nothing else does."""

import pytest

from tests.homeline import MEI, Homeline
from tests.households import english_family, say, since, tap


@pytest.mark.parametrize("yes", ["yes", " YES. ", "Ｙｅｓ", "✅"])
async def test_a_yes_is_the_button_yes(home: Homeline, yes: str) -> None:
    mei, fang = await english_family(home)
    await home.do(fang.photo())
    assert fang.texts[-1] == "Send this to Mei?"
    await say(home, fang, yes)

    assert mei.last.kind == "photo"
    assert not fang.sees("I did not get that")


async def test_seen_is_understood_below_an_alert_and_fever_below_the_danger_card(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🤒")
    await say(home, fang, "fever")
    assert mei.sees("Lily is ill: fever")
    await say(home, mei, "🙏")

    assert any("Mei has seen" in each for each in fang.texts)


async def test_a_newcomer_may_write_agree_and_a_menu_is_walked_in_words(home: Homeline) -> None:
    mei = home.phone(MEI)
    await home.do(mei.start())
    for word in ("agree", "yes", "yes", "a parent", "child"):
        await say(home, mei, word)

    assert mei.texts[-1] == "What do you call the child at home? Write just the name."


async def test_other_words_and_buttons_of_older_messages_are_not_pressed(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.do(fang.photo())
    await home.later(minutes=1)
    await tap(home, fang, "☂️")
    before = len(mei.texts)
    await say(home, fang, "yes")
    await say(home, fang, "yes, she was at the river with me")

    assert since(mei, before) == []
    assert mei.last.kind == "text"
