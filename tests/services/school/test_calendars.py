"""What is gathered of a calendar waits in the dialogue; what stands there already is named once."""

from bot.db.transaction import Tx
from bot.domain.school.calendar_lines import read
from bot.domain.school.calendars import PASTING, days_in
from bot.queries.circle import people
from bot.services.school import calendars
from bot.simulator.cast import ZHAO
from tests.homeline import Homeline
from tests.households import read as ask


async def test_lines_are_gathered_once_and_what_is_wrong_is_named_once(home: Homeline) -> None:
    await home.school()

    def gather(tx: Tx) -> tuple[list[str], list[list[object]]]:
        me = people.by_telegram(tx, ZHAO.id)
        assert me is not None
        assert calendars.gathered(tx, me.id) == {}
        people.set_dialogue(tx, me.id, PASTING, {"school": 1, "days": [], "wrong": []})
        today = calendars.today_at(tx, 1, me)
        for _ in range(3):
            lines = read(f"{today.year + 1}-03-01 Trip\nSomething", today)
            calendars.gather(tx, me, calendars.gathered(tx, me.id), lines.days, lines.wrong)
        data = calendars.gathered(tx, me.id)
        return [each.name for each in days_in(data["days"])], data["wrong"]

    days, wrong = await ask(home, gather)
    assert days == ["Trip"]
    assert wrong == [[2, "no date", "Something"], [0, "twice", "Trip"]]
