"""Lines that could be meant twice wait, and are read with what comes after them."""

from bot.db.transaction import Tx
from bot.domain.school.calendar_lines import Order
from bot.domain.school.calendars import PASTING, days_in
from bot.queries.circle import people
from bot.services.school import calendar_lines, calendars
from bot.simulator.cast import ZHAO
from tests.homeline import Homeline
from tests.households import read


async def test_a_line_waits_for_its_order_and_is_read_once(home: Homeline) -> None:
    await home.school()

    def gather(tx: Tx) -> list[tuple[int, int]]:
        me = people.by_telegram(tx, ZHAO.id)
        assert me is not None
        people.set_dialogue(tx, me.id, PASTING, {"school": 1, "days": [], "wrong": []})
        year = calendars.today_at(tx, 1, me).year + 1
        data = calendars.gathered(tx, me.id)
        calendar_lines.gather(tx, me, data, f"3/7/{year} Trip")
        assert (data["days"], len(data["unclear"])) == ([], 1)
        calendar_lines.gather(tx, me, data, "Something")
        assert len(calendars.gathered(tx, me.id)["unclear"]) == 1
        calendar_lines.gather(tx, me, data, "", Order.MONTH)
        calendar_lines.gather(tx, me, data, f"4/8/{year} Play")
        assert (data["unclear"], [each[1] for each in data["wrong"]]) == ([], ["no date"])
        return [(each.first.month, each.first.day) for each in days_in(data["days"])]

    assert await read(home, gather) == [(3, 7), (4, 8)]
