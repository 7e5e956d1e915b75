"""Killed at random moments, it handles everything exactly once and loses no news."""

import random
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import false, func, select

from bot.clock import SystemClock
from bot.domain.tell import Lane
from bot.loop import Bell
from bot.settings import Settings
from bot.simulator import updates
from bot.simulator.server import Simulator
from bot.storage.store import Store, store_for
from bot.storage.tables import check_in, illness, inbox, outbox
from bot.storage.transaction import Tx
from tests.conftest import TOKEN
from tests.crashes.families import Family, families
from tests.crashes.process import Process, running, until
from tests.crashes.stream import Stream

pytestmark = pytest.mark.crash


@dataclass(frozen=True, slots=True)
class Size:
    """How long one run is."""

    kills: int
    updates: int
    families: int
    days: int


# PostgreSQL keeps its own promises; with it, a shorter run is enough to hold ours.
FULL, SHORT = Size(20, 2_000, 84, 12), Size(4, 300, 10, 12)


class Telegram(Simulator):
    """A simulator that tells how often it has been asked."""

    def polls(self) -> int:
        return sum(each.method == "getUpdates" for each in self.requests)

    def confirmed(self) -> int:
        """The newest offset that was asked for: everything below was kept."""
        offsets = (int(each.params.get("offset") or 0) for each in self.requests if each.method == "getUpdates")
        return max(offsets, default=0)

    def others(self) -> int:
        return len(self.requests) - self.polls()


async def test_killed_at_random_moments_it_loses_nothing_and_does_nothing_twice(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updates, "PRESSES_LIVE", updates.MESSAGES_LIVE)  # Telegram forgets none on a slow machine
    seed = random.SystemRandom().randrange(100_000)
    rng = random.Random(seed)
    telegram = Telegram(SystemClock(), token=TOKEN)
    await telegram.start()
    live = replace(settings, api_url=telegram.url)
    size = FULL if live.is_sqlite else SHORT
    log = tmp_path / "log"
    try:
        store = await opened(live)
        households = await store.run(lambda tx: families(tx, telegram, size.families, size.days))
        await store.close()

        stream = Stream(telegram.world, households, rng, telegram.confirmed)
        for _ in range(size.kills):
            stream.send(size.updates // (size.kills + 1))
            async with running(live, log) as process:
                await random_moment(telegram, process, rng)
        stream.send(size.updates - len(stream.numbers) - stream.twice)
        async with running(live, log) as process:
            await quiet(telegram)
            stream.say_what()
            await quiet(telegram)
            assert await process.end(within=5) == 0

        store = await opened(live)
        try:
            await store.run(lambda tx: check_inbox(tx, stream))
            await store.run(lambda tx: check_effects(tx, households, telegram))
            await store.run(lambda tx: check_alerts(tx, households, telegram))
            doubled = await store.run(lambda tx: duplicates(tx, telegram))
        finally:
            await store.close()
    finally:
        await telegram.stop()
    with capsys.disabled():
        kind = "SQLite" if live.is_sqlite else "PostgreSQL"
        print(
            f"\n{kind}, seed {seed}: {size.kills} kills, {len(stream.numbers)} updates, {len(stream.poison)} of them "
            f"poison, {stream.twice} redelivered; {doubled} messages arrived twice or unrecorded"
        )


async def opened(settings: Settings) -> Store:
    """The database, while no process runs on it."""
    store = store_for(settings, SystemClock())
    await store.open()
    return store


async def random_moment(telegram: Telegram, process: Process, rng: random.Random) -> None:
    """While it starts, or a little after it has begun to ask."""
    if rng.random() < 0.2:
        await Bell().wait(rng.uniform(0.1, 1.5))
        return
    before = telegram.polls()
    await until(lambda: telegram.polls() > before or process.code is not None, 60)
    assert process.code is None, process.output
    await Bell().wait(rng.uniform(0.0, 0.8))


async def quiet(telegram: Telegram) -> None:
    """Until everything is fetched and nothing has been sent for a while."""
    await until(lambda: telegram.world.pending == 0, 180)
    before = -1
    while telegram.others() != before:
        before = telegram.others()
        await Bell().wait(2.5)


def check_inbox(tx: Tx, stream: Stream) -> None:
    """Each update stands there once: done, or parked with its reason."""
    rows = tx.all(select(inbox.c.update_id, inbox.c.state, inbox.c.reason))
    assert Counter(stream.numbers) - Counter(row.update_id for row in rows) == Counter()
    assert Counter(row.update_id for row in rows) - Counter(stream.numbers) == Counter()
    assert {row.state for row in rows} == {"done", "parked"}
    parked = {row.update_id: row.reason for row in rows if row.state == "parked"}
    assert {number: reason for number, reason in parked.items() if number not in stream.poison} == {}
    assert all(parked.values())


def check_effects(tx: Tx, households: list[Family], telegram: Telegram) -> None:
    """Each check-in is answered once, each answer is told once, each telling has reached Telegram."""
    waiting = [number for each in households for number in each.check_ins]
    assert tx.scalar(select(func.count()).where(check_in.c.state == "answered")) == len(waiting)
    left = tx.all(select(outbox.c.id, outbox.c.state).where(outbox.c.state.in_(["pending", "sending", "waiting"])))
    assert left == []
    lost = select(outbox.c.reason).where(outbox.c.state == "discarded", outbox.c.chat.is_not(None))
    assert tx.all(lost) == []  # an answer to a press may come too late on a slow machine; a message may not
    told = Counter[int]()
    for row in tx.all(select(outbox.c.chat, outbox.c.payload, outbox.c.state, outbox.c.message_id)):
        news = [each["check_in_id"] for each in row.payload["about"] if each["kind"] == "CheckInAnswered"]
        told.update(news)
        if news:
            assert row.state == "sent"
            assert row.message_id in telegram.world.chats[row.chat].messages
    assert told == Counter(waiting)


def check_alerts(tx: Tx, households: list[Family], telegram: Telegram) -> None:
    """Each child's illness is one thread, and its alert has reached the parent."""
    threads = tx.all(select(illness.c.child_id, illness.c.state, illness.c.alerted_at))
    assert Counter(row.child_id for row in threads) == Counter(each.child for each in households)
    assert all(row.state == "open" and row.alerted_at for row in threads)
    alerts = tx.all(select(outbox.c.chat, outbox.c.state, outbox.c.message_id).where(outbox.c.lane == Lane.URGENT))
    assert {row.state for row in alerts} <= {"sent", "cleared"}
    arrived = {row.chat for row in alerts if row.message_id in telegram.world.chats[row.chat].messages}
    assert arrived >= {each.parent.chat.id for each in households}


def duplicates(tx: Tx, telegram: Telegram) -> int:
    """How many messages arrived more often than their rows say: sent again, or never known to have arrived."""
    arrived = sum(each.ok and "chat_id" in each.params for each in telegram.requests)
    unchanged = outbox.c.reason == "it said so already"  # an edit that Telegram did not need to make
    sent = outbox.c.state == "sent", outbox.c.chat.is_not(None), func.coalesce(unchanged, false()).is_(false())
    return arrived - int(tx.scalar(select(func.count()).where(*sent)))
