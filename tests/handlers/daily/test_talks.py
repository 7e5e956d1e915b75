"""🏡 A parent speaks to Grandma, and Lily does not hear it."""

import pytest

from bot.queries.circle import people
from tests.homeline import MEI, Homeline
from tests.households import english_family, say, second_parent, since, tap


async def test_the_microphone_of_a_parent_leads_to_grandma_too(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    others = len(jun.texts)
    await tap(home, mei, "🏠", "🎤", "🏡 To Grandma")
    assert mei.last.words == "🏡 Hold the microphone and speak, or write. Grandma gets it, not Lily."
    mei.voice()
    await home.settle()
    assert "Grandma has it." in mei.last.words
    assert fang.last.kind == "voice"
    assert "Play it" not in fang.last.words
    await home.later(minutes=5)
    await say(home, mei, "And you, did you sleep?")  # the conversation goes on without a question
    assert "And you, did you sleep?" in fang.last.words
    assert "Read it aloud" not in fang.last.words
    assert since(jun, others) == []


async def test_another_microphone_is_for_the_child_again(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "🎤", "🏡 To Grandma", "🏠", "🎤")
    mei.voice()
    await home.settle()

    assert "has sent Lily a letter" in fang.last.words


@pytest.mark.parametrize("why", ["a guardian", "frozen", "no voices"])
async def test_nobody_else_begins_it_and_who_lets_no_voice_pass_is_asked(home: Homeline, why: str) -> None:
    mei, fang = await english_family(home)
    if why == "frozen":
        await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    if why == "no voices":
        await home.app.store.run(lambda tx: people.change(tx, 1, voice=False))
    phone = fang if why == "a guardian" else home.phone(MEI)
    before = len(phone.texts)
    press = phone.press("speak_home:1", phone.last)
    await home.settle()

    assert not phone.sees("Hold the microphone and speak, or write.")
    assert bool(press.answer) is (why != "no voices")
    assert (len(phone.texts) > before) is (why == "no voices")
