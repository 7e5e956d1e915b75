"""Two processes over one PostgreSQL, and transactions that are still open when the next one comes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy.util import greenlet_spawn

from bot.db.postgres import PostgresStore
from bot.db.store import Store
from bot.db.transaction import Tx, Unit

_WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


@asynccontextmanager
async def not_yet_committed(store: Store, unit: Unit[Any]) -> AsyncIterator[None]:
    """What a unit has done, as long as only it can see that; committed at the end of the block."""
    assert isinstance(store, PostgresStore)
    conn = await greenlet_spawn(store._engine.connect)
    try:
        await greenlet_spawn(unit, Tx(conn, store._clock.now()))
        yield
        await greenlet_spawn(conn.commit)
    finally:
        await greenlet_spawn(conn.close)


async def somebody_waits(store: Store) -> None:
    """Until another transaction waits for a lock; raises TimeoutError."""

    def waiting(tx: Tx) -> int:
        return int(tx.conn.exec_driver_sql(_WAITING).scalar() or 0)

    async with asyncio.timeout(10):
        while not await store.run(waiting):
            pass
