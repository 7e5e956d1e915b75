"""Telegram as the crash tests see it, and the database while no process runs, or beside one."""

import asyncio

from sqlalchemy import func, select

from bot.clock import SystemClock
from bot.db.read_only import look
from bot.db.store import Store, store_for
from bot.db.tables import inbox, outbox
from bot.db.transaction import Tx
from bot.loop import WakeUp
from bot.settings import Settings
from bot.simulator.server import Request, Simulator
from tests.conftest import TOKEN
from tests.crashes.process import until

UNENDED = outbox.c.state.in_(["pending", "sending", "waiting"])


class Telegram(Simulator):
    """A simulator that keeps every request, and tells how often it has been asked."""

    def __init__(self) -> None:
        super().__init__(SystemClock(), token=TOKEN)
        self.keep_requests = 10_000_000
        self.polls = 0
        self.others = 0
        self.confirmed = 0  # the newest offset that was asked for: everything below was kept

    def _remember(self, record: Request) -> None:
        super()._remember(record)
        if record.method == "getUpdates":
            self.polls += 1
            self.confirmed = max(self.confirmed, int(record.params.get("offset") or 0))
        else:
            self.others += 1


async def opened(settings: Settings) -> Store:
    """The database, while no process runs on it."""
    store = store_for(settings, SystemClock())
    await store.open()
    return store


async def quiet(telegram: Telegram, live: Settings, within: float = 180) -> None:
    """Until everything is fetched and handled, and all that was told has come to an end; raises TimeoutError."""
    await until(lambda: telegram.world.pending == 0, within)
    async with asyncio.timeout(within):
        while await look(live, SystemClock(), _is_busy):
            await WakeUp().wait(0.1)


def _is_busy(tx: Tx) -> bool:
    new = select(func.count()).where(inbox.c.state == "new")
    return bool(tx.scalar(new) or tx.scalar(select(func.count()).where(UNENDED)))
