"""🙂 Ask near home: only a parent, only those who step in, only while nothing comes from home."""

import pytest

from tests.homeline import MEI, Homeline
from tests.households import GRANDMA, NEIGHBOUR, english_family, hours, stand_in, tap
from tests.ticks.daily.test_escalate_check_ins import answered_once


@pytest.mark.parametrize("night", [False, True], ids=["by day", "at night"])
async def test_who_steps_in_is_asked_by_day(home: Homeline, night: bool) -> None:
    mei, _fang = await english_family(home)
    li = await stand_in(home)
    await answered_once(home)
    await hours(home, 24 + 26)
    await home.until(23 if night else 12, 0)
    card = li.last.id

    mei.press("ask_near:1", mei.last)
    await home.settle()

    assert mei.texts[-1] == (
        "🙂 It is quiet at Li Na (stand-in)'s now. I ask later: tomorrow, 07:00 there, 03:00 for you."
        if night
        else "🙂 I have asked Li Na (stand-in). The answer comes here."
    )
    assert (li.last.id == card) is night  # the card from before is gone where a newer one stands
    await home.until(8, 0, day=1)
    assert li.texts[-1] == "No answer from Grandma yet. Can you tell how Lily is?"


async def test_nobody_is_asked_in_place_of_who_has_been_heard_and_three_times_a_day_are_enough(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    li = await stand_in(home)
    await answered_once(home)
    asked = len(li.texts)
    mei.press("ask_near:1", mei.last)
    await home.settle()
    assert mei.texts[-1].startswith("Grandma was last in touch")
    assert len(li.texts) == asked

    await hours(home, 24 + 26)
    await home.until(12, 0)
    asked = len(li.texts)
    for _ in range(5):
        mei.press("ask_near:1", mei.last)
        await home.settle()
    assert "I have asked three times today." in mei.texts[-1]
    assert len(li.texts) <= asked + 3


async def test_who_looks_after_the_child_asks_nobody_in_their_place(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    li = await stand_in(home)
    await answered_once(home)
    await hours(home, 24 + 26)
    asked = len(li.texts)

    press = fang.press("ask_near:1", fang.last)
    await home.settle()

    assert press.answer == "This has changed since. Home shows what is new."
    assert len(li.texts) == asked
    await tap(home, home.phone(NEIGHBOUR), "🙂")
    assert home.phone(MEI).sees("Lily is well")
    assert home.phone(GRANDMA).sees("has answered")
