"""Only who may name an illness adds to it, and only while it runs."""

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.services.illness.thread_notes import thread_that_takes_notes
from tests.homeline import Homeline
from tests.households import read, tap
from tests.illness_cast import english_family, fever


async def test_parents_and_those_without_health_notes_add_nothing_and_nobody_does_after_the_end(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await fever(home, fang)

    def takes(tx: Tx) -> list[bool]:
        return [thread_that_takes_notes(tx, people.get(tx, number), 1) is not None for number in (1, 2)]

    assert await read(home, takes) == [False, True]
    await home.app.store.run(lambda tx: people.change(tx, 2, health_notes=False))
    assert await read(home, takes) == [False, False]
    await home.app.store.run(lambda tx: people.change(tx, 2, health_notes=True))
    await tap(home, fang, "🌤")
    assert await read(home, takes) == [False, False]
