"""A Homeline that needs no socket, no thread and no other process: what stories are told on.

Nothing else goes on meanwhile. Sockets, threads and many processes have tests of their own, marked `wired`.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

from bot.app import Parts
from bot.clock import Clock
from bot.db.crypto import Keyring
from bot.db.cursors import Cursors
from bot.db.opening import prepare
from bot.db.prepared import Prepared
from bot.db.sqlite import SqliteStore
from bot.db.store import Store, keyring_for
from bot.db.transaction import Tx, Unit
from bot.delivery.fetches import Wanted as File
from bot.features import FETCH_HOOKS, reading
from bot.pictures.studio import Studio
from bot.pictures.worker import Wanted, draw
from bot.settings import Settings
from bot.simulator.faults import ConnectionLost
from bot.simulator.files import Upload
from bot.simulator.params import Params
from bot.simulator.server import Simulator
from bot.telegram import client
from bot.telegram.client import Files, Hear, Transport
from tests.databases import StoryDatabase, StoryFile
from tests.in_memory import Memory
from tests.kept_connection import KeptConnection

T = TypeVar("T")
First = Callable[[], Awaitable[None]]


async def _nothing() -> None:
    pass


class StraightRequest(Transport):
    """Asks the simulator itself; what it answers is judged as if it had come over a network."""

    def __init__(self, simulator: Simulator, _proxy: str, hear: Hear) -> None:
        self._simulator = simulator
        self._hear = hear

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def deliver(self, url: str, fields: Mapping[str, Any], files: Files, wait: float) -> tuple[int, bytes]:
        _empty, token, name = urlsplit(url).path.split("/")
        try:
            answer = await self._simulator.answer(token.removeprefix("bot"), name, partial(_params, fields, files))
        except ConnectionLost:
            raise client.ConnectionLost("connection lost: ServerDisconnectedError") from None
        client.check_sender(*answer)
        self._hear(self._simulator.date())
        return answer

    async def fetch(self, url: str, take: Callable[[bytes], object], wait: float) -> int:
        _empty, _file, token, path = urlsplit(url).path.split("/", 3)
        try:
            status, content = await self._simulator.download(token.removeprefix("bot"), path)
        except ConnectionLost:
            raise client.ConnectionLost("connection lost: ServerDisconnectedError") from None
        take(content)
        return status


async def _params(fields: Mapping[str, Any], files: Files) -> Params:
    """The fields as they would arrive: what has been written down and read again."""
    if not files:
        return Params(json.loads(json.dumps(fields)))
    arrived: dict[str, Any] = dict(client.in_words(fields))
    for name, (filename, content, kind) in files.items():
        arrived[name] = Upload(filename, content if isinstance(content, bytes) else content.read(), kind)
    return Params(arrived)


class SteppedStore(SqliteStore):
    """Runs each unit at once and to its end, on a database in memory; `first` comes before anything it is asked."""

    first: First = staticmethod(_nothing)
    forgets = False  # nobody reads what is in it once it is closed
    _memory: Memory | None = None

    def __init__(self, database: StoryFile, keyring: Keyring, clock: Clock) -> None:
        super().__init__(database.path, keyring, clock)
        self._database = database

    async def open(self) -> None:
        self._lock.take()
        self._memory = Memory(self._database, self._keyring)
        await self.run(prepare)

    async def run(self, unit: Unit[T], *, urgent: bool = False) -> T:
        await self.first()
        if self._memory is None:
            raise RuntimeError("the store is closed")
        woke: set[str] = set()
        value, error = self._attempt(self._memory.conn, unit, woke)
        if error is not None:
            raise error
        if woke:
            self.on_commit(woke)
        return cast("T", value)

    async def read(self, unit: Unit[T]) -> T:
        await self.first()
        if self._memory is None:
            raise RuntimeError("the store is closed")
        with self._memory.nothing_stays() as conn:
            return unit(Tx(conn, self._clock.now(), sure=self._clock.is_sure))

    async def close(self) -> None:
        await self.first()
        memory, self._memory = self._memory, None
        if memory is not None:
            memory.leave(forget=self.forgets)
        self.forgets = False
        self._lock.release()


class SteppedPostgres:
    """As `SteppedStore`, on the one connection that a process has for its stories."""

    shared = True
    session = None
    first: First = staticmethod(_nothing)
    forgets = False

    def __init__(self, database: StoryDatabase, keyring: Keyring, clock: Clock) -> None:
        self.on_commit: Callable[[set[str]], None] = lambda _woke: None
        self._database = database
        self._keyring = keyring
        self._clock = clock
        self._kept: KeptConnection | None = None

    async def open(self) -> None:
        self._kept = self._database.begin(self._keyring)
        await self.run(prepare)

    async def listen(self) -> None:
        pass

    async def run(self, unit: Unit[T], *, urgent: bool = False) -> T:
        await self.first()
        woke: set[str] = set()
        now, sure = self._clock.now(), self._clock.is_sure
        done = self._open.run(lambda conn: unit(Tx(conn, now, woke, sure, prepared=Prepared(conn, Cursors(conn)))))
        if woke:
            self.on_commit(woke)
        return done

    async def read(self, unit: Unit[T]) -> T:
        await self.first()
        return self._open.read(lambda conn: unit(Tx(conn, self._clock.now(), sure=self._clock.is_sure)))

    async def close(self) -> None:
        await self.first()
        if self._kept is not None:
            self._database.leave(forget=self.forgets)
        self._kept = None
        self.forgets = False

    @property
    def _open(self) -> KeptConnection:
        if self._kept is None:
            raise RuntimeError("the store is closed")
        return self._kept


Stepped = SteppedStore | SteppedPostgres
Told = StoryFile | StoryDatabase  # what stories are told on


class StraightStudio(Studio):
    """Draws in this process: to begin another takes longer than to draw."""

    async def _ask(self, wanted: Wanted) -> bytes:
        return draw(wanted)


async def _read(wanted: File, content: bytes) -> Any:
    return reading(wanted, content)()


def parts_for(simulator: Simulator, database: Told) -> Parts:
    """What a Homeline stands on that is moved step by step."""
    return Parts(
        partial(_store, database),
        partial(StraightRequest, simulator),
        fetched=replace(FETCH_HOOKS, read=_read),
        studio=StraightStudio,
    )


def _store(database: Told, settings: Settings, clock: Clock) -> Store:
    if isinstance(database, StoryDatabase):
        return SteppedPostgres(database, keyring_for(settings), clock)
    return SteppedStore(database, keyring_for(settings), clock)
