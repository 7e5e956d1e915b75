"""A good month is not the same sentence thirty times."""

from itertools import pairwise

from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import english_family, sibling, tap

NEWS = ("😄", "🙂", "😟", "😢")


def news(phone: Phone) -> list[str]:
    """What was told, day after day, without the clocks."""
    return [text.split("\n")[1].rsplit(". ", 1)[0] for text in phone.texts if text.startswith(NEWS) and "\n" in text]


async def test_in_a_month_of_well_no_sentence_comes_twice_before_all_were_said(home: Homeline) -> None:
    mei, fang = await english_family(home)
    for _ in range(28):
        await home.until(19, 30, day=1)
        await tap(home, fang, "🙂")

    told = news(mei)
    assert len(told) == 28
    assert [len(set(told[at : at + 6])) for at in range(28 - 5)] == [6] * 23


async def test_what_is_said_of_two_children_changes_too_and_a_heart_changes_no_word(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Tom")
    for _ in range(8):
        await home.until(19, 30, day=1)
        await tap(home, fang, "🙂")

    told = news(mei)
    assert len(told) == 8
    assert all("Lily and Tom" in each for each in told)
    assert not [each for each, after in pairwise(told) if each == after]
    await tap(home, mei, "❤️")
    assert [each.split(". ")[0] for each in news(mei)] == told
