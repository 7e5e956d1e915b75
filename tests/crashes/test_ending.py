"""The process starts on nothing, ends when it is told to, and shares its file with nobody."""

import random
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.clock import SystemClock
from bot.db.store import store_for
from bot.db.tables import inbox, outbox
from bot.settings import Settings
from bot.simulator.cast import MEI
from tests.conftest import TOKEN
from tests.crashes.families import families
from tests.crashes.process import running, until
from tests.crashes.stream import Stream
from tests.crashes.telegram import Telegram, opened
from tests.together import KEYS

pytestmark = pytest.mark.crash


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    telegram = Telegram()
    await telegram.start()
    yield telegram
    await telegram.stop()


@pytest.fixture
def live(telegram: Telegram, tmp_path: Path) -> Settings:
    """A process that has its own, empty database."""
    database = f"sqlite:///{tmp_path / 'homeline.db'}"
    return Settings(token=TOKEN, api_url=telegram.url, database_url=database, keys=KEYS, rate=0)


async def test_sigterm_ends_it_within_five_seconds_and_loses_nothing(
    telegram: Telegram, live: Settings, tmp_path: Path
) -> None:
    store = await opened(live)
    households = await store.run(lambda tx: families(tx, telegram, 10, 10))
    await store.close()
    stream = Stream(telegram.world, households, random.Random(7), lambda: telegram.confirmed)
    stream.send(200)
    async with running(live, tmp_path / "log") as process:
        await until(lambda: telegram.others > 20, 60)
        assert await process.end(within=5) == 0, process.output

    store = store_for(live, SystemClock())
    await store.open()
    in_flight = await store.run(
        lambda tx: tx.scalar(select(func.count()).where(outbox.c.state.in_(["sending", "unknown"])))
    )
    kept = await store.run(lambda tx: tx.scalar(select(func.count()).select_from(inbox)))
    await store.close()
    assert in_flight == 0
    assert kept + telegram.world.pending >= len(set(stream.numbers))


async def test_it_starts_on_an_empty_database(telegram: Telegram, live: Settings, tmp_path: Path) -> None:
    phone = telegram.world.phone(MEI)
    phone.start()
    async with running(live, tmp_path / "log") as process:
        await until(lambda: len(phone.texts) > 0 or process.code is not None, 60)
        assert phone.texts, process.output
        assert await process.end(within=5) == 0


async def test_a_second_process_on_the_same_file_refuses_in_one_line(
    telegram: Telegram, live: Settings, tmp_path: Path
) -> None:
    async with running(live, tmp_path / "first") as first:
        await until(lambda: telegram.polls > 0, 60)
        async with running(live, tmp_path / "second") as second:
            assert await second.ended(within=60) == 2
            assert len(second.output.splitlines()) == 1
            assert "already runs" in second.output
        assert first.code is None
        assert await first.end(within=5) == 0


async def test_a_wrong_setting_stops_the_start_in_one_line(live: Settings, tmp_path: Path) -> None:
    async with running(replace(live, rate=-1), tmp_path / "log") as process:
        assert await process.ended(within=60) == 2
        assert len(process.output.splitlines()) == 1
        assert "HOMELINE_RATE" in process.output
