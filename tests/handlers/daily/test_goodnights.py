"""The goodnight shelf: seven in a few taps, and whatever comes is kept, or kindly asked for in another way."""

from dataclasses import replace

from sqlalchemy import select

from bot.db.tables import letter
from bot.simulator.cast import IVAN
from bot.simulator.phone import Phone
from tests.handlers.daily.letters_steps import arrived, family
from tests.homeline import Homeline
from tests.households import carried, read, say, tap


async def recorded(home: Homeline, mei: Phone, *seconds: int) -> None:
    """🌙 and one voice after the other."""
    await tap(home, mei, "🏠", "🎤", "🌙")
    for each in seconds:
        mei.voice(each)
        await home.settle()


async def being_there(home: Homeline, mei: Phone, words: str) -> None:
    """A goodnight waits for its evening, and a promise for its day."""
    await recorded(home, mei, 8)
    await tap(home, mei, "🏠", "🗓")
    await say(home, mei, words)


async def states(home: Homeline) -> list[str]:
    """What has become of each recording."""
    return await read(home, lambda tx: [row.state for row in tx.all(select(letter.c.state).order_by(letter.c.id))])


async def test_seven_goodnights_are_three_taps_and_the_eighth_is_a_letter_like_any_other(home: Homeline) -> None:
    mei, fang = await family(home)
    await recorded(home, mei, *[8] * 7)

    assert mei.texts[-1] == "🌙 Kept.\n7 goodnights for Lily are on the shelf.\nThe week is full."
    assert not arrived(fang)
    mei.voice()
    await home.settle()
    assert mei.texts[-1] == "For Lily, or for Grandma?"
    assert (await states(home)).count("shelved") == 7


async def test_a_second_a_story_and_words_each_find_a_kind_way(home: Homeline) -> None:
    mei, fang = await family(home)
    await recorded(home, mei, 1)
    assert mei.texts[-1].startswith(
        "🌙 Kept. It was very short: ↩️ takes it back.\n1 goodnight for Lily is on the shelf."
    )
    short, back = mei.last, carried(mei.last, "↩️")
    mei.say("sleep well")
    await home.settle()
    assert mei.texts[-1].endswith("At bedtime your voice does more than words.")
    mei.voice(900)
    await home.settle()
    assert "Kept, a whole story." in mei.texts[-1]
    mei.tap("↩️", message=short)
    await home.settle()
    assert await states(home) == ["dropped", "shelved"]
    mei.press(back, short)
    await home.settle()
    assert await states(home) == ["dropped", "shelved"]

    await tap(home, mei, "That is all")
    assert "One comes each evening at 20:30." in mei.texts[-1]
    mei.voice()
    await home.settle()
    assert (await states(home)).count("shelved") == 1  # what comes now is no goodnight
    assert not arrived(fang)


async def test_home_says_when_bedtime_is_and_a_stranger_says_nothing(home: Homeline) -> None:
    mei, fang = await family(home)
    await recorded(home, mei, 8)
    shown = mei.last
    ivan = await home.newcomer(replace(IVAN, language_code="en"))
    for data in ("goodnights:1", "goodnight_done:1", "goodnight_undo:1", "bedtime:1", "bedtime_at:1:1140"):
        ivan.press(data, ivan.last)
        fang.press("bedtime_at:1:5", fang.last)
    await home.settle()
    assert not ivan.sees("Lily")
    await home.until(20, 30)
    assert len(arrived(fang)) == 1

    await tap(home, fang, "⏰ Bedtime 20:30", "21:30")
    assert fang.texts[-1] == "⏰ Lily goes to bed at 21:30."
    mei.voice()
    await home.settle()
    await home.until(21, day=1)
    assert len(arrived(fang)) == 1
    await home.until(21, 30)
    assert len(arrived(fang)) == 2
    mei.press(carried(shown, "↩️"), shown)
    await home.settle()
    assert await states(home) == ["sent", "sent"]
