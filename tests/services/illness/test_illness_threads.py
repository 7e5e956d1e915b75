"""A thread as a press finds it: only those of its circle hold it, and only while it runs."""

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.services.illness.illness_threads import thread_for
from bot.simulator.cast import IVAN
from tests.homeline import Homeline
from tests.households import read, tap
from tests.illness_cast import english_family, fever


async def test_a_thread_is_held_by_its_own_people_while_it_runs_and_by_nobody_else(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await home.newcomer(IVAN)
    await fever(home, fang)

    def holds(tx: Tx) -> list[bool]:
        everybody = [people.get(tx, number) for number in (1, 2, 3)]
        return [thread_for(tx, each, 1) is not None for each in everybody]

    assert await read(home, holds) == [True, True, False]
    await tap(home, fang, "🌤")
    assert await read(home, holds) == [False, False, False]
