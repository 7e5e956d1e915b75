"""Several processes over one PostgreSQL, and which of them sends."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from bot.clock import stopwatch
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.loop import WakeUp
from bot.settings import Settings
from tests.crashes.process import Process, running

_HOLDER = (
    "SELECT split_part(application_name, ' ', 2)::int FROM pg_stat_activity JOIN lease ON pid = session "
    "WHERE name = 'sender' AND until > extract(epoch from clock_timestamp()) * 1000000"
)

_CONNECTED = (
    "SELECT DISTINCT split_part(application_name, ' ', 2) AS pid FROM pg_stat_activity "
    "WHERE datname = current_database() AND (query LIKE 'LISTEN%%' OR query LIKE '%%pg_notify%%')"
)


class Together:
    """So many processes, and the database that they share."""

    def __init__(self, live: Settings, log: Path, store: Store) -> None:
        self._live, self._log, self._store = live, log, store
        self._stack = AsyncExitStack()
        self.all: dict[int, Process] = {}

    async def start(self) -> None:
        """One more."""
        process = await self._stack.enter_async_context(running(self._live, self._log))
        self.all[process.pid] = process

    async def sender(self, but: int = 0) -> Process:
        """The one that sends now, other than the one with number `but`; raises TimeoutError."""
        async with asyncio.timeout(30):
            while True:
                found = await self._store.run(lambda tx: tx.conn.exec_driver_sql(_HOLDER).scalar())
                if found in self.all and found != but:
                    return self.all[found]
                await WakeUp().wait(0.02)

    async def ready(self, count: int) -> None:
        """Until so many of them have come to the database; raises TimeoutError."""
        async with asyncio.timeout(60):
            while len(await self._store.run(_here) & self.all.keys()) < count:
                await WakeUp().wait(0.02)

    async def lose(self, process: Process) -> None:
        """SIGKILL, and another in its place."""
        await process.kill()
        del self.all[process.pid]

    async def close(self) -> None:
        """Kill whoever still lives."""
        await self._stack.aclose()


@asynccontextmanager
async def together(live: Settings, log: Path, store: Store, count: int) -> AsyncIterator[Together]:
    found = Together(live, log, store)
    try:
        await found.start()
        await found.ready(1)  # the first compiles for all
        for _ in range(count - 1):
            await found.start()
        await found.ready(count)
        yield found
    finally:
        await found.close()


async def taken_over(processes: Together, ends: object, sender: Process) -> float:
    """Seconds from the sender's end until another has its watch."""
    began = stopwatch()
    ending = asyncio.ensure_future(ends)  # type: ignore[call-overload] # a coroutine
    await processes.sender(but=sender.pid)
    seconds = stopwatch() - began
    await ending
    return seconds


def _here(tx: Tx) -> set[int]:
    """The processes that are connected, by their numbers on this machine."""
    return {int(row.pid) for row in tx.conn.exec_driver_sql(_CONNECTED)}
