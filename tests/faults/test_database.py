"""A file that is full, locked or read-only: nothing is acknowledged that is not kept, and all goes on afterwards."""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from sqlalchemy import LargeBinary, func, select, type_coerce

from bot.db.availability import is_away
from bot.db.tables import outbox
from bot.db.transaction import Tx
from bot.domain.notifications import Lane
from bot.loop import WakeUp
from bot.simulator.cast import FANG, JUN, LI, MEI
from tests.faults.conftest import Note
from tests.faults.figures import Figures, arrived, inbox_states, kept, put, states
from tests.homeline import Homeline
from tests.test_log import lines

pytestmark = pytest.mark.wired

__all__ = ["lines"]

GRANDMA = replace(FANG, language_code="en")
MESSAGES = 60


class Spoiled:
    """One SQLite file, from which another program or the disk takes something away."""

    def __init__(self, home: Homeline, how: str) -> None:
        self._home = home
        self._how = how
        self._other: sqlite3.Connection | None = None

    async def __aenter__(self) -> "Spoiled":
        await self._pragma("busy_timeout=20")
        if self._how == "locked":
            self._other = sqlite3.connect(self._home.app.settings.sqlite_path, isolation_level=None)
            self._other.execute("BEGIN IMMEDIATE")
        else:
            await self._pragma("max_page_count=1" if self._how == "full" else "query_only=ON")
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._other is not None:
            self._other.close()
        elif self._how == "full":
            await self._pragma("max_page_count=1000000")
        else:  # not even a transaction begins, so straight to the driver
            self._home.app.store._engine.raw_connection().execute("PRAGMA query_only=OFF")  # type: ignore[attr-defined] # SQLite's

    async def _pragma(self, words: str) -> None:
        await self._home.app.store.run(lambda tx: tx.conn.exec_driver_sql(f"PRAGMA {words}"))


async def rounds(home: Homeline, count: int = 4) -> int:
    """Everything that Homeline does; how often a part said that the database is away. None says anything else."""
    app = home.app
    said: list[Exception] = []
    for _ in range(count):
        home.clock.push(timedelta(seconds=20))
        for part in (app.poller.step, app.consumer.step, app.tick, app.sender.step):
            try:
                await part()
            except Exception as error:
                said.append(error)
    assert all(is_away(each) for each in said), said
    return len(said)


@pytest.fixture
def on_a_file(home: Homeline) -> bool:
    """A server has its own test; what happens to a file happens to SQLite only."""
    return home.app.settings.is_sqlite


@pytest.mark.parametrize("how", ["full", "locked", "read-only"])
async def test_what_cannot_be_written_is_neither_acknowledged_nor_given_up(
    home: Homeline, on_a_file: bool, note: Note, how: str
) -> None:
    if not on_a_file:
        return
    await home.joined(GRANDMA, await home.child(), "👵")
    mei, fang = home.phone(MEI), home.phone(FANG)
    words = [await put(home, MEI, 10 + number, Lane.ROUTINE, written=True) for number in range(5)]
    before = len(mei.texts)
    for number in range(MESSAGES):
        mei.say(f"early {number} " + "x" * 3000)
    assert await home.app.poller.step() == MESSAGES
    async with Spoiled(home, how):
        fang.tap("🤒")
        for number in range(MESSAGES):
            mei.say(f"{number} " + "x" * 3000)
        assert await rounds(home) > 0
        if how != "full":  # what is written over needs no room
            assert home.world.pending == MESSAGES + 1
    for _ in range(4):
        await home.later(minutes=1)

    held, _expired, lost = await kept(home)
    missing, twice = arrived(home, MEI, words)
    assert (await inbox_states(home))["parked"] == 0
    assert (await states(home))["pending"] + (await states(home))["sending"] == 0
    assert sum("🤒" in each for each in mei.texts[before:]) == 1
    note(
        Figures(f"a disk or file that is {how}", held + 5, lost + missing, twice, 0, "everything, once it works again")
    )


async def test_what_was_sent_while_its_end_could_not_be_written_is_not_sent_again(
    home: Homeline, on_a_file: bool, note: Note
) -> None:
    if not on_a_file:
        return
    await home.newcomer(replace(MEI, language_code="en"))
    word = await put(home, MEI, 10, Lane.URGENT)
    home.simulator.faults.slow(30)
    assert await home.app.sender.step() == 1
    async with Spoiled(home, "locked"):
        home.simulator.faults.clear()
        while not any(word in each for each in home.phone(MEI).texts):
            await WakeUp().wait(0.01)
        await WakeUp().wait(0.1)  # time to try to write it down, in vain
    await home.app.sender.drain()
    for _ in range(4):
        await home.later(minutes=1)
    missing, twice = arrived(home, MEI, [word])
    assert (await states(home))["unknown"] == 0
    assert twice == 0
    note(Figures("locked after a send: an alert", 1, missing, twice, 0, "the alert, once"))


