"""Four processes over one PostgreSQL, one killed every few seconds: nothing is lost, and Telegram's limit is kept."""

import asyncio
import random
from dataclasses import replace
from pathlib import Path

import pytest

from bot.loop import WakeUp
from bot.settings import Settings
from bot.simulator import updates
from tests.bench.figures import busiest_second
from tests.crashes.aftermath import check_order, checked
from tests.crashes.families import families
from tests.crashes.stream import Stream
from tests.crashes.telegram import Telegram, opened, quiet
from tests.crashes.together import Together, taken_over, together

pytestmark = [
    pytest.mark.crash,
    pytest.mark.parametrize("database", ["postgresql"], indirect=True),  # SQLite has one process
]

PROCESSES, KILLS, UPDATES = 4, 5, 240
FAMILIES, DAYS = 24, 2  # one chat gets one message a second: many chats, and none waits long
TAKEN_WITHIN = 10.0


async def test_of_four_processes_any_may_die_and_nothing_is_lost_or_too_fast(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updates, "PRESSES_LIVE", updates.MESSAGES_LIVE)  # Telegram forgets none on a slow machine
    seed = random.SystemRandom().randrange(100_000)
    rng = random.Random(seed)
    telegram = Telegram()
    await telegram.start()
    live = replace(settings, api_url=telegram.url, rate=28.0)
    store = await opened(live)
    try:
        households = await store.run(lambda tx: families(tx, telegram, FAMILIES, DAYS))
        stream = Stream(telegram.world, households, rng, lambda: telegram.confirmed)
        async with together(live, tmp_path / "log", store, PROCESSES) as processes:
            feeding = asyncio.create_task(feed(stream))
            killed = [await killed_one(processes, rng, sends=number % 2 == 0) for number in range(KILLS)]
            frozen = await frozen_one(processes, telegram)
            await feeding
            await quiet(telegram, live)
            stream.say_what()
            await quiet(telegram, live)
            left = await taken_over(processes, (await processes.sender()).end(within=5), await processes.sender())
            codes = [await each.end(within=5) for each in processes.all.values() if each.code is None]
        name = f"PostgreSQL, {PROCESSES} processes, seed {seed}: {KILLS} kills"
        found = await store.run(lambda tx: checked(tx, name, households, telegram, stream))
        await store.run(check_order)
    finally:
        await store.close()
        await telegram.stop()
    assert codes == [0] * (PROCESSES - 1), (tmp_path / "log").read_text()
    deaths = [each for each in killed if each is not None]
    busiest = busiest_second([each.at for each in telegram.requests if each.ok and "chat_id" in each.params])
    with capsys.disabled():
        print(
            f"\n{found}; the sender's watch was taken over {', '.join(f'{each:.1f}' for each in deaths)} s after a "
            f"death, {frozen:.1f} s after one stood still, {left:.1f} s after SIGTERM; {busiest} messages in the "
            "busiest second"
        )
    assert max(*deaths, frozen, left) <= TAKEN_WITHIN
    assert busiest <= 28


async def feed(stream: Stream) -> None:
    """People write all the time."""
    while stream.has_more or len(stream.numbers) + stream.twice < UPDATES:
        stream.send(8)
        await WakeUp().wait(0.7)


async def killed_one(processes: Together, rng: random.Random, *, sends: bool) -> float | None:
    """SIGKILL for the one that sends, or for any; seconds until another sends."""
    await WakeUp().wait(rng.uniform(1.5, 3.5))
    await processes.ready(2)
    sender = await processes.sender()
    victim = sender if sends else rng.choice(list(processes.all.values()))
    seconds = await taken_over(processes, processes.lose(victim), victim) if victim is sender else None
    if victim is not sender:
        await processes.lose(victim)
    await processes.start()
    return seconds


async def frozen_one(processes: Together, telegram: Telegram) -> float:
    """The sender stands still, wakes up long after another has begun, and sends nothing more."""
    await processes.ready(2)
    sender = await processes.sender()

    async def freeze() -> None:
        sender.freeze()

    seconds = await taken_over(processes, freeze(), sender)
    sender.thaw()
    return seconds
