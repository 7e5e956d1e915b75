"""Tells other processes on the same PostgreSQL that something was committed, and hears it from them.

Only a hint: what is lost here is found by looking again a little later.
"""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.util import greenlet_spawn

from bot.loop import WakeUp

_CHANNEL = "homeline"
_LOOK = 5.0
_REST = 1.0


class Hints:
    """One connection that speaks and listens; `session` is its number on the server while it stands."""

    def __init__(self, engine: Engine, heard: Callable[[set[str]], None]) -> None:
        self.session: int | None = None
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._heard = heard
        self._bell = WakeUp()
        self._to_say: set[str] = set()
        self._task: asyncio.Task[None] | None = None
        self._ends = False

    async def open(self) -> None:
        """Begin to listen; once this returns, `session` is known if the server is there."""
        connected = asyncio.Event()
        self._ends = False
        self._task = asyncio.create_task(self._run(connected))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LOOK):
                await connected.wait()

    def say(self, woke: set[str]) -> None:
        """Let the others know; what comes together is said together."""
        if self._task is not None:
            self._to_say |= woke
            self._bell.ring()

    async def close(self) -> None:
        """Say what is left, and fall silent."""
        if self._task is None:
            return
        self._ends = True
        self._bell.ring()
        await asyncio.wait([self._task], timeout=_REST)
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task
        self._task = None

    async def _run(self, connected: asyncio.Event) -> None:
        while not self._ends:
            try:
                await self._speak(connected)
            except Exception:
                await self._bell.wait(_REST)

    async def _speak(self, connected: asyncio.Event) -> None:
        conn = await greenlet_spawn(self._engine.connect)
        driver: Any = conn.connection.driver_connection
        try:
            await driver.execute("SET synchronous_commit = off")
            await driver.add_listener(_CHANNEL, self._listen)
            self.session = driver.get_server_pid()
            connected.set()
            while not self._ends or self._to_say:
                await self._bell.wait(_LOOK)
                await self._say(driver)
        finally:
            self.session = None
            driver.terminate()
            await greenlet_spawn(_throw_away, conn)

    async def _say(self, driver: Any) -> None:
        """Also when there is nothing to say: a connection that only listens would never notice that it is cut."""
        words, self._to_say = self._to_say, set()
        try:
            await driver.execute("SELECT pg_notify($1, $2)", _CHANNEL, " ".join(sorted(words)), timeout=_LOOK)
        except BaseException:
            self._to_say |= words
            raise

    def _listen(self, _connection: Any, session: int, _channel: str, words: str) -> None:
        if session != self.session and words:
            self._heard(set(words.split()))


def _throw_away(conn: Connection) -> None:
    """Or the pool would lend it to the next unit."""
    conn.invalidate()
    conn.close()
