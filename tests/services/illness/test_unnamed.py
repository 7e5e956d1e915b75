"""Several children, and nobody says which one is ill: the wish for a call leaves by itself, and is never more."""

import pytest

from bot.simulator.cast import MEI
from bot.simulator.phone import Phone
from tests.handlers.illness.illness_words import CARD
from tests.homeline import Homeline
from tests.households import FATHER, invite, sibling, since, tap
from tests.illness_cast import english_family, labels

CALL_LILY = "📞 Lily, from Grandma\nPlease call home now."
CALL_BOTH = "📞 Lily and Tom, from Grandma\nPlease call home now."
CALL_TOM = "📞 Tom, from Grandma\nPlease call home now."


async def siblings(home: Homeline) -> tuple[Phone, Phone]:
    """Grandma looks after Lily and Tom."""
    mei, fang = await english_family(home)
    await sibling(home, "Tom")
    return mei, fang


def called(phone: Phone, before: int) -> list[str]:
    """The wishes for a call since, without the time."""
    told = [each for each in since(phone, before) if "Please call home now." in each]
    return sorted(each.split(" now.")[0] + " now." for each in told)


@pytest.mark.parametrize("words", ["🤒 Ill", "she swallowed poison"])
async def test_without_a_choice_the_wish_for_a_call_leaves_after_a_minute_in_the_night_too(
    home: Homeline, words: str
) -> None:
    mei, fang = await siblings(home)
    await home.quiet(MEI, 0, 1439)
    before, asked = len(mei.texts), len(fang.texts)
    fang.say(words)
    await home.settle()
    assert CARD in fang.last.words
    assert fang.last.words.endswith("Who is ill?")
    await home.later(seconds=50)
    assert since(mei, before) == []

    await home.later(seconds=15)
    assert called(mei, before) == [CALL_BOTH]
    assert not any("🤒" in each or "poison" in each for each in since(mei, before))
    assert sum("Sent: please call home now." in each for each in since(fang, asked)) == 1
    await home.later(minutes=16)
    assert called(mei, before) == [CALL_BOTH, CALL_BOTH]
    fang.say("🤒 Ill")
    await home.settle()
    await home.later(minutes=2)
    assert called(mei, before) == [CALL_BOTH, CALL_BOTH]  # pressed again it is the same wish
    await tap(home, mei, "🙏")
    await home.later(minutes=20)
    assert called(mei, before) == [CALL_BOTH, CALL_BOTH]  # and one tap answers it


async def test_of_the_child_who_is_not_named_nobody_hears(home: Homeline) -> None:
    mei, fang = await siblings(home)
    before = len(mei.texts)
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "🤒 Lily", "🌡")
    assert len(since(mei, before)) == 1

    await home.later(minutes=20)
    assert not any("Tom" in each for each in since(mei, before))


async def test_named_later_it_is_said_of_this_child_and_what_was_typed_goes_along(home: Homeline) -> None:
    mei, fang = await siblings(home)
    fang.say("lips are blue")
    await home.settle()
    who = fang.last
    await home.later(seconds=65)
    rung = len(mei.texts)
    fang.tap("🤒 Lily", message=who)
    await home.settle()

    assert len(since(mei, rung)) == 1
    assert mei.last.words.startswith("🤒 Lily, from Grandma\nLily is ill.")
    assert mei.last.words.endswith("lips are blue")
    assert not any("Tom" in each for each in mei.texts[rung:])
    assert not any("🙏 Seen" in labels(each) for each in mei.messages if each.words.startswith("📞"))


@pytest.mark.parametrize("way", ["🏠", "/start", "🤒 Ill", "🎤"])
async def test_whatever_is_tapped_before_the_name_what_was_typed_is_not_lost(home: Homeline, way: str) -> None:
    mei, fang = await siblings(home)
    fang.say("lips are blue")
    await home.settle()
    who = fang.last
    fang.say(way)
    await home.settle()
    assert not mei.sees("lips are blue")
    fang.tap("🤒 Tom", message=who)
    await home.settle()
    assert mei.last.words.startswith("🤒 Tom, from Grandma\nTom is ill.")
    assert mei.last.words.endswith("lips are blue")
    assert not any("Lily" in each and "lips" in each for each in mei.texts)

    fang.tap("🤒 Tom", message=who)
    await home.settle()
    assert sum("lips are blue" in each for each in mei.texts) == 1


@pytest.mark.parametrize(("minutes", "said"), [(0, "Nothing was sent."), (2, "read that it was sent by mistake.")])
async def test_one_tap_takes_all_of_it_back(home: Homeline, minutes: int, said: str) -> None:
    mei, fang = await siblings(home)
    before = len(mei.texts)
    fang.say("blood in the stool")
    await home.settle()
    who = fang.last
    await home.later(minutes=minutes)
    fang.tap("↩️", message=who)
    await home.settle()

    assert said in next(each for each in fang.messages if each.id == who.id).words
    assert called(mei, before) == []
    await home.later(hours=5)
    fang.say("🤒 Ill")
    await home.settle()
    fang.tap("🤒 Tom")
    await home.settle()
    assert not mei.sees("blood in the stool")


async def test_who_is_not_around_both_children_reads_of_their_own_alone(home: Homeline) -> None:
    mei, fang = await siblings(home)
    jun = await home.joined(FATHER, await invite(home, "A parent"), "Dad")
    before, other = len(mei.texts), len(jun.texts)
    fang.say("🤒 Ill")
    await home.settle()
    await home.later(seconds=65)

    assert len(called(jun, other)) == 1
    assert called(mei, before) == [CALL_LILY, CALL_TOM]


async def test_while_nothing_is_shared_it_leaves_with_a_choice_only(home: Homeline) -> None:
    mei, fang = await siblings(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️ Stop sharing · Lily", "✅")
    before = len(mei.texts)
    fang.say("🤒 Ill")
    await home.settle()
    await home.later(minutes=20)
    assert set(called(mei, before)) == {CALL_TOM}


async def test_around_a_child_who_is_ill_already_a_sign_of_danger_rings_at_once(home: Homeline) -> None:
    mei, fang = await siblings(home)
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "🤒 Lily", "🌡")
    await tap(home, mei, "🙏")
    rung = len(mei.texts)
    fang.say("lips are blue")
    await home.settle()

    assert len(since(mei, rung)) == 1
    assert "Lily is ill: fever." in mei.last.words
    assert "🙏 Seen" in labels(mei.last)
    assert not mei.sees("lips are blue")
