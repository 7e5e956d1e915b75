"""A look at the database beside the process that runs on it: nothing is written, nothing is migrated."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Iterator
from functools import partial
from typing import Any, TypeVar
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool
from sqlalchemy.util import greenlet_spawn

from bot.clock import Clock
from bot.db import veil_key
from bot.db.availability import address, named, said_plainly
from bot.db.columns import give_keyring
from bot.db.crypto import Keyring
from bot.db.transaction import Tx, Unit
from bot.settings import Settings

T = TypeVar("T")

_PATIENCE, _LONGEST = 5.0, 60.0


async def look(settings: Settings, clock: Clock, unit: Unit[T], keyring: Keyring | None = None) -> T:
    """What a unit that only reads finds; sealed columns need a keyring.

    Raises DatabaseAway, SQLAlchemyError, and FileNotFoundError where there is no file yet.
    """
    if settings.is_sqlite:
        if not settings.sqlite_path.exists():
            raise FileNotFoundError(2, "There is no database yet", str(settings.sqlite_path))
        return await asyncio.to_thread(_look_at_file, settings, clock, unit, keyring)
    return await _look_at_server(settings, clock, unit, keyring)


def _look_at_file(settings: Settings, clock: Clock, unit: Unit[T], keyring: Keyring | None) -> T:
    # `mode=ro`: whoever closes the file last tidies its log away, which only the one writer may do.
    address = f"file:{quote(str(settings.sqlite_path))}?mode=ro"
    connect = partial(sqlite3.connect, address, uri=True)
    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA query_only=ON")

    @event.listens_for(engine, "begin")
    def _begin(conn: Connection) -> None:
        conn.exec_driver_sql("BEGIN")  # one state of the file for the whole look, however long it takes

    with _given(engine, keyring), engine.connect() as conn:
        return _looked(conn, clock, unit, keyring)


async def _look_at_server(settings: Settings, clock: Clock, unit: Unit[T], keyring: Keyring | None) -> T:
    engine = create_engine(
        address(settings.database_url),
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={"timeout": _PATIENCE, "command_timeout": _LONGEST},
        execution_options={"postgresql_readonly": True, "isolation_level": "REPEATABLE READ"},
    )

    with _given(engine, keyring):
        with said_plainly(named(engine.url)):
            conn = await greenlet_spawn(engine.connect)
        try:
            return await greenlet_spawn(_looked, conn, clock, unit, keyring)
        finally:
            await greenlet_spawn(conn.close)


def _looked(conn: Connection, clock: Clock, unit: Unit[T], keyring: Keyring | None) -> T:
    if keyring is not None:
        veil_key.peek(conn)
    return unit(Tx(conn, clock.now()))


@contextlib.contextmanager
def _given(engine: Engine, keyring: Keyring | None) -> Iterator[None]:
    if keyring is not None:
        give_keyring(engine.dialect, keyring)
    try:
        yield
    finally:
        engine.dispose()