async def spoil(home: Homeline, table: str, column: str, where: str) -> None:
    """Bytes that no key opens, as a broken disk or a careless hand leaves them."""

    def write(tx: Tx) -> Any:
        marks = {"sqlite": "?", "postgresql": "$1"}[tx.conn.dialect.name]
        return tx.conn.exec_driver_sql(f"UPDATE {table} SET {column} = {marks} WHERE {where}", (b"\x01rust" * 8,))

    await home.app.store.run(write)


async def test_a_row_that_cannot_be_read_is_set_aside_and_the_rest_goes_on(home: Homeline, note: Note) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    fang = home.phone(FANG)
    fang.say("this one rots")
    fang.tap("🏠")
    await home.app.poller.step()
    await spoil(home, "inbox", "payload", "id = (SELECT min(id) FROM inbox WHERE state = 'new')")
    before = len(fang.texts)
    words = [await put(home, MEI, 10 + number, Lane.ROUTINE, written=True) for number in range(4)]
    await spoil(home, "outbox", "payload", "id = (SELECT min(id) FROM outbox WHERE state = 'pending')")
    await home.settle()
    await home.later(minutes=1)

    assert (await inbox_states(home))["parked"] == 1
    assert len(fang.texts) > before  # the next one of the same person was handled
    missing, twice = arrived(home, MEI, words)
    assert missing == 1
    assert (await states(home))["discarded"] == 1
    note(Figures("two rows that cannot be read", 6, missing - 1, twice, 0, "all but what those rows said"))


async def swap(home: Homeline, first: int, second: int) -> None:
    """What waits in one row lies in the other, as by a hand that may write and has no keys."""
    column = outbox.c.payload

    def write(tx: Tx) -> None:
        raw = select(type_coerce(column, LargeBinary()))
        found = {each: tx.scalar(raw.where(outbox.c.id == each)) for each in (first, second)}
        for row, other in ((first, second), (second, first)):
            laid = outbox.update().where(outbox.c.id == row).values(payload=type_coerce(found[other], LargeBinary()))
            tx.conn.execute(laid)

    await home.app.store.run(write)


async def test_what_was_laid_into_another_row_reaches_nobody_and_the_rest_goes_on(
    home: Homeline, note: Note, lines: StringIO
) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    before = await home.app.store.run(lambda tx: tx.scalar(select(func.max(outbox.c.id))))
    told = [await put(home, who, 10 + number, Lane.NOTICE, written=True) for number, who in enumerate((MEI, FANG, MEI))]
    first, second, _ = await home.app.store.run(
        lambda tx: [row.id for row in tx.all(select(outbox.c.id).where(outbox.c.id > before).order_by(outbox.c.id))]
    )
    await swap(home, first, second)
    await home.settle()
    await home.later(minutes=1)

    assert [arrived(home, who, told[:2]) for who in (MEI, FANG)] == [(2, 0), (2, 0)]
    assert arrived(home, MEI, told[2:]) == (0, 0)
    assert (await states(home))["discarded"] == 2
    said = [each for each in lines.getvalue().splitlines() if "does not open" in each]
    assert len(said) == 2
    assert all(f"outbox row {number}:" in each for number, each in zip((first, second), said, strict=True))
    note(Figures("two rows that changed places by hand", 3, 0, 0, 0, "all but what those rows said"))


async def test_one_child_that_cannot_be_read_hides_no_other(home: Homeline, note: Note) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    other = replace(LI, language_code="en")
    await home.joined(other, await home.child(replace(JUN, language_code="en"), "Ming"), "👵", host=JUN)
    await spoil(home, "child", "call_name", "id = (SELECT min(id) FROM child)")
    await home.until(19, 30)
    await home.later(hours=1)

    asked = home.phone(LI).texts
    assert sum("How is Ming" in each for each in asked) == 1
    assert not any("How is" in each for each in home.phone(FANG).texts)
    note(Figures("a child's row that cannot be read", 1, 0, 0, 0, "every other child's question"))
