"""Claiming and completing updates on PostgreSQL: by one process and by four, as the consumer does it.

Each commit waits for the disk, as on a server that an operator sets up.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection

from bot.clock import SystemClock, stopwatch
from bot.db.crypto import new_key, parse_keys
from bot.db.postgres import PostgresStore
from bot.db.transaction import Tx
from bot.delivery import inbox
from bot.delivery.inbox import Received
from bot.telegram.consumer import SHARED_AT_ONCE, SHARED_BATCH
from tests.bench.line import Line, at_least
from tests.copies import copies
from tests.databases import Postgres

SIZES, CHATS, CHUNK = (3_000, 6_000, 12_000), 3_000, 500
A_SECOND = 2_000
HOW = "Claiming: PostgreSQL on the same machine, every commit on disk; the updates of 3,000 chats."
PAYLOAD = '{"update_id": 1, "message": {"message_id": 1, "date": 1, "text": "How was school today?"}}'


@dataclass(frozen=True, slots=True)
class Claimed:
    """How fast so many processes came through, and how many rows one had that another had too."""

    processes: int
    rows: int
    seconds: float
    duplicates: int

    @property
    def a_second(self) -> float:
        """Rows a second, of all together."""
        return self.rows / self.seconds


def claiming(counts: tuple[int, ...] = (1, 4), sizes: tuple[int, ...] = SIZES) -> list[tuple[int, Claimed]]:
    """One measurement for each number of rows and of processes, each on a fresh database."""
    keys = new_key()
    server = Postgres(keys, on_disk=True)
    try:
        server.make_durable()
        return [
            (rows, asyncio.run(_measure(server.url(server.create()), keys, each, rows)))
            for rows in sizes
            for each in counts
        ]
    finally:
        server.stop()


async def _measure(url: str, keys: str, processes: int, rows: int) -> Claimed:
    async with _store(url, keys) as store:
        for start in range(0, rows, CHUNK):
            await store.run(partial(_receive, numbers=range(start, start + CHUNK)))
    with _workers(url, keys, processes) as pipes:
        for pipe in pipes:
            await asyncio.to_thread(pipe.recv)  # it is connected
        began = stopwatch()
        for pipe in pipes:
            pipe.send("begin")
        found: list[list[int]] = [await asyncio.to_thread(pipe.recv) for pipe in pipes]
        seconds = stopwatch() - began
    times = Counter(number for each in found for number in each)
    return Claimed(processes, len(times), seconds, times.total() - len(times))


def _receive(tx: Tx, numbers: range) -> None:
    inbox.receive(tx, [Received(each, each % CHATS, PAYLOAD) for each in numbers])


@asynccontextmanager
async def _store(url: str, keys: str) -> AsyncIterator[PostgresStore]:
    store = PostgresStore(url, parse_keys(keys), SystemClock())
    await store.open()
    yield store
    await store.close()


@contextmanager
def _workers(url: str, keys: str, count: int) -> Iterator[list[Connection]]:
    pairs = [copies.Pipe() for _ in range(count)]
    processes = [copies.Process(target=_serve, args=(theirs, url, keys), daemon=True) for _ours, theirs in pairs]
    for each in processes:
        each.start()
    try:
        yield [ours for ours, _theirs in pairs]
    finally:
        for each in processes:
            each.join(5)
            each.kill()


def _serve(pipe: Connection, url: str, keys: str) -> None:
    asyncio.run(_claim(pipe, url, keys))


async def _claim(pipe: Connection, url: str, keys: str) -> None:
    async with _store(url, keys) as store:
        pipe.send("ready")
        await asyncio.to_thread(pipe.recv)
        found = await asyncio.gather(*(_until_empty(store) for _ in range(SHARED_AT_ONCE)))
        pipe.send([number for each in found for number in each])


async def _until_empty(store: PostgresStore) -> list[int]:
    found: list[int] = []
    while some := await store.run(_some):
        found += some
    return found


def _some(tx: Tx) -> list[int]:
    numbers = [each.id for each in inbox.take_some(tx, SHARED_BATCH)]
    inbox.finish_some(tx, numbers)
    return numbers


def measure(*, quick: bool) -> list[Line]:
    """One process and four, over three numbers of rows."""
    lines = []
    for rows, each in claiming((1,), (500,)) if quick else claiming():
        name = f"{each.processes} processes" if each.processes > 1 else "one process"
        said = f"{name} on PostgreSQL, claiming and completing {rows:,}"
        lines.append(at_least(said, A_SECOND, each.a_second, "rows/s"))
        whole = each.duplicates == 0 and each.rows == rows
        lines.append(Line(f"… duplicates of {rows:,}", "0", f"{each.duplicates}", whole))
    return lines
