"""Families read of a day one class after the other, each once; who shares nothing reads it at home alone."""

from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from bot.ticks.school import tell_school_days
from tests.handlers.school.test_calendars import meis_phone, pasted, told  # noqa: F401 - a fixture
from tests.homeline import Homeline
from tests.households import GRANDMA, say, tap


async def test_each_class_has_its_turn_and_no_family_reads_it_twice(home: Homeline, mei: Phone) -> None:
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠", "➕ Class")
    await say(home, zhao, "4A")
    await pasted(home, "25.11. Trip")
    await home.until(17, 1)
    for _ in range(3):
        await home.later(minutes=1)
    assert told(home.phone(GRANDMA)) == ["📅 Lily\nWed, Nov 25: Trip."]
    assert await home.app.store.run(tell_school_days.run_once) == 0


async def test_while_nothing_is_shared_only_those_at_home_read_it(home: Homeline, mei: Phone) -> None:
    fang = home.phone(GRANDMA)
    await tap(home, fang, "🏠", "⚙️", "👥", "❄️", "✅")
    await pasted(home, "25.11. Trip")
    await home.until(17, 1)
    assert told(fang) == ["📅 Lily\nWed, Nov 25: Trip."]
    assert told(home.phone(MEI)) == []
