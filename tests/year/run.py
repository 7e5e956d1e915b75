"""A year on a fresh SQLite."""

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from bot.clock import StoppedClock
from bot.db.crypto import new_key
from bot.db.tables import inbox, outbox
from bot.db.transaction import Tx
from bot.settings import Settings
from bot.simulator.server import Simulator
from tests.databases import StoryFile, template_sqlite
from tests.homeline import Homeline
from tests.in_process import parts_for
from tests.together import memory
from tests.year.seen import Seen
from tests.year.village import households
from tests.year.year import Year

TOKEN = "1234567:TEST"
BEGIN = datetime(2026, 8, 31, 9, tzinfo=UTC)  # afternoon in the village


async def lived(count: int, seed: int) -> Seen:
    """A year of so many households, from its first day to its last."""
    keys = new_key()
    with tempfile.TemporaryDirectory(prefix="homeline-year-", dir=memory()) as folder:
        database = StoryFile(Path(folder) / "homeline.db", template_sqlite(Path(folder) / "template.db", keys))
        clock = StoppedClock(BEGIN)
        simulator = Simulator(clock.world, token=TOKEN)
        settings = Settings(token=TOKEN, database_url=database.url, keys=keys, rate=0)
        home = Homeline(settings, clock, simulator, database, parts_for(simulator, database))
        await home.open()
        try:
            seen = await Year(home, households(count, seed)).live()
            lost = await home.app.store.run(_lost)
            seen.check("nothing is lost on the way", lost, holds=not lost)
        finally:
            await home.close()
    return seen


def _lost(tx: Tx) -> int:
    """What did not come in, or did not leave."""
    parked = select(func.count()).select_from(inbox).where(inbox.c.state == "parked")
    failed = select(func.count()).select_from(outbox).where(outbox.c.state.in_(["unknown", "discarded"]))
    return int(tx.scalar(parked)) + int(tx.scalar(failed))


def run(count: int, seed: int) -> Seen:
    """As `lived`, for who has no loop."""
    return asyncio.run(lived(count, seed))
