"""SQLite: one thread writes, in group commits; readers are separate and cannot write."""

import asyncio
import contextlib
import sys
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from bot.clock import Clock, stopwatch
from bot.db.availability import said_plainly
from bot.db.columns import give_keyring
from bot.db.crypto import Keyring
from bot.db.file_lock import FileLock
from bot.db.opening import prepare
from bot.db.prepared import Prepared
from bot.db.readers import MOST, SWITCH, Readers
from bot.db.transaction import Tx, Unit

T = TypeVar("T")

# How many queued units share one commit, and for how many seconds they may run: past this, a commit's fsync is no
# longer what takes the time, and whoever waits for one of them (a tap, an alert) would wait for all of them. Where the
# disk is slow they run for as long as the last commit took, and no longer than the third.
GROUP, GROUP_SECONDS, GROUP_SLOWLY = 50, 0.01, 0.02

# So many statements stay prepared: about as many as Homeline has.
STATEMENTS = 512
# What each update looks up (indexes, the newest rows) stays at hand; of the 2 MB that SQLite allows much is read anew.
# With 10,000 families four times as much saves nothing that can be measured, and is memory that only grows.
_CACHE = "cache_size=-4000"  # KiB

_Job = tuple[Unit[Any], "asyncio.Future[Any]"]
_Outcome = tuple["asyncio.Future[Any]", Any, BaseException | None]


class SqliteStore:
    """Units of work on one file; a second store on the same file refuses to open, by whatever name."""

    shared = False
    session = None

    def __init__(self, path: Path, keyring: Keyring, clock: Clock) -> None:
        self.on_commit: Callable[[set[str]], None] = lambda _woke: None
        self._path = path
        self._keyring = keyring
        self._clock = clock
        self._waiting: SimpleQueue[None] = SimpleQueue()  # one for each of the jobs
        self._urgent: deque[_Job] = deque()
        self._jobs: deque[_Job | None] = deque()
        self._took = 0.0  # the last commit, in seconds
        self._lock = FileLock(path)
        self._thread: Thread | None = None
        self._engine: Engine
        self._readers: Readers
        self._loop: asyncio.AbstractEventLoop

    async def open(self) -> None:
        with said_plainly(str(self._path), self._path):
            await self._open()

    async def _open(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._lock.take()  # a file for its owner only, and so is what SQLite puts beside it
        self._loop = asyncio.get_running_loop()
        sys.setswitchinterval(SWITCH)
        self._engine = _writer(self._path)
        give_keyring(self._engine.dialect, self._keyring)
        self._readers = Readers(_reader(self._path, self._keyring), self._clock)
        with self._engine.connect():
            pass  # what is no database is found here, and not in the thread that writes
        self._begin_writing()
        await self.run(prepare)

    def _begin_writing(self) -> None:
        self._thread = Thread(target=self._write, name="sqlite-writer", daemon=True)
        self._thread.start()

    async def run(self, unit: Unit[T], *, urgent: bool = False) -> T:
        if self._thread is None:
            raise RuntimeError("the store is closed")
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        (self._urgent if urgent else self._jobs).append((unit, future))
        self._waiting.put(None)
        return await future

    async def read(self, unit: Unit[T]) -> T:
        return await self._readers.run(unit)

    async def listen(self) -> None:
        pass

    async def close(self) -> None:
        if self._thread is not None:
            thread, self._thread = self._thread, None
            self._jobs.append(None)
            self._waiting.put(None)
            await self._readers.close()
            await asyncio.to_thread(thread.join)
        self._lock.release()

    def _write(self) -> None:
        with self._engine.connect() as conn:
            while (first := self._next_job()) is not None:
                outcomes, woke = self._commit(conn, first)
                with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
                    self._loop.call_soon_threadsafe(self._resolve, outcomes, woke)
        self._engine.dispose()

    def _next_job(self, *, wait: bool = True) -> _Job | None:
        """The next unit, urgent ones first; none at the end, or where none waits and none is waited for."""
        try:
            self._waiting.get(block=wait)
        except Empty:
            return None
        if self._urgent:
            return self._urgent.popleft()
        if self._jobs[0] is None and not wait:  # the end comes after this group
            self._waiting.put(None)
            return None
        return self._jobs.popleft()

    def _group(self, first: _Job) -> Iterator[_Job]:
        """The units that share one commit."""
        yield first
        until = stopwatch() + max(GROUP_SECONDS, min(self._took, GROUP_SLOWLY))
        for _ in range(GROUP - 1):
            if stopwatch() >= until or (job := self._next_job(wait=False)) is None:
                return
            yield job

    def _commit(self, conn: Connection, first: _Job) -> tuple[list[_Outcome], set[str]]:
        woke: set[str] = set()
        outcomes: list[_Outcome] = []
        taken: list[_Job] = []
        try:
            with conn.begin():
                self._lock.check()
                for unit, future in self._group(first):
                    taken.append((unit, future))
                    outcomes.append((future, *self._attempt(conn, unit, woke)))
                began = stopwatch()
            self._took = stopwatch() - began
        except Exception as error:
            return [(future, None, error) for _unit, future in taken or [first]], set()
        return outcomes, woke

    def _attempt(self, conn: Connection, unit: Unit[Any], woke: set[str]) -> tuple[Any, BaseException | None]:
        # Straight to the driver: SQLAlchemy compiles each SAVEPOINT anew, which takes longer than most units.
        driver: Any = conn.connection.driver_connection
        tx = Tx(conn, self._clock.now(), sure=self._clock.is_sure, prepared=Prepared(conn, driver))
        driver.execute("SAVEPOINT unit")
        try:
            value = unit(tx)
        except Exception as error:
            driver.execute("ROLLBACK TO unit")
            driver.execute("RELEASE unit")
            return None, error
        driver.execute("RELEASE unit")
        woke |= tx.woke
        return value, None

    def _resolve(self, outcomes: list[_Outcome], woke: set[str]) -> None:
        for future, value, error in outcomes:
            if future.cancelled():
                continue
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(value)
        if woke:
            self.on_commit(woke)


def _writer(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),  # as text, a ? or a % in the path would name another file
        poolclass=StaticPool,
        connect_args={"check_same_thread": False, "cached_statements": STATEMENTS},
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # BEGIN is ours: the driver's own would come too late
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000", _CACHE):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(conn: Connection) -> None:
        driver: Any = conn.connection.driver_connection
        driver.execute("BEGIN IMMEDIATE")

    return engine


def _reader(path: Path, keyring: Keyring) -> Engine:
    url = URL.create("sqlite+aiosqlite", database=str(path))
    engine = create_engine(url, pool_size=MOST, max_overflow=0, hide_parameters=True)
    give_keyring(engine.dialect, keyring)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA query_only=ON")

    @event.listens_for(engine, "begin")
    def _begin(conn: Connection) -> None:
        conn.exec_driver_sql("BEGIN")

    return engine
