"""A parent's typed question finds its way to Grandma, and the next one without being asked for whom it is."""

from bot.db.tables import letter
from tests.handlers.daily.letters_steps import arrived
from tests.homeline import Homeline
from tests.households import FATHER, english_family, invite, read, say, tap


async def test_a_question_to_grandma_reaches_her_and_not_the_other_parent(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await home.joined(FATHER, await invite(home, "A parent"), "🧑 Dad")
    before = len(jun.texts)

    assert await say(home, mei, "How is his cough?") == "For Lily, or for Grandma?"
    await tap(home, mei, "🏡 Grandma")

    assert "How is his cough?" in fang.last.words
    assert "writes to you" in fang.last.words
    assert not fang.sees("Read it aloud")
    assert [each.text[0] for row in fang.last.buttons for each in row][:2] == ["❤", "🎤"]
    await home.later(seconds=15)
    assert "Grandma has it." in mei.last.words
    assert jun.texts[before:] == []


async def test_a_conversation_goes_on_without_the_question_until_it_rests(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await say(home, mei, "How is his cough?")
    await tap(home, mei, "🏡 Grandma")

    await home.later(minutes=5)
    await say(home, mei, "And the fever?")
    assert "And the fever?" in fang.last.words
    assert (
        sum("For Lily, or for Grandma?" in text for text in mei.texts) == 0
    )  # the card was edited, and none came after
    await tap(home, mei, "↩️")
    assert "And the fever?" not in "".join(fang.texts)

    await home.later(minutes=31)
    assert await say(home, mei, "Does she sleep well now?") == "For Lily, or for Grandma?"
    assert not fang.sees("Does she sleep well")


async def test_home_ends_the_conversation(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await say(home, mei, "How is his cough?")
    await tap(home, mei, "🏡 Grandma", "🏠")

    assert await say(home, mei, "And how is the fever?") == "For Lily, or for Grandma?"
    assert not fang.sees("And how is the fever?")


async def test_words_to_grandma_are_no_sign_of_life_and_no_letter_to_play(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await say(home, mei, "How is his cough?")
    await tap(home, mei, "🏡 Grandma")
    await tap(home, fang, "🏠")

    assert not any("Letters to play" in each.text for row in fang.last.buttons for each in row)
    assert await read(home, lambda tx: [row.to_child for row in tx.all(letter.select())]) == [False]
    await home.until(19, 31)
    assert fang.sees("How is Lily today?")


async def test_an_album_to_grandma_goes_to_her_whole(home: Homeline) -> None:
    mei, fang = await english_family(home)
    mei.album(3, "the new room")
    await home.settle()
    await tap(home, mei, "🏡 Grandma")

    assert len(arrived(fang, "photo")) == 3
    assert not fang.sees("Show it in a quiet moment")


async def test_a_voice_within_the_conversation_goes_the_same_way_and_can_be_taken_back(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await home.joined(FATHER, await invite(home, "A parent"), "🧑 Dad")
    mei.voice()
    await home.settle()
    assert mei.last.words == "For Lily, or for Grandma?"
    await tap(home, mei, "🏡 Grandma")
    before = len(jun.texts)
    await home.later(minutes=5)
    mei.voice()
    await home.settle()

    assert len(arrived(fang)) == 2
    assert not mei.sees("For Lily, or for Grandma?")
    assert not fang.sees("Play it when there is time")
    await say(home, mei, "And did she sleep well?")
    assert fang.sees("And did she sleep well?")
    await tap(home, mei, "↩️")
    assert not fang.sees("And did she sleep well?")
    assert jun.texts[before:] == []
    await home.later(minutes=31)
    mei.voice()
    await home.settle()
    assert mei.last.words == "For Lily, or for Grandma?"
    assert len(arrived(fang)) == 2
