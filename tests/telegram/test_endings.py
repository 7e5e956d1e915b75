"""What was sent is written down together with whatever else has arrived meanwhile."""

import asyncio
from collections.abc import Sequence

from sqlalchemy import select

from bot.db.tables import outbox as rows
from bot.db.transaction import Tx, Unit
from bot.delivery import next_rows, outbox
from bot.delivery.outbox import Row
from bot.domain.notifications import Lane
from bot.simulator.cast import FANG, IVAN, MEI
from bot.telegram.endings import Endings
from tests.homeline import Homeline
from tests.telegram.sends import known, put


class Pen:
    """Writes when it may."""

    def __init__(self, home: Homeline) -> None:
        self.may = asyncio.Event()
        self.times = 0
        self._home = home

    async def write(self, unit: Unit[None]) -> None:
        self.times += 1
        await self.may.wait()
        await self._home.app.store.run(unit)


async def claimed(home: Homeline) -> Sequence[Row]:
    for number in [await known(home, each) for each in (MEI, FANG, IVAN)]:
        await put(home, number)

    def unit(tx: Tx) -> list[Row]:
        return outbox.claim_all(tx, next_rows.best(tx, Lane.ROUTINE, limit=3))

    return await home.app.store.run(unit)


async def ended(home: Homeline) -> list[tuple[str, int | None]]:
    states = select(rows.c.state, rows.c.message_id).where(rows.c.lane == int(Lane.ROUTINE)).order_by(rows.c.id)
    return [tuple(each) for each in await home.app.store.run(lambda tx: tx.all(states))]


async def test_what_arrives_while_one_is_written_is_written_together(home: Homeline) -> None:
    one, *others = await claimed(home)
    pen = Pen(home)
    endings = Endings(pen.write)
    first = asyncio.create_task(endings.sent(one, 1))
    while not pen.times:
        await asyncio.wait([first], timeout=0)
    later = [asyncio.create_task(endings.sent(row, number)) for number, row in enumerate(others, 2)]
    await asyncio.wait(later, timeout=0)
    assert await ended(home) == [("sending", None)] * 3

    pen.may.set()
    await first
    done, waiting = await asyncio.wait(later, return_when=asyncio.FIRST_COMPLETED)
    assert len(done) == 2
    assert not waiting
    assert pen.times == 2
    assert await ended(home) == [("sent", 1), ("sent", 2), ("sent", 3)]


async def test_what_cannot_be_written_is_known_to_each_and_stops_no_later_one(home: Homeline) -> None:
    one, two, three = await claimed(home)
    pen = Pen(home)

    async def fails_once(unit: Unit[None]) -> None:
        if not pen.times:
            pen.times = 1
            raise OSError
        await pen.write(unit)

    endings = Endings(fails_once)
    found = await asyncio.gather(endings.sent(one, 1), endings.sent(two, 2), return_exceptions=True)
    assert [type(each) for each in found] == [OSError, OSError]
    pen.may.set()
    await endings.sent(three, 3)
    assert await ended(home) == [("sending", None), ("sending", None), ("sent", 3)]


async def test_an_attempt_that_no_longer_counts_changes_nothing(home: Homeline) -> None:
    one, *_others = await claimed(home)
    pen = Pen(home)
    pen.may.set()
    await home.app.store.run(lambda tx: outbox.put_back(tx, one.id, tx.now, "again"))
    await Endings(pen.write).sent(one, 1)
    assert (await ended(home))[0] == ("pending", None)


async def test_where_one_has_landed_the_next_is_looked_for_at_once(home: Homeline) -> None:
    sender = home.app.sender
    await put(home, await known(home))
    assert await sender.step() == 1
    await sender.bell.wait(0)
    await sender.drain()
    async with asyncio.timeout(5):
        await sender.bell.wait(60)
