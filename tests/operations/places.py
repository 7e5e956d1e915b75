"""Installations and backups for the tests of this folder."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from pyrage.x25519 import Identity

from bot.app import App
from bot.clock import Clock, SystemClock
from bot.control import socket_path
from bot.db import timekeeping
from bot.db.store import Store, store_for
from bot.db.tables import metadata
from bot.settings import Settings
from bot.simulator.server import Simulator
from tests.filled import fill

BACKUP_KEY = str(Identity.generate())


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


async def sure_of_the_time(settings: Settings, clock: Clock) -> None:
    """A process has run lately, and nothing spoke against its clock."""
    again = await opened(settings, clock)
    await again.run(timekeeping.keep)
    await again.close()


async def filled(settings: Settings, clock: Clock) -> Store:
    """A database with something in every column."""
    store = await opened(settings, clock)
    await store.run(lambda tx: fill(tx.conn, metadata))
    return store


def _runs(settings: Settings, simulator: Simulator) -> bool:
    asks = any(each.method == "getUpdates" for each in simulator.requests)
    return asks and (not settings.is_sqlite or socket_path(settings.sqlite_path).exists())


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[App]:
    """Homeline as it runs, beside a Telegram of its own."""
    simulator = Simulator(SystemClock(), token=settings.token)
    await simulator.start()
    app = App(replace(settings, api_url=simulator.url), SystemClock(), long_poll=1)
    stopped = asyncio.Event()
    await app.open()
    task = asyncio.create_task(app.run(stopped))
    try:
        while not _runs(settings, simulator):
            await asyncio.wait([task], timeout=0.01)
        yield app
    finally:
        stopped.set()
        await task
        await app.close()
        await simulator.stop()


__all__ = ["BACKUP_KEY", "beside", "filled", "opened", "running", "with_backups"]
