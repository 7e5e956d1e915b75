"""A school's clock is that of its first child, and of everybody who works there and has none of their own."""

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.simulator.cast import MEI, ZHAO
from tests.handlers.school.staff_steps import LEAD, STRANGER, code, two_teachers
from tests.homeline import Homeline
from tests.households import tap


async def zone_of(home: Homeline, telegram_id: int) -> str:
    def look(tx: Tx) -> str:
        found = people.by_telegram(tx, telegram_id)
        assert found is not None
        return found.zone

    return await home.app.store.run(look)


async def test_who_worked_there_before_the_first_child_and_who_comes_later_have_the_schools_clock(
    home: Homeline,
) -> None:
    await two_teachers(home)
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, home.phone(LEAD), "✅")

    assert ivan.sees("Welcome to Village school.")
    assert [await zone_of(home, each.id) for each in (LEAD, ZHAO, STRANGER)] == ["Asia/Shanghai"] * 3
    assert await zone_of(home, MEI.id) == "Asia/Dubai"
