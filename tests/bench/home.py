"""A Homeline of its own for a measure: a fresh encrypted database on disk, and people in it."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from bot.app import App
from bot.clock import Machine, SystemClock
from bot.db import timekeeping
from bot.db.crypto import new_key
from bot.db.tables import person
from bot.db.transaction import Tx
from bot.domain.notifications import Lane
from bot.settings import Settings
from tests.bench.next_door import TOKEN
from tests.databases import Postgres

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
MANY = 10_000


@contextmanager
def on_postgres(url: str, rate: float = 0) -> Iterator[Settings]:
    """As `settings`, on a PostgreSQL of its own where every commit waits for the disk."""
    keys = new_key()
    server = Postgres(keys, on_disk=True)
    try:
        server.make_durable()
        yield Settings(token=TOKEN, api_url=url, database_url=server.url(server.create()), keys=keys, rate=rate)
    finally:
        server.stop()


@contextmanager
def settings(url: str, rate: float = 0) -> Iterator[Settings]:
    """Settings for an SQLite database that is thrown away at the end."""
    with tempfile.TemporaryDirectory(prefix="homeline-bench-") as folder:
        database = f"sqlite:///{Path(folder) / 'homeline.db'}"
        yield Settings(token=TOKEN, api_url=url, database_url=database, keys=new_key(), rate=rate)


@asynccontextmanager
async def opened(wanted: Settings, clock: Machine | None = None) -> AsyncIterator[App]:
    """The whole application as `homeline run` composes it, not running yet."""
    machine = clock or SystemClock()
    app = App(wanted, machine)
    await app.open()
    # The first run of a Telegram that tells no time: as an operator would do, or what has its reason to rest rests.
    await app.store.run(lambda tx: timekeeping.accept(tx, machine.now()))
    await app.timekeeper.look()
    try:
        yield app
    finally:
        await app.close()


@asynccontextmanager
async def running(app: App) -> AsyncIterator[App]:
    """Every loop runs for as long as the block."""
    stopped = asyncio.Event()
    task = asyncio.create_task(app.run(stopped))
    try:
        yield app
    finally:
        stopped.set()
        await task


async def add_people(app: App, count: int) -> None:
    """So many who have agreed to everything, in chats 1 and up."""
    await add_rows(app, person, [person_row(number) for number in range(1, count + 1)])


async def add_rows(app: App, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Many rows of one table at once, sealed where the table seals."""
    for start in range(0, len(rows), MANY):
        await app.store.run(partial(_insert, table=table, rows=rows[start : start + MANY]))


def _insert(tx: Tx, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    tx.add_all(table, rows)


def person_row(number: int, **values: Any) -> dict[str, Any]:
    """Somebody who has agreed to everything, in the chat of their number."""
    agreed = {"consented_at": LONG_AGO, "health_notes": True, "voice": True}
    here = {"id": number, "telegram_id": number, "name": f"Reader {number}", "language": "en", "time_zone": "UTC"}
    return {**here, **agreed, "created_at": LONG_AGO, **values}


def sent_row(number: int, person_id: int) -> dict[str, Any]:
    """A message of the last days, kept until its week is over."""
    row = {
        "chat": person_id,
        "person_id": person_id,
        "lane": int(Lane.ROUTINE),
        "state": "sent",
        "retry_if_unknown": False,
    }
    return {**row, "due_at": LONG_AGO, "created_at": LONG_AGO, "done_at": SystemClock().now(), "message_id": number}


def child_row(number: int, minute: int, next_at: datetime, zone: str = "UTC") -> dict[str, Any]:
    """A child who is asked about at a minute of the evening."""
    born = {"birth_year": 2018, "birth_month": 5, "country": "CN", "time_zone": zone}
    times = {"slot": "evening", "minute": minute, "next_check_in_at": next_at}
    return {"id": number, "call_name": f"Child {number}", **born, **times, "created_at": LONG_AGO}
