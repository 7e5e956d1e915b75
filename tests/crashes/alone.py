"""One process, killed again and again while people write, and what has become of everything afterwards."""

import random
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.loop import WakeUp
from bot.settings import Settings
from bot.simulator import updates
from tests.crashes.aftermath import Aftermath, checked
from tests.crashes.families import families
from tests.crashes.process import Process, running, until
from tests.crashes.stream import Stream
from tests.crashes.telegram import Telegram, opened, quiet


@dataclass(frozen=True, slots=True)
class Size:
    """How long one run is; a life lasts at most so many seconds after it has begun to ask."""

    kills: int
    updates: int
    families: int
    days: int
    life: float = 0.8


async def killed_alone(settings: Settings, size: Size, log: Path, patch: pytest.MonkeyPatch) -> Aftermath:
    """Kill it so often; raises AssertionError when anything was lost or done twice."""
    patch.setattr(updates, "PRESSES_LIVE", updates.MESSAGES_LIVE)  # Telegram forgets none on a slow machine
    seed = random.SystemRandom().randrange(100_000)
    rng = random.Random(seed)
    telegram = Telegram()
    await telegram.start()
    live = replace(settings, api_url=telegram.url)
    try:
        store = await opened(live)
        households = await store.run(lambda tx: families(tx, telegram, size.families, size.days))
        await store.close()

        stream = Stream(telegram.world, households, rng, lambda: telegram.confirmed)
        for _ in range(size.kills):
            stream.send(size.updates // (size.kills + 1))
            async with running(live, log) as process:
                await _random_moment(telegram, process, rng, size.life)
        stream.send(size.updates - len(stream.numbers) - stream.twice)
        async with running(live, log) as process:
            await quiet(telegram, live, 600)
            stream.say_what()
            await quiet(telegram, live, 600)
            assert await process.end(within=5) == 0, process.output

        store = await opened(live)
        try:
            name = f"{'SQLite' if live.is_sqlite else 'PostgreSQL'}, one process, seed {seed}: {size.kills} kills"
            return await store.run(lambda tx: checked(tx, name, households, telegram, stream))
        finally:
            await store.close()
    finally:
        await telegram.stop()


async def _random_moment(telegram: Telegram, process: Process, rng: random.Random, life: float) -> None:
    """While it starts, or a little after it has begun to ask."""
    if rng.random() < 0.2:
        await WakeUp().wait(rng.uniform(0.1, 1.5))
        return
    before = telegram.polls
    await until(lambda: telegram.polls > before or process.code is not None, 60)
    assert process.code is None, process.output
    await WakeUp().wait(rng.uniform(0.0, life))
