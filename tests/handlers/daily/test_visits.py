"""The days of a visit: begun before its card, ended before its time, and a first evening that is not forgotten."""

from dataclasses import replace

from bot.simulator.cast import IVAN
from tests.handlers.daily.test_calls import dad, family
from tests.handlers.daily.test_promises import OUTDATED, states, taps, visit
from tests.homeline import Homeline


async def test_who_is_there_before_the_day_rests_at_once_and_leaves_before_the_time(home: Homeline) -> None:
    mei, fang = await family(home)
    jun = await dad(home, separate=True)
    await visit(home, mei, "Sat 28")
    await taps(home, mei, "I am here")
    assert mei.texts[-1] == "🚆 Lily\nGood days with Lily. How long shall questions rest?"
    assert fang.texts[-1] == "🚆 Lily, from Mei\nMei comes home on another day: Mon, Nov 23.\nFor Lily: today."
    await taps(home, mei, "⏸ 7 days")
    assert mei.texts[-1] == "🚆 Lily\nGood days with Lily. I ask nothing until Mon, Nov 30."
    await home.until(20)
    assert not any(each.startswith("How ") for each in fang.texts)

    await home.until(10, day=1)
    await taps(home, mei, "I leave today")
    assert "Before you go: tell Lily when you call" in mei.texts[-1]
    left = mei.last
    before = len(fang.texts)
    await home.until(19)
    assert any(
        "The first evening without Mei. Stay a little longer at bedtime." in each for each in fang.texts[before:]
    )
    assert mei.texts[-1].endswith("The first evening apart. A goodnight from you may help Lily.")
    await home.until(20)
    assert any(each.startswith("How ") for each in fang.texts[before:])  # questions come again
    await home.later(days=9)
    assert sum("first evening" in each for each in mei.texts) == 1
    assert mei.press("visit_end:1", left).answer != ""
    assert not jun.sees("evening")
    assert await states(home) == ["kept"]


async def test_a_visit_of_three_days_has_a_bag_a_goodbye_and_a_first_evening(home: Homeline) -> None:
    mei, fang = await family(home)
    await visit(home, mei, "Fri 27")
    await taps(home, mei, "⏸ 3 days")
    await home.until(18, day=1)
    assert mei.sees("You will be with Lily soon. Good to bring: one small thing, and time.")
    assert fang.sees("Lily can draw three stars and colour one each evening.")
    await home.until(12, day=3)
    assert mei.sees("Good days with Lily. I ask nothing until Mon, Nov 30.")
    await home.until(18, day=2)
    assert sum("Before you go" in each for each in mei.texts) == 1
    await home.until(19, 30, day=1)
    assert fang.sees("The first evening without Mei.")
    await home.later(days=3)
    assert sum("The first evening without" in each for each in fang.texts) == 1


async def test_a_visit_that_had_no_day_begins_and_a_stranger_begins_none(home: Homeline) -> None:
    mei, fang = await family(home)
    ivan = await home.newcomer(replace(IVAN, language_code="en"))
    await taps(home, mei, "🏠", "🗓", "🚆 Visit home")
    for phone in (ivan, fang):
        assert phone.press("visit_here:1", phone.last).answer != ""
    await home.settle()
    assert await states(home) == ["draft"]
    await taps(home, mei, "I am here")
    assert fang.texts[-1] == "🚆 Lily, from Mei\nMei comes home: Mon, Nov 23.\nFor Lily: today."
    assert await states(home) == ["planned"]
    shown = mei.last
    pressed = mei.press("visit_here:1", shown)
    await home.settle()
    assert pressed.answer == OUTDATED
