"""While you slept: one message of one person about one child; what has buttons of its own comes beside it, unheard."""

import pytest

from bot.simulator.phone import Phone
from tests.homeline import MEI, Homeline
from tests.households import FATHER, GRANDMA, english_family, say, second_parent, since, tap

FIRST = "🌅 While you slept"


async def a_night_of_news(home: Homeline, fang: Phone) -> None:
    """It is a quarter past six in the evening at home, and quiet at Mei's."""
    await home.quiet(MEI, 14 * 60, 23 * 60)
    await home.until(18, 15)
    await tap(home, fang, "🏠", "🙂 How is Lily", "🙂")
    await say(home, fang, "She read a whole page aloud")
    await tap(home, fang, "✅")
    await say(home, fang, "Then she built a house of cards")
    await tap(home, fang, "✅")
    await home.later(minutes=15)


async def test_what_one_person_sent_in_a_night_is_one_message_with_one_row_of_buttons(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await a_night_of_news(home, fang)
    before = len(mei.texts)

    await home.until(23, 0, zone="Asia/Dubai")

    (one,) = since(mei, before)
    first, *parts = one.split("\n\n")
    assert first == FIRST
    assert [part.splitlines()[0] for part in parts] == [
        "🙂 Lily, from Grandma",
        "🎤 Lily, from Grandma",
        "🎤 Lily, from Grandma",
    ]
    assert one.index("a whole page") < one.index("house of cards")
    assert [[each.text[:1] for each in row] for row in mei.last.buttons[:-1]] == [["❤", "🎤", "📞"]]
    assert not mei.last.silent

    await tap(home, mei, "❤️")  # the mark stands on the same message, which says all that it said
    assert len(since(mei, before)) == 1
    assert "❤️" in mei.last.words
    assert mei.last.words.startswith(FIRST)
    assert "a whole page" in mei.last.words
    assert "house of cards" in mei.last.words
    await home.until(7, 0)
    assert any("Mei: ❤️ thank you" in each for each in fang.texts)
    assert fang.last.silent


async def test_what_two_people_sent_and_what_has_to_be_played_stand_apart_and_ring_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home, FATHER)
    await home.until(19, 30)
    await tap(home, fang, "🙂", "🏠", "🙂 How is Lily", "🙂")
    await home.quiet(GRANDMA, 20 * 60, 7 * 60)
    await home.until(20, 30)
    before = len(fang.messages)
    for phone in (mei, jun):
        await tap(home, phone, "☕", "Thank you for all")
        await tap(home, phone, "❤️")
    await tap(home, mei, "🎤")
    mei.voice()
    await home.settle()
    assert fang.messages[before:] == []

    await home.until(7, 0)
    came = fang.messages[before:]
    assert [(each.words.startswith(FIRST), each.kind) for each in came] == [
        (True, "text"),
        (True, "text"),
        (False, "voice"),
    ]
    assert [each.silent for each in came] == [False, True, True]
    assert "Mei: ❤️ thank you" in came[0].words
    assert "Mei" not in came[1].words
    assert any(button.text.startswith("🙏") for row in came[2].buttons for button in row)


async def test_a_message_that_fails_leaves_its_parts_to_go_alone(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await a_night_of_news(home, fang)
    before = len(mei.texts)
    mei.block()

    await home.until(23, 0, zone="Asia/Dubai")
    assert since(mei, before) == []
    mei.unblock()
    await home.until(9, 0, zone="Asia/Dubai")

    told = "\n".join(since(mei, before))
    for words in ("Lily is well", "a whole page", "house of cards"):
        assert told.count(words) == 1, told


@pytest.mark.parametrize("tapped", ["🏠", "⚙️"])
async def test_an_answer_to_a_tap_makes_no_sound_and_an_alert_does(home: Homeline, tapped: str) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠")
    await tap(home, mei, tapped)
    assert mei.messages[-1].silent

    await tap(home, fang, "🤒", "🌡")
    assert "Lily is ill" in mei.last.words
    assert not mei.last.silent
