"""🧒 All that is known of one child: one tap from 🏠, for each only what they may know."""

import pytest

from bot.queries.circle import people
from tests.homeline import MEI, Homeline
from tests.households import english_family, near_home, read, say, since, tap

STALE = "This has changed since. Home shows what is new."


async def test_the_page_says_what_comes_next_what_waits_and_how_the_days_were(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    await tap(home, mei, "🏠", "📞")
    await tap(home, mei, "📞", "🏠", "🗓", "🚆", "Sat 28", "🏠", "🎤")
    mei.voice()
    await home.settle()

    await tap(home, mei, "🏠", "🧒")
    hers = mei.last.words.split("\n")
    await tap(home, fang, "🏠", "🧒")
    at_home = fang.last.words.split("\n")

    assert hers[0] == at_home[0] == "🧒 Lily"
    assert hers[1].startswith("📞 You call Lily: ")
    assert at_home[1].startswith("📞 Mei calls Lily: ")
    assert hers[2].startswith("🚆 Mei comes to Lily: ")
    assert hers[3] == "🎤 Your letter still waits for Lily."
    assert at_home[3] == "🎤 A letter waits for Lily."
    assert hers[4] == at_home[4]
    assert hers[4].endswith("Mo 🙂")
    assert hers[4].count("·") == 6
    assert hers[5:] == ["Not enough answers yet to see a pattern."]
    assert at_home[5:] == []  # who has answered reads nothing of how often
    assert "Letters to play" in str(fang.last.buttons)
    assert "Letters to play" not in str(mei.last.buttons)


async def test_an_illness_stays_readable_word_for_word_once_it_is_over(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🏠", "🤒", "🌡", "➕ Add something")
    await say(home, fang, "since noon")
    await home.later(hours=4)
    await tap(home, fang, "☁️")
    await tap(home, mei, "🏠", "🧒")
    assert "🤒 Lily is ill: fever." in mei.last.words
    await home.later(hours=12)
    await tap(home, fang, "🌤 Better")

    await tap(home, mei, "🏠", "🧒")
    assert "🌤 Lily is better, says Grandma." in mei.last.words
    await tap(home, mei, "🤒 How it went")

    said = mei.last.words.split("\n")
    assert said[0] == "🤒 Lily, from Grandma"
    assert said[1].startswith("Lily is ill: fever.")
    assert said[2] == "since noon"
    assert said[3].startswith("☁️ Lily is the same, says Grandma.")
    assert said[4].startswith("🌤 Lily is better, says Grandma.")
    assert len(said) == 5

    await read(home, lambda tx: people.change(tx, 1, health_notes=False))
    mei.press("thread:1", mei.last)
    await tap(home, mei, "🏠", "🧒")
    assert mei.toast == STALE
    assert "Lily is better" not in mei.last.words
    assert "thread" not in str(mei.last.buttons)


@pytest.mark.parametrize("verb", ["child:1", "thread:1"])
async def test_who_is_only_near_sees_nothing_and_while_nothing_is_shared_nobody_does(home: Homeline, verb: str) -> None:
    mei, fang = await english_family(home)
    near = await near_home(home)
    await tap(home, fang, "🏠", "🤒", "🌡")
    before = len(near.texts)
    near.press(verb, near.last)
    await home.settle()
    assert not [each for each in since(near, before) if "ill" in each or "🧒" in each]

    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    mei.press(verb, mei.last)
    await tap(home, mei, "🏠")
    assert "Lily is ill" not in mei.texts[-2]
    assert "🧒" not in str(mei.last.buttons)


async def test_that_there_are_few_answers_is_said_to_a_parent_until_there_are_four(home: Homeline) -> None:
    mei, fang = await english_family(home)
    few = "Not enough answers yet to see a pattern."
    for count in range(5):
        await tap(home, mei, "🏠", "🧒")
        assert (few in mei.last.words) is (count < 4), count
        await home.until(19, 31)
        await tap(home, fang, "😟")
        await home.later(minutes=11)


async def test_where_no_face_may_be_told_nothing_is_said_of_a_pattern(home: Homeline) -> None:
    await home.family(health="❌")
    mei = home.phone(MEI)
    await tap(home, mei, "🏠", "🧒")

    assert "pattern" not in mei.last.words
