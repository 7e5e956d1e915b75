"""❤️ below what somebody has sent: once, seen on it, and heard by its author alone."""

import pytest

from bot.queries.daily import letter_hearts
from bot.simulator.cast import IVAN
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.handlers.daily.letters_steps import arrived, dad, data_of, family, with_voice
from tests.homeline import Homeline
from tests.households import read, since, tap

THANKED = "Mei: ❤️ thank you"


def labels(message: Message) -> list[str]:
    return [each.text for row in message.buttons[:-1] for each in row]


async def from_home(home: Homeline, kind: str = "voice") -> tuple[Phone, Phone, Message]:
    """Grandma has sent a voice, a picture or words to the parents."""
    mei, fang = await family(home)
    await tap(home, fang, "🎤 Voice")
    if kind == "text":
        fang.say("She ate two bowls.")
    else:
        getattr(fang, kind)()
    await home.settle()
    return mei, fang, mei.last


@pytest.mark.parametrize("kind", ["voice", "photo", "video_note", "text"])
async def test_a_heart_for_a_letter_is_passed_on_once_and_seen_on_it(home: Homeline, kind: str) -> None:
    mei, fang, letter = await from_home(home, kind)
    count = len(mei.messages)
    press = data_of(letter, "❤️")
    for _ in range(5):
        mei.press(press, letter)
    await home.settle()

    assert mei.toast == "❤️ Grandma will see it."
    assert fang.texts.count(THANKED) == 1
    assert labels(letter)[0].startswith("🎤")
    assert letter.words.endswith("❤️") or kind == "video_note"  # a round film has no words below it
    assert len(mei.messages) == count


async def test_a_sign_on_the_letter_is_the_same_heart_and_taken_off_it_goes(home: Homeline) -> None:
    mei, _fang, letter = await from_home(home)
    mei.react(letter, "❤")
    await home.settle()
    assert letter.words.endswith("❤️")
    mei.unreact(letter)
    await home.settle()

    assert not letter.words.endswith("❤️")
    assert labels(letter)[0].startswith("❤️")


async def test_two_parents_thank_each_for_themselves(home: Homeline) -> None:
    mei, fang = await family(home)
    jun = await dad(home, separate=True)
    before = len(jun.texts)
    await tap(home, fang, "🎤 Voice")
    fang.voice()
    await home.settle()
    await tap(home, mei, "❤️")
    assert not arrived(jun)[0].words.endswith("❤️")
    await tap(home, jun, "❤️")

    assert fang.sees(THANKED)
    assert sum("❤️ thank you" in each for each in fang.texts) == 2
    assert not any("Mei" in each for each in jun.texts[before:])


async def test_what_a_parent_writes_to_grandma_has_one_too_and_what_is_played_has_not(home: Homeline) -> None:
    mei, fang = await family(home)
    mei.say("Thank you for the photo of her.")
    await home.settle()
    await tap(home, mei, "🏡 Grandma")
    await tap(home, fang, "❤️")
    assert mei.sees("Grandma: ❤️ thank you")
    await with_voice(home, mei)
    assert not [each for each in labels(arrived(fang)[-1]) if each.startswith("❤️")]


async def test_a_letter_that_never_came_to_a_phone_is_thanked_by_nobody_there(home: Homeline) -> None:
    mei, fang, letter = await from_home(home)
    jun, ivan = await dad(home), await home.newcomer(IVAN)
    heard = len(fang.texts)
    for phone in (jun, ivan, fang):
        phone.press(data_of(letter, "❤️"), phone.last)
        phone.press("letter_unthank:1", phone.last)
        await home.settle()
    assert since(fang, heard) == []
    await tap(home, fang, "↩️")
    press = mei.press("letter_thank:1", mei.last)
    await home.settle()

    assert press.answer == "This has changed since. Home shows what is new."
    assert not fang.sees("❤️ thank you")


async def test_who_is_erased_leaves_no_heart_behind(home: Homeline) -> None:
    mei, fang, _letter = await from_home(home)
    jun = await dad(home)
    await tap(home, fang, "🎤 Voice")
    fang.voice()
    await home.settle()
    await tap(home, mei, "❤️")
    await tap(home, jun, "❤️", "🏠", "⚙️", "🗑", "✅")

    assert await read(home, lambda tx: letter_hearts.thanked(tx, 2)) == [1]
