"""A Homeline of its own for a measure: a fresh encrypted database on disk, and people in it."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path

from bot.app import App
from bot.clock import Clock, SystemClock
from bot.settings import Settings
from bot.storage import people
from bot.storage.crypto import new_key
from bot.storage.transaction import Tx
from tests.bench.next_door import TOKEN

CHUNK = 500


@contextmanager
def settings(url: str, rate: float = 0) -> Iterator[Settings]:
    """Settings for a database that is thrown away at the end."""
    with tempfile.TemporaryDirectory(prefix="homeline-bench-") as folder:
        database = f"sqlite:///{Path(folder) / 'homeline.db'}"
        yield Settings(token=TOKEN, api_url=url, database_url=database, keys=new_key(), rate=rate)


@asynccontextmanager
async def opened(wanted: Settings, clock: Clock | None = None) -> AsyncIterator[App]:
    """The whole application as `homeline run` composes it, not running yet."""
    app = App(wanted, clock or SystemClock())
    await app.open()
    try:
        yield app
    finally:
        await app.close()


@asynccontextmanager
async def running(app: App) -> AsyncIterator[App]:
    """Every loop runs for as long as the block."""
    stopped = asyncio.Event()
    task = asyncio.create_task(app.run(stopped))
    try:
        yield app
    finally:
        stopped.set()
        await task


async def add_people(app: App, count: int) -> None:
    """So many who have agreed to everything, in chats 1 and up."""
    for start in range(1, count + 1, CHUNK):
        await app.store.run(partial(_add, numbers=range(start, min(start + CHUNK, count + 1))))


def _add(tx: Tx, numbers: range) -> None:
    for number in numbers:
        person = people.add(tx, number, f"Reader {number}", "en")
        people.change(tx, person.id, consented_at=tx.now, health_notes=True, voice=True)
