"""PostgreSQL: the same units of work, each in a transaction on a connection of the pool.

A connection can be lost while COMMIT is on its way: then nobody knows whether a unit has happened. So `run` never runs
it again for that, and whoever asked for it asks anew: for what still is so, not for what it wanted before.
"""

import asyncio
import contextlib
import os
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import URL, Engine, create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.util import greenlet_spawn

from bot.clock import Clock
from bot.db import connections
from bot.db.availability import THROUGH_A_POOLER, address, named, said_plainly
from bot.db.columns import give_keyring
from bot.db.crypto import Keyring
from bot.db.cursors import Cursors
from bot.db.hints import Hints
from bot.db.migrations import HEAD, revision
from bot.db.opening import prepare
from bot.db.prepared import Prepared
from bot.db.readers import MOST, Readers
from bot.db.transaction import Tx, Unit
from bot.errors import DatabaseAway

T = TypeVar("T")

_POOL = 8 + 1  # one for the hints
# No unit waits for anything but the database, so whoever is silent in the middle of one has died: its locks go.
_TIME_OUTS = ("idle_in_transaction_session_timeout", "statement_timeout")
# Its statistics know nothing of a queue that has just grown, nor of what is due: it would read a whole table, or sort
# all that waits, to find the first. So it walks the index that has it in order, as SQLite does.
_BY_INDEX = dict.fromkeys(("enable_seqscan", "enable_bitmapscan", "jit"), "off")
_PLANS = {**_BY_INDEX, "plan_cache_mode": "force_generic_plan"}  # and each statement is planned once
# What PostgreSQL calls two units that wait for each other; one of them is run again, as it is a plain function.
_AGAIN = {"40P01", "40001"}
_TIMES = 5
_READING = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def _session() -> dict[str, str]:
    time_outs = dict.fromkeys(_TIME_OUTS, f"{connections.STATEMENT * 1000:.0f}")
    return {**_PLANS, **time_outs, **connections.SERVERS_KEEPALIVE, "application_name": f"homeline {os.getpid()}"}


def _is_ours(tx: Tx) -> bool:
    """Whether the schema is this version's. Raises DatabaseAway where sessions are not kept.

    A pooler that hands out sessions by the transaction drops what they were told; a watch would flap, too.
    """
    asked = text("SELECT setting FROM pg_settings WHERE name = :name").bindparams(name=_TIME_OUTS[0])
    if tx.scalar(asked) != _session()[_TIME_OUTS[0]]:
        raise DatabaseAway(THROUGH_A_POOLER)
    return revision(tx.conn) == HEAD


def _engine(
    url: URL, keyring: Keyring, lost: set[int], command: float | None, size: int = _POOL, **options: Any
) -> Engine:
    waits = {"timeout": connections.CONNECT, "command_timeout": command}
    made = create_engine(
        url,
        pool_size=size,
        max_overflow=0,
        pool_use_lifo=True,  # the connection that knows the statements already
        pool_timeout=connections.COMMAND + connections.CONNECT,
        connect_args={"server_settings": _session(), **waits},
        hide_parameters=True,
        execution_options=options,
    )
    connections.watch_over(made, lost)
    if command is not None:
        connections.limit_statements(made)
    give_keyring(made.dialect, keyring)
    return made


class PostgresStore:
    """Units of work on a PostgreSQL database, which other processes may share."""

    shared = True

    def __init__(self, url: str, keyring: Keyring, clock: Clock) -> None:
        self.on_commit: Callable[[set[str]], None] = lambda _woke: None
        self._url = address(url)
        self._keyring = keyring
        self._lost = set[int]()  # the server's numbers of sessions that were thrown away here
        self._engine = _engine(self._url, keyring, self._lost, connections.COMMAND)
        self._hints = Hints(self._engine, self._heard)
        self._clock = clock
        reading = _engine(self._url, keyring, self._lost, connections.COMMAND, MOST, **_READING)
        self._readers = Readers(reading, clock)

    @property
    def session(self) -> int | None:
        return self._hints.session

    async def open(self) -> None:
        with said_plainly(named(self._url)):
            if await self.run(_is_ours):
                await self.run(prepare)
            else:
                await self._change()

    async def _change(self) -> None:
        """A change of the schema takes as long as it takes."""
        engine = _engine(self._url, self._keyring, self._lost, None)

        def change() -> None:
            with engine.begin() as conn:
                prepare(Tx(conn, self._clock.now()))

        try:
            await greenlet_spawn(change)
        finally:
            await greenlet_spawn(engine.dispose)

    async def listen(self) -> None:
        await self._hints.open()

    async def run(self, unit: Unit[T], *, urgent: bool = False) -> T:  # noqa: ARG002 - each has a connection
        for _ in range(_TIMES - 1):
            try:
                return await self._once(unit)
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) not in _AGAIN:
                    raise
        return await self._once(unit)

    async def read(self, unit: Unit[T]) -> T:
        return await self._readers.run(unit)

    async def close(self) -> None:
        await self._hints.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(connections.GOODBYE):
                await self._readers.close()
                await greenlet_spawn(self._engine.dispose)

    async def _once(self, unit: Unit[T]) -> T:
        woke: set[str] = set()
        value: T = await greenlet_spawn(self._attempt, unit, woke)
        if woke:
            self.on_commit(woke)
            self._hints.say(woke)
        return value

    def _heard(self, woke: set[str]) -> None:
        self.on_commit(woke)

    def _attempt(self, unit: Unit[T], woke: set[str]) -> T:
        with self._engine.begin() as conn:
            if self._lost:
                connections.end_lost(conn, self._lost)
            tx = Tx(conn, self._clock.now(), sure=self._clock.is_sure, prepared=Prepared(conn, Cursors(conn)))
            value = unit(tx)
        woke |= tx.woke
        return value
