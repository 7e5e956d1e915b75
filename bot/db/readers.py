"""What only reads, beside whatever writes: on a thread with an event loop of its own.

A driver takes no more than the SQL off the loop: to unseal what was read, and to make a page of it, would
stop every other task there.
"""

import asyncio
import sys
from threading import Thread
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.util import greenlet_spawn

from bot.clock import Clock
from bot.db.transaction import Tx, Unit

T = TypeVar("T")

# Threads hand the interpreter to each other: at Python's 5 ms an answer waits long for a unit's end.
SWITCH = 0.0005
# At once: a long one does not keep those waiting who ask how Homeline is.
MOST = 2


class Readers:
    """`engine` has an asynchronous driver, is used here alone, and its connections cannot write."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: Thread | None = None

    async def run(self, unit: Unit[T]) -> T:
        """What the unit finds in one state of the database, however long it takes."""
        reading = asyncio.wrap_future(asyncio.run_coroutine_threadsafe(self._run(unit), self._begun()))
        return await asyncio.shield(reading)  # cut off while it connects, a connection would be lost

    async def close(self) -> None:
        """Let go of the database, once what is being read has been."""
        if self._loop is None or self._thread is None:
            return
        loop, self._loop = self._loop, None
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(self._end(), loop))
        loop.call_soon_threadsafe(loop.stop)
        await asyncio.to_thread(self._thread.join)
        loop.close()

    def _begun(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            sys.setswitchinterval(SWITCH)
            self._loop = asyncio.new_event_loop()
            self._thread = Thread(target=self._loop.run_forever, name="readers", daemon=True)
            self._thread.start()
        return self._loop

    async def _run(self, unit: Unit[T]) -> T:
        return await greenlet_spawn(self._look, unit)

    def _look(self, unit: Unit[T]) -> T:
        with self._engine.connect() as conn:
            return unit(Tx(conn, self._clock.now(), sure=self._clock.is_sure))

    async def _end(self) -> None:
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()}, return_exceptions=True)
        await greenlet_spawn(self._engine.dispose)
