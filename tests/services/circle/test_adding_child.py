"""A child that is being added waits from its name on, and goes on where it stood."""

from typing import Any

from bot.db.transaction import Tx
from bot.queries.circle import people, unfinished
from bot.services.circle import adding_child
from bot.services.privacy import erasing, exports
from bot.simulator.cast import MEI
from tests.homeline import Homeline
from tests.households import read

LILY = {"role": "parent", "name": "Lily", "year": 2018}


async def test_it_goes_on_where_it_stood_until_it_is_here_or_another_is_meant(home: Homeline) -> None:
    await home.newcomer(MEI)

    def unit(tx: Tx) -> tuple[dict[str, Any], ...]:
        me = people.by_telegram(tx, MEI.id)
        assert me is not None
        adding_child.keep(tx, me, {"role": "parent"})  # nothing is typed yet
        people.end_dialogue(tx, me.id)
        nothing = adding_child.resume(tx, me)
        adding_child.keep(tx, me, LILY)
        people.set_dialogue(tx, me.id, "another")
        waits = adding_child.resume(tx, me)
        assert people.dialogue_of(tx, me.id) == (adding_child.STATE, LILY)
        assert exports.own(tx, me)["my_unfinished"] == [{"name": "Lily"}]
        adding_child.end(tx, me)
        assert exports.own(tx, me)["my_unfinished"] == []
        return nothing, waits, adding_child.resume(tx, me)

    assert await read(home, unit) == ({}, LILY, {})


async def test_it_goes_with_who_has_said_it(home: Homeline) -> None:
    await home.newcomer(MEI)

    def unit(tx: Tx) -> object:
        me = people.by_telegram(tx, MEI.id)
        assert me is not None
        adding_child.keep(tx, me, LILY)
        erasing.erase_person(tx, me)
        return unfinished.get(tx, me.id, adding_child.STATE, 0)

    assert await read(home, unit) is None
