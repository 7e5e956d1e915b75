"""The town on a database, from an empty one to a Monday's noon on which everybody has come."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import pytest

from bot.clock import StoppedClock
from bot.db import connections
from bot.settings import Settings
from bot.simulator.server import Simulator
from tests.attack.cast import settled
from tests.attack.town import Town
from tests.conftest import NOON, TOKEN
from tests.databases import Database
from tests.homeline import Homeline
from tests.one_clock import follow
from tests.tcp_line import Line
from tests.together import KEYS

HASTE = 10  # PostgreSQL's waits are real seconds: so many times as short


@contextmanager
def one_clock(clock: StoppedClock) -> Iterator[None]:
    """Pacing and waiting follow the clock that the run moves; of PostgreSQL's waits a tenth is enough."""
    with pytest.MonkeyPatch.context() as patch:
        follow(clock, patch)
        for name in ("STATEMENT", "COMMAND", "RESTED", "TRIAL"):
            patch.setattr(connections, name, getattr(connections, name) / HASTE)
        yield


@asynccontextmanager
async def town_on(database: Database) -> AsyncIterator[Town]:
    """The whole town on one database, at a Monday's noon."""
    clock = StoppedClock(NOON)
    simulator = Simulator(clock.world, token=TOKEN)
    await simulator.start()
    settings = Settings(token=TOKEN, database_url=database.url, keys=KEYS, rate=0)
    with one_clock(clock):
        home = Homeline(settings, clock, simulator, database)
        await home.open()
        try:
            poster = await settled(home)
            async with _line(database) as line:
                town = Town(home, line, poster)
                simulator.requests.clear()  # in the beginning names are told, and nobody has drawn a line yet
                await town.restart()
                await town.passes(2)
                yield town
        finally:
            await home.close()
            await simulator.stop()


@asynccontextmanager
async def _line(database: Database) -> AsyncIterator[Line | None]:
    if database.kind.startswith("postgresql"):
        async with Line(database.url) as line:
            yield line
    else:
        yield None
