"""`make crash`, the long form: 200 deaths over 20,000 updates, three times, each within 13 minutes.

Its name is not one that `make test` collects; `--kills` makes it shorter.
"""

import asyncio
import random
from dataclasses import replace
from pathlib import Path

import pytest

from bot.loop import WakeUp
from bot.settings import Settings
from bot.simulator import updates
from tests.crashes.aftermath import check_order, checked
from tests.crashes.alone import Size, killed_alone
from tests.crashes.families import families
from tests.crashes.stream import Stream
from tests.crashes.telegram import Telegram, opened, quiet
from tests.crashes.together import together

pytestmark = pytest.mark.crash

PROCESSES = 3
UPDATES_A_LIFE = 100
WITHIN = 13 * 60.0


@pytest.fixture
def size(request: pytest.FixtureRequest) -> Size:
    """So many lives, and as much to do as they can take."""
    kills = int(request.config.getoption("--kills"))
    return Size(kills, kills * UPDATES_A_LIFE, kills * 10, 2, life=1.6)


async def test_one_process_killed_all_the_time_loses_nothing(
    settings: Settings, size: Size, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with asyncio.timeout(WITHIN):
        found = await killed_alone(settings, size, tmp_path / "log", monkeypatch)
    with capsys.disabled():
        print(f"\n{found}")


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # SQLite has one process
async def test_three_processes_killed_all_the_time_lose_nothing(
    settings: Settings, size: Size, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updates, "PRESSES_LIVE", updates.MESSAGES_LIVE)  # Telegram forgets none on a slow machine
    seed = random.SystemRandom().randrange(100_000)
    rng = random.Random(seed)
    telegram = Telegram()
    await telegram.start()
    live = replace(settings, api_url=telegram.url)
    store = await opened(live)
    try:
        households = await store.run(lambda tx: families(tx, telegram, size.families, size.days))
        stream = Stream(telegram.world, households, rng, lambda: telegram.confirmed)
        async with asyncio.timeout(WITHIN), together(live, tmp_path / "log", store, PROCESSES) as processes:
            for _ in range(size.kills):
                stream.send(size.updates // (size.kills + 1))
                await WakeUp().wait(rng.uniform(0.0, size.life))
                await processes.ready(1)
                await processes.lose(rng.choice(list(processes.all.values())))
                await processes.start()
            stream.send(size.updates - len(stream.numbers) - stream.twice)
            await quiet(telegram, live, WITHIN)
            stream.say_what()
            await quiet(telegram, live, WITHIN)
            codes = [await each.end(within=5) for each in processes.all.values()]
        name = f"PostgreSQL, {PROCESSES} processes, seed {seed}: {size.kills} kills"
        found = await store.run(lambda tx: checked(tx, name, households, telegram, stream))
        await store.run(check_order)
    finally:
        await store.close()
        await telegram.stop()
    with capsys.disabled():
        print(f"\n{found}")
    assert codes == [0] * PROCESSES, (tmp_path / "log").read_text()
