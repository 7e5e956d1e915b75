"""A calendar file counts only while its sender waits for it, and the newest of several."""

from datetime import date

import pytest

from bot.db.transaction import Tx
from bot.delivery import fetches
from bot.domain.school.calendar_imports import Entry
from bot.domain.school.calendars import PASTING
from bot.queries.circle import people
from bot.services.school import calendar_imports, calendars
from bot.simulator.cast import ZHAO
from tests.homeline import Homeline
from tests.households import read


@pytest.mark.parametrize(("leave", "expected"), [(False, ["Trip"]), (True, [])])
async def test_what_arrives_is_gathered_while_it_is_waited_for(
    home: Homeline, leave: bool, expected: list[str]
) -> None:
    await home.school()

    def arrive(tx: Tx) -> list[str]:
        me = people.by_telegram(tx, ZHAO.id)
        assert me is not None
        people.set_dialogue(tx, me.id, PASTING, {"school": 1, "days": [], "wrong": []})
        for name in ("old", "new"):
            calendar_imports.want(tx, me, calendars.gathered(tx, me.id), name)
        (wanted,) = fetches.due(tx, 9)
        assert wanted.file_id == "new"
        if leave:
            people.end_dialogue(tx, me.id)
        calendar_imports.arrived(tx, wanted, (Entry("Trip", date(tx.now.year + 1, 3, 1), None),))
        calendar_imports.missed(tx, wanted, too_large=True)
        return [each[3] for each in calendars.gathered(tx, me.id).get("days", [])]

    assert await read(home, arrive) == expected
