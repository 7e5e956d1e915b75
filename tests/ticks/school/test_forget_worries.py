"""A note that has not arrived within a day is forgotten, and its writer told, once."""

from bot.simulator.phone import Phone
from bot.ticks.school import forget_worries
from tests.handlers.school.staff_steps import leads_phone  # noqa: F401 - fixture
from tests.handlers.school.worries_steps import kept, on, write
from tests.homeline import ZHAO, Homeline
from tests.households import tap


async def test_who_has_asked_for_quiet_gets_none_of_it(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    await home.until(10, day=1)
    await tap(home, lead, "🏠", "⚙️", "⏸", "⏸ One week")
    assert "has asked for quiet now. Please do not wait" in await write(home, zhao)
    await home.later(hours=23)
    assert await kept(home) == ["worry"]
    await home.later(hours=2)
    assert await kept(home) == []
    assert sum("has not arrived" in each for each in zhao.texts) == 1
    assert await home.app.store.run(forget_worries.run_once) == 0
    assert not on(lead)
