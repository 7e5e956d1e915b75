"""The goodnight shelf: seven in a few taps, and whatever comes is kept, or kindly asked for in another way."""

from collections import Counter
from dataclasses import replace

from sqlalchemy import select

from bot.db.tables import letter
from bot.simulator.cast import IVAN
from bot.simulator.phone import Phone
from tests.handlers.daily.letters_steps import arrived, family
from tests.homeline import Homeline
from tests.households import carried, english_family, read, say, sibling, tap


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


async def shelves(home: Homeline) -> dict[str, int]:
    """How many lie ready for each child."""
    lie = select(letter.c.child_id).where(letter.c.state == "shelved")
    rows = await read(home, lambda tx: tx.all(lie))
    return dict(Counter({1: "Lily", 2: "Bo"}[row.child_id] for row in rows))


async def test_one_tap_makes_each_voice_a_goodnight_for_all_children_and_undo_takes_all_of_it_back(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Bo")
    await recorded(home, mei, 8)
    assert await shelves(home) == {"Lily": 1}  # nothing is shared before the tap

    await tap(home, mei, "🌙 For Bo too")
    assert mei.texts[-1].endswith("Each is for Lily and Bo, at bedtime.")
    for _ in range(2):
        mei.voice(8)
        await home.settle()
    assert mei.texts[-1].startswith("🌙 Kept.\n3 goodnights for Lily are on the shelf.")
    assert await shelves(home) == {"Lily": 3, "Bo": 2}
    await tap(home, mei, "↩️")
    assert await shelves(home) == {"Lily": 2, "Bo": 1}
    await tap(home, mei, "🌙 For Lily alone")
    mei.voice(8)
    await home.settle()
    assert await shelves(home) == {"Lily": 3, "Bo": 1}
    assert not arrived(fang)

    await home.until(21, 0)
    assert sorted(each.words.split("\n")[0] for each in arrived(fang)) == [
        "🌙 Mei's goodnight for Bo. Play it at bedtime.", "🌙 Mei's goodnight for Lily. Play it at bedtime.",
    ]  # fmt: skip


async def test_a_full_shelf_takes_no_eighth_and_one_child_has_no_button_for_others(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await tap(home, mei, "🏠", "🎤", "🌙")
    assert not [each for _message, each in mei.buttons() if "too" in each.text]
    await sibling(home, "Bo")
    await tap(home, mei, "🏠", "🎤 Voice · Bo", "🌙")
    for _ in range(7):
        mei.voice(8)
        await home.settle()
    await tap(home, mei, "🏠", "🎤 Voice · Lily", "🌙", "🌙 For Bo too")
    mei.voice(8)
    await home.settle()

    assert await shelves(home) == {"Bo": 7, "Lily": 1}


async def test_a_voice_for_all_is_for_no_child_of_another_family(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Bo")
    await tap(home, mei, "🏠", "🎤 Voice · Lily", "🌙")
    card = mei.last
    ivan = await home.newcomer(replace(IVAN, language_code="en"))
    for phone in (ivan, fang):
        phone.press("goodnights_of:1:all", card)
        await home.settle()
        phone.voice(8)
        await home.settle()

    assert await shelves(home) == {}
