"""PostgreSQL: the same units of work, each in a transaction on a connection of the pool."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.clock import Clock
from bot.storage.columns import give_keyring
from bot.storage.crypto import Keyring
from bot.storage.opening import prepare
from bot.storage.transaction import Tx, Unit

T = TypeVar("T")

_POOL = 8


class PostgresStore:
    """Units of work on a PostgreSQL database, which other processes may share."""

    def __init__(self, url: str, keyring: Keyring, clock: Clock) -> None:
        self.on_commit: Callable[[set[str]], None] = lambda _woke: None
        self._engine: AsyncEngine = create_async_engine(
            make_url(url).set(drivername="postgresql+asyncpg"), pool_size=_POOL, max_overflow=0, hide_parameters=True
        )
        give_keyring(self._engine.sync_engine.dialect, keyring)
        self._clock = clock

    async def open(self) -> None:
        await self.run(prepare)

    async def run(self, unit: Unit[T]) -> T:
        woke: set[str] = set()
        async with self._engine.begin() as conn:
            value = await conn.run_sync(lambda sync: self._attempt(sync, unit, woke))
        if woke:
            self.on_commit(woke)
        return value

    async def read(self, unit: Unit[T]) -> T:
        return await self.run(unit)

    async def close(self) -> None:
        await self._engine.dispose()

    def _attempt(self, conn: Connection, unit: Unit[T], woke: set[str]) -> T:
        tx = Tx(conn, self._clock.now())
        value = unit(tx)
        woke |= tx.woke
        return value
