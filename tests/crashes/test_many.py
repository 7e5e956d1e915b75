"""Four processes over one PostgreSQL, one killed every few seconds: nothing is lost, and Telegram's limit is kept."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.clock import SystemClock, stopwatch
from bot.loop import Bell
from bot.settings import Settings
from bot.simulator import updates
from bot.storage.store import Store
from bot.storage.tables import outbox
from bot.storage.transaction import Tx
from tests.bench.figures import busiest_second
from tests.conftest import TOKEN
from tests.crashes.families import families
from tests.crashes.process import Process, running
from tests.crashes.stream import Stream
from tests.crashes.test_kill import Telegram, check_alerts, check_effects, check_inbox, duplicates, opened, quiet

pytestmark = [
    pytest.mark.crash,
    pytest.mark.parametrize("database", ["postgresql"], indirect=True),  # SQLite has one process
]

PROCESSES, KILLS, UPDATES, FAMILIES = 4, 5, 240, 9
TAKEN_WITHIN = 10.0
_HOLDER = (
    "SELECT split_part(application_name, ' ', 2)::int FROM pg_stat_activity JOIN lease ON pid = session "
    "WHERE name = 'sender' AND until > extract(epoch from clock_timestamp()) * 1000000"
)

_CONNECTED = (
    "SELECT DISTINCT split_part(application_name, ' ', 2) AS pid FROM pg_stat_activity "
    "WHERE query LIKE 'LISTEN%%' OR query LIKE '%%pg_notify%%'"
)


class Together:
    """So many processes, and the database that they share."""

    def __init__(self, live: Settings, log: Path, store: Store) -> None:
        self._live, self._log, self._store = live, log, store
        self._stack = AsyncExitStack()
        self.all: dict[int, Process] = {}

    async def start(self) -> None:
        """One more."""
        process = await self._stack.enter_async_context(running(self._live, self._log))
        self.all[process.pid] = process

    async def sender(self, but: int = 0) -> Process:
        """The one that sends now, other than the one with number `but`; raises TimeoutError."""
        async with asyncio.timeout(30):
            while True:
                found = await self._store.run(lambda tx: tx.conn.exec_driver_sql(_HOLDER).scalar())
                if found in self.all and found != but:
                    return self.all[found]
                await Bell().wait(0.02)

    async def ready(self, count: int) -> None:
        """Until so many of them have come to the database; raises TimeoutError."""
        async with asyncio.timeout(60):
            while len(await self._store.run(_here) & self.all.keys()) < count:
                await Bell().wait(0.02)

    async def lose(self, process: Process) -> None:
        """SIGKILL, and another in its place."""
        await process.kill()
        del self.all[process.pid]

    async def close(self) -> None:
        """Kill whoever still lives."""
        await self._stack.aclose()


@asynccontextmanager
async def together(live: Settings, log: Path, store: Store) -> AsyncIterator[Together]:
    found = Together(live, log, store)
    try:
        for _ in range(PROCESSES):
            await found.start()
        await found.ready(PROCESSES)
        yield found
    finally:
        await found.close()


async def test_of_four_processes_any_may_die_and_nothing_is_lost_or_too_fast(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updates, "PRESSES_LIVE", updates.MESSAGES_LIVE)  # Telegram forgets none on a slow machine
    seed = random.SystemRandom().randrange(100_000)
    rng = random.Random(seed)
    telegram = Telegram(SystemClock(), token=TOKEN)
    await telegram.start()
    live = replace(settings, api_url=telegram.url, rate=28.0)
    store = await opened(live)
    try:
        households = await store.run(lambda tx: families(tx, telegram, FAMILIES, 12))
        stream = Stream(telegram.world, households, rng, telegram.confirmed)
        async with together(live, tmp_path / "log", store) as processes:
            feeding = asyncio.create_task(feed(stream))
            killed = [await killed_one(processes, rng, sends=number % 2 == 0) for number in range(KILLS)]
            frozen = await frozen_one(processes, telegram)
            await feeding
            await quiet(telegram)
            stream.say_what()
            await quiet(telegram)
            left = await taken_over(processes, (await processes.sender()).end(within=5), await processes.sender())
            codes = [await each.end(within=5) for each in processes.all.values() if each.code is None]
        await store.run(lambda tx: check_inbox(tx, stream))
        await store.run(lambda tx: check_effects(tx, households, telegram))
        await store.run(lambda tx: check_alerts(tx, households, telegram))
        await store.run(check_order)
        doubled = await store.run(lambda tx: duplicates(tx, telegram))
        explained = await store.run(in_flight)
    finally:
        await store.close()
        await telegram.stop()
    assert codes == [0] * (PROCESSES - 1), (tmp_path / "log").read_text()
    deaths = [each for each in killed if each is not None]
    busiest = busiest_second([each.at for each in telegram.requests if each.ok and "chat_id" in each.params])
    with capsys.disabled():
        print(
            f"\n{PROCESSES} processes, seed {seed}: {KILLS} kills, {len(stream.numbers)} updates; the sender's watch "
            f"was taken over {', '.join(f'{each:.1f}' for each in deaths)} s after a death, {frozen:.1f} s after one "
            f"stood still, {left:.1f} s after SIGTERM; {busiest} messages in the busiest second; "
            f"{doubled} arrived twice or unrecorded, {explained} were in flight when a process died"
        )
    assert max(*deaths, frozen, left) <= TAKEN_WITHIN
    assert busiest <= 28
    assert doubled <= explained


async def feed(stream: Stream) -> None:
    """People write all the time."""
    while len(stream.numbers) + stream.twice < UPDATES:
        stream.send(8)
        await Bell().wait(0.7)


async def killed_one(processes: Together, rng: random.Random, *, sends: bool) -> float | None:
    """SIGKILL for the one that sends, or for any; seconds until another sends."""
    await Bell().wait(rng.uniform(1.5, 3.5))
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


async def taken_over(processes: Together, ends: object, sender: Process) -> float:
    """Seconds from the sender's end until another has its watch."""
    began = stopwatch()
    ending = asyncio.ensure_future(ends)  # type: ignore[call-overload] # a coroutine
    await processes.sender(but=sender.pid)
    seconds = stopwatch() - began
    await ending
    return seconds


def check_order(tx: Tx) -> None:
    """Each chat got its news in the order in which they were told."""
    rows = tx.all(select(outbox).where(outbox.c.state == "sent").order_by(outbox.c.chat, outbox.c.lane, outbox.c.id))
    news = [row for row in rows if any(each["kind"] == "CheckInAnswered" for each in row.payload["about"])]
    assert news
    for before, after in pairwise(news):
        if (before.chat, before.lane) == (after.chat, after.lane):
            assert before.message_id <= after.message_id


def in_flight(tx: Tx) -> int:
    """How many attempts to send had no known outcome."""
    messages = outbox.c.chat.is_not(None)
    tried = tx.scalar(select(func.sum(outbox.c.attempt)).where(messages))
    return int(tried) - int(tx.scalar(select(func.count()).where(messages, outbox.c.state == "sent")))


def _here(tx: Tx) -> set[int]:
    """The processes that are connected, by their numbers on this machine."""
    return {int(row.pid) for row in tx.conn.exec_driver_sql(_CONNECTED)}
