"""The database as the rest of Homeline sees it: `await store.run(unit)`."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from bot.clock import Clock
from bot.db.availability import address, named, said_plainly
from bot.db.crypto import Keyring, keyring_beside, parse_keys
from bot.db.postgres import PostgresStore
from bot.db.sqlite import SqliteStore
from bot.db.transaction import Unit
from bot.settings import Settings

T = TypeVar("T")


class Store(Protocol):
    """Runs units of work, each whole or not at all."""

    on_commit: Callable[[set[str]], None]

    @property
    def shared(self) -> bool:
        """Whether other processes may work on the same database."""

    @property
    def session(self) -> int | None:
        """What ends on the server when this process dies; none where there is no such thing."""

    async def listen(self) -> None:
        """From now on `on_commit` tells also what other processes have committed, and they hear of ours."""

    async def open(self) -> None:
        """Connect and migrate; raises DatabaseInUse when another process writes to the same file."""

    async def run(self, unit: Unit[T], *, urgent: bool = False) -> T:
        """Run one unit in a transaction of its own and wait until it is durable; what it raises rolls it back.

        What is `urgent` goes before all that waits, where units run one after the other."""

    async def read(self, unit: Unit[T]) -> T:
        """Run a unit that only reads, however long: nothing else waits for it. It sees one state of the database."""

    async def close(self) -> None:
        """Finish what was handed in and let go of the database."""


def keyring_for(settings: Settings) -> Keyring:
    """The keyring from the environment, or the file beside a development database."""
    if settings.keys:
        return parse_keys(settings.keys)
    with plainly(settings):
        return keyring_beside(settings.sqlite_path)


def plainly(settings: Settings) -> AbstractContextManager[None]:
    """Around what is first asked of the database: what goes wrong is one line. Raises DatabaseAway."""
    if settings.is_sqlite:
        return said_plainly(str(settings.sqlite_path), settings.sqlite_path)
    return said_plainly(named(address(settings.database_url)))


def store_for(settings: Settings, clock: Clock) -> Store:
    """The store that DATABASE_URL names."""
    keyring = keyring_for(settings)
    if settings.is_sqlite:
        return SqliteStore(settings.sqlite_path, keyring, clock)
    return PostgresStore(settings.database_url, keyring, clock)
