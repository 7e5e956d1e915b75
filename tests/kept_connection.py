"""Stories on PostgreSQL: one database and one connection for all of a process; what a story has written is taken back.

To connect, and to prepare each statement anew, took a third of a story's time. So no story's transaction is ever
committed; how a story begins is the rows that another had when it was kept.
"""

import asyncio
import io
import pickle
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection
from sqlalchemy.util import greenlet_spawn

from bot.db import connections
from bot.db.availability import address
from bot.db.columns import give_keyring
from bot.db.crypto import Keyring
from bot.db.postgres import _engine
from bot.db.tables import metadata

T = TypeVar("T")

# So many stay prepared: more than Homeline has.
_STATEMENTS = 2_000
_TABLES = tuple(each.name for each in metadata.sorted_tables)
_FILLED = " UNION ALL ".join(f'''SELECT '{each}' AS name WHERE EXISTS (SELECT FROM "{each}")''' for each in _TABLES)
_GIVEN = "SELECT sequencename AS name, last_value AS last FROM pg_sequences"
_GO_ON = (
    "SELECT setval(name::regclass, coalesce(last, 1), last IS NOT NULL)"
    " FROM unnest($1::text[], $2::bigint[]) AS given(name, last)"
)
# Whoever is silent in the middle of a unit has died; of a story that is no wonder.
_BEGIN = "SET LOCAL idle_in_transaction_session_timeout = 0"
# Kept rows name only what is kept with them: nobody needs to look at that again.
_AS_THEY_ARE, _LOOKED_AT = (f"SET LOCAL session_replication_role = {each}" for each in ("replica", "origin"))


class Rows(NamedTuple):
    """Everything that stands in a database: each table's rows as COPY writes them, and the last number of each."""

    tables: dict[str, bytes]
    last: dict[str, int | None]

    def keep(self, path: Path) -> None:
        """Write them to a file."""
        path.write_bytes(pickle.dumps(tuple(self)))

    @classmethod
    def kept(cls, path: Path) -> "Rows":
        """Those of a file."""
        return cls(*pickle.loads(path.read_bytes()))


class KeptConnection:
    """A connection on a loop of its own, which outlives the loops of tests."""

    def __init__(self, url: str, keyring: Keyring) -> None:
        self.url = url
        self._loop = asyncio.new_event_loop()
        place = address(url).update_query_dict({"prepared_statement_cache_size": str(_STATEMENTS)})
        self._engine = _engine(place, keyring, set(), connections.COMMAND, 1)
        self._conn = self._now(greenlet_spawn(self._engine.connect))
        self._driver: Any = self._conn.connection.driver_connection
        self._fresh = self._now(self._all())

    def begin(self, rows: Rows | None, keyring: Keyring) -> None:
        """A story begins with these rows; with none it finds what a migrated database has."""
        give_keyring(self._engine.dialect, keyring)
        self._now(self._begin(self._fresh if rows is None else rows, anew=rows is not None))

    def run(self, unit: Callable[[Connection], T]) -> T:
        """Do this, or nothing of it where it raises."""
        try:
            done = self._now(greenlet_spawn(unit, self._conn))
        except BaseException:
            self._now(self._driver.execute("ROLLBACK TO unit"))
            raise
        self._now(self._driver.execute("RELEASE unit; SAVEPOINT unit"))
        return done

    def read(self, unit: Callable[[Connection], T]) -> T:
        """What this finds; nothing of what it may write stays."""
        try:
            return self._now(greenlet_spawn(unit, self._conn))
        finally:
            self._now(self._driver.execute("ROLLBACK TO unit"))

    def rows(self) -> Rows:
        """All that the story has now."""
        return self._now(self._all())

    def leave(self) -> None:
        """Nothing of the story stays."""
        self._now(greenlet_spawn(self._conn.rollback))

    def close(self) -> None:
        """Let go of the server."""
        self._now(greenlet_spawn(self._conn.close))
        self._now(greenlet_spawn(self._engine.dispose))
        self._loop.close()

    async def _begin(self, rows: Rows, *, anew: bool) -> None:
        await greenlet_spawn(self._conn.exec_driver_sql, _BEGIN)
        if anew:
            await self._driver.execute(_AS_THEY_ARE)
            for name in self._fresh.tables:
                await self._driver.execute(f'DELETE FROM "{name}"')
            for name, content in rows.tables.items():
                await self._driver.copy_to_table(name, source=io.BytesIO(content), format="binary")
            await self._driver.execute(_LOOKED_AT)
        await self._driver.fetch(_GO_ON, list(rows.last), list(rows.last.values()))
        await self._driver.execute("SAVEPOINT unit")

    async def _all(self) -> Rows:
        tables: dict[str, bytes] = {}
        for found in await self._driver.fetch(_FILLED):
            file = io.BytesIO()
            await self._driver.copy_from_table(found["name"], output=file, format="binary")
            tables[found["name"]] = file.getvalue()
        return Rows(tables, {each["name"]: each["last"] for each in await self._driver.fetch(_GIVEN)})

    def _now(self, what: Coroutine[Any, Any, T]) -> T:
        with _no_loop():
            return self._loop.run_until_complete(what)


@contextmanager
def _no_loop() -> Iterator[None]:
    """The test's loop waits meanwhile: a unit runs to its end, and nothing else goes on."""
    outer = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(outer)
