"""Installations and backups for the tests of this folder."""

from dataclasses import replace
from pathlib import Path

from bot.clock import Clock
from bot.settings import Settings
from bot.storage.crypto import new_key
from bot.storage.store import Store, store_for
from bot.storage.tables import metadata
from tests.filled import fill

BACKUP_KEY = new_key(9)


def with_backups(settings: Settings, folder: Path) -> Settings:
    """As `settings`, with a place and a key for backups."""
    return replace(settings, backup_key=BACKUP_KEY, backups=str(folder))


def beside(settings: Settings, folder: Path, name: str = "other.db") -> Settings:
    """Another, empty installation in a file of its own."""
    return replace(settings, database_url=f"sqlite:///{folder / name}")


async def opened(settings: Settings, clock: Clock) -> Store:
    store = store_for(settings, clock)
    await store.open()
    return store


async def filled(settings: Settings, clock: Clock) -> Store:
    """A database with something in every column."""
    store = await opened(settings, clock)
    await store.run(lambda tx: fill(tx.conn, metadata))
    return store


__all__ = ["BACKUP_KEY", "beside", "filled", "opened", "with_backups"]
