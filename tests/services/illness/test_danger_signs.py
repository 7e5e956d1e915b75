"""The signs of the danger card as one picture: below the words, uploaded once, and in nobody's way."""

from PIL import Image

from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from bot.texts.illness.danger_signs import learn
from tests.danger_signs import PICTURE, drawn
from tests.handlers.illness.illness_words import CARD
from tests.homeline import Homeline
from tests.households import tap
from tests.illness_cast import english_family


def pictures(phone: Phone) -> list[Message]:
    """The pictures that the bot has sent to a phone."""
    return [each for each in phone.messages if each.from_bot and each.kind == "photo"]


async def test_it_follows_each_new_card_and_is_uploaded_once_for_everybody(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()
    assert fang.messages[-1] is pictures(fang)[0]
    assert fang.messages[-2].words.startswith("🚑 Call NOW")
    assert not fang.messages[-1].words
    assert not fang.messages[-1].buttons

    await tap(home, fang, "🌡")  # the card is edited: no second picture
    assert len(pictures(fang)) == 1
    await tap(home, mei, "☂️", "🚑")
    assert len(pictures(mei)) == 1
    sent = [each.params["photo"] for each in home.simulator.requests if each.method == "sendPhoto"]
    assert [isinstance(each, str) for each in sent[-1:]] == [True]
    assert len(sent) == 2


async def test_a_picture_that_telegram_refuses_holds_up_neither_the_card_nor_the_alert(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.app.store.run(lambda tx: learn(tx, "of another bot"))
    fang.say("🤒 Ill")
    await home.settle()
    assert CARD in fang.last.words
    assert pictures(fang) == []

    await tap(home, fang, "🌡")
    assert mei.sees("Lily is ill: fever.")
    await home.later(hours=1)
    fang.say("🤒 Ill")
    await home.settle()
    assert len(pictures(fang)) == 1  # uploaded anew


def test_the_picture_is_the_one_that_is_drawn_here_and_light_enough_for_slow_lines() -> None:
    with Image.open(PICTURE) as kept:
        assert kept.convert("RGB").tobytes() == drawn().convert("RGB").tobytes()
    assert PICTURE.stat().st_size < 60_000
