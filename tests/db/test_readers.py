"""What only reads goes on beside what writes, and neither changes what the other sees."""

import asyncio
import threading

import pytest
from sqlalchemy.exc import DBAPIError

from bot.db import installation
from bot.db.store import Store
from bot.db.transaction import Tx


async def test_a_long_read_holds_up_no_writer_and_sees_one_state(store: Store) -> None:
    reading, written = threading.Event(), threading.Event()

    def twice(tx: Tx) -> tuple[str | None, str | None]:
        before = installation.get(tx, "word")
        reading.set()
        assert written.wait(10)
        return before, installation.get(tx, "word")

    await store.run(lambda tx: installation.learn(tx, "word", "first"))
    long = asyncio.create_task(store.read(twice))
    assert await asyncio.to_thread(reading.wait, 10)
    await store.run(lambda tx: installation.learn(tx, "word", "second"))
    assert not long.done()
    written.set()

    assert await long == ("first", "first")
    assert await store.read(lambda tx: installation.get(tx, "word")) == "second"


async def test_what_only_reads_cannot_write(store: Store) -> None:
    with pytest.raises(DBAPIError, match=r"read-?only"):
        await store.read(lambda tx: installation.learn(tx, "word", "written"))
    assert await store.run(lambda tx: installation.get(tx, "word")) is None


async def test_what_a_read_raises_is_raised_and_the_next_one_goes_on(store: Store) -> None:
    def broken(_tx: Tx) -> None:
        raise LookupError

    for _ in range(3):
        with pytest.raises(LookupError):
            await store.read(broken)
    assert await store.read(lambda tx: installation.get(tx, "word")) is None


async def test_closing_finishes_what_is_being_read(store: Store) -> None:
    reading, on = threading.Event(), threading.Event()

    def held(tx: Tx) -> str | None:
        reading.set()
        assert on.wait(10)
        return installation.get(tx, "word")

    await store.run(lambda tx: installation.learn(tx, "word", "kept"))
    first, second = (asyncio.create_task(store.read(held)) for _ in range(2))
    assert await asyncio.to_thread(reading.wait, 10)
    second.cancel()  # whoever asked does not wait any more
    closing = asyncio.create_task(store.close())
    await asyncio.wait([closing], timeout=0)
    assert not closing.done()
    on.set()
    await closing

    assert await first == "kept"
    assert second.cancelled()
    await store.open()
