"""At the weekend good news brings one sentence for tonight by itself, where nothing was seen."""

import pytest

from tests.homeline import Homeline
from tests.households import english_family, sibling, tap


@pytest.mark.parametrize(
    ("taps", "day", "comes"),
    [
        (("🙂",), 4, True),
        (("😄",), 6, True),
        (("🙂",), 3, False),  # a Thursday
        (("😟",), 4, False),  # asks for a voice already
        (("🙂", "⚽"), 4, False),  # what was seen stands there
        (("🙂", "⚽", "⚽"), 4, True),  # and is taken off again
        (("🙂", "🤒", "🌡", "❤️"), 4, False),
    ],
)
async def test_good_news_of_a_weekend_brings_a_sentence(
    home: Homeline, taps: tuple[str, ...], day: int, comes: bool
) -> None:
    mei, fang = await english_family(home)
    for _ in range(day):  # each day is answered, so that the last is no answer after a silence
        await home.until(19, 30)
        await tap(home, fang, "🙂")
        await home.later(hours=20)
    await home.until(19, 30)
    before = len(mei.messages)
    for each in taps:
        await tap(home, mei if each == "❤️" else fang, each)

    heading = ("🙂 Lily", "😄 Lily", "😟 Lily")
    news = next(each for each in mei.messages[before:] if each.words.startswith(heading))
    assert ("💬 “" in news.words) is comes
    assert "💬 What to say" in [each.text for row in news.buttons for each in row]


async def test_of_several_children_and_after_a_silence_there_is_none(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Tom")
    await home.until(19, 30, day=5)
    before = len(mei.texts)
    await tap(home, fang, "🙂")
    assert len(mei.texts) == before + 1
    assert "💬 “" not in mei.texts[-1]
