"""Two weeks of shifts in twelve taps, and calls that suit them."""

from dataclasses import replace

from bot.simulator.cast import IVAN
from tests.handlers.daily.test_calls import family, times
from tests.homeline import Homeline
from tests.households import tap


async def test_two_weeks_are_entered_once_and_a_call_is_three_taps_from_then_on(home: Homeline) -> None:
    mei, fang = await family(home)
    await tap(home, mei, "🏠", "📞", "⏰ My shifts")
    for week, kind in ((0, "l"), (1, "n")):
        mei.press(f"shift_week:1:{week}:{kind}", mei.last)
        await home.settle()
    for day in (4, 5, 11, 12):
        mei.press(f"shift_day:1:{day}", mei.last)
        await home.settle()
    await tap(home, mei, "Done")  # three, two weeks, four days that differ, and this one: ten taps

    assert "This week: 🌆🌆🌆🌆🛋🌆🛋\nNext week: 🌃🌃🌃🌃🛋🌃🛋" in mei.texts[-1]
    shown = [row[0].text for row in mei.last.buttons[:-2]]
    assert len(shown) == 3
    assert not any("Mon" in each for each in shown)  # at work from 13:00 on, when it is evening for Lily
    await tap(home, mei, "🔄")
    assert [row[0].text for row in mei.last.buttons[:-2]] != shown

    await home.later(days=15)
    offered = await times(home, mei)
    assert "This week: 🌆🌆🌆🌆🛋🌆🛋" in mei.texts[-1]  # again, without a tap
    await tap(home, mei, offered[0])
    assert fang.sees("Mei would like to call Lily")


async def test_what_is_forged_changes_nothing(home: Homeline) -> None:
    mei, fang = await family(home)
    ivan = await home.newcomer(replace(IVAN, language_code="en"))
    for phone in (fang, ivan):
        for data in ("shifts:1", "shift_week:1:0:d", "shift_day:1:3", "call_times:1:1", "shift_day:1:99"):
            assert phone.press(data, phone.last).answer != ""
    mei.press("shift_day:1:99", mei.last)
    await home.settle()
    await tap(home, mei, "🏠", "📞")
    assert "This week" not in mei.texts[-1]
