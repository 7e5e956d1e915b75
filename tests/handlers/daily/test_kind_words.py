"""☕ Three phrases below the news, read by who looks after the child."""

import pytest

from bot.simulator.cast import FANG, IVAN, MEI
from tests.homeline import Homeline
from tests.households import english_family, tap


async def with_news(home: Homeline) -> None:
    """Grandma has answered the day's question."""
    await english_family(home)
    await home.until(19, 30)
    await tap(home, home.phone(FANG), "🙂")


async def test_a_kind_word_takes_two_taps_and_grandma_reads_it_with_a_heart(home: Homeline) -> None:
    await with_news(home)
    mei, fang = home.phone(MEI), home.phone(FANG)

    await tap(home, mei, "☕ A kind word", "Thank you for all you do")

    assert fang.last.words == "❤️ Lily, from Mei\nThank you for all you do"
    assert mei.last.words == "☕ Grandma will read: “Thank you for all you do”"
    assert "kind_word" not in str(mei.last.buttons)
    assert mei.texts[-2].endswith("❤️")  # on the news, whose ❤️ and ☕ are done
    assert not mei.sees("A kind word")


async def test_for_one_answer_there_is_a_heart_or_a_kind_word_and_only_one(home: Homeline) -> None:
    await with_news(home)
    mei, fang = home.phone(MEI), home.phone(FANG)
    await tap(home, mei, "☕")
    offered = mei.last
    await tap(home, mei, "rest")
    heard = len(fang.texts)

    for verb in ("kind_word:1:trust", "kind_words:1", "thank:1"):
        mei.press(verb, offered)
        await home.settle()

    assert fang.texts[-1].endswith("Please take a little rest, too")
    assert len(fang.texts) == heard


async def test_after_a_heart_no_kind_word_is_left_to_say(home: Homeline) -> None:
    await with_news(home)
    mei, fang = home.phone(MEI), home.phone(FANG)
    await tap(home, mei, "❤️")
    heard = len(fang.texts)

    mei.press("kind_words:1", mei.last)
    await home.settle()

    assert not mei.sees("What would you like Grandma to read?")
    assert len(fang.texts) == heard


async def test_at_night_a_kind_word_waits_for_the_morning_and_is_not_lost(home: Homeline) -> None:
    await with_news(home)
    await home.quiet(FANG, 20 * 60, 7 * 60)
    await home.until(22)
    await tap(home, home.phone(MEI), "☕", "glad")
    assert not home.phone(FANG).sees("glad")

    await home.until(7, 5, day=1)

    assert home.phone(FANG).sees("I’m glad you are the one at home")


@pytest.mark.parametrize("verb", ["kind_words:1", "kind_word:1:thanks", "kind_word:1:rude", "kind_word:99:thanks"])
async def test_a_stranger_and_a_forged_word_reach_nobody(home: Homeline, verb: str) -> None:
    await with_news(home)
    ivan, fang = await home.newcomer(IVAN), home.phone(FANG)
    heard = len(fang.texts)

    ivan.press(verb, ivan.last)
    await home.settle()

    assert len(fang.texts) == heard
    assert not ivan.sees("Lily")
