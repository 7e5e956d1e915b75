"""Urgent overtakes bulk: thousands of bulk messages wait, 100 alerts are raised while they go out, one at a time.

A delay runs from the end of the unit of work that tells, just before its commit, to the request reaching the simulator,
which enforces Telegram's limits in a process of its own. Both clocks are the machine's one stopwatch.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AbstractContextManager
from functools import partial
from typing import Any

from bot.app import App
from bot.clock import stopwatch
from bot.db.tables import outbox, person
from bot.db.transaction import Tx
from bot.domain.notifications import Lane, Notification, dump
from bot.domain.screens import HelpShown
from bot.loop import WakeUp
from bot.queries.circle import people
from bot.services.notifications import notify
from bot.settings import Settings
from tests.bench import home
from tests.bench.figures import Figures, figures
from tests.bench.line import Line, at_most
from tests.bench.simulator import Telegram, telegram

SIZES = (3_000, 10_000, 100_000)
ALERTS = 100
P50, P99, A_SECOND = 25.0, 45.0, 28
# What was promised first; it still stands.
OLD_P50, OLD_P99 = 30.0, 80.0
# Between one alert that has left and the next, in seconds.
LONGEST_GAP = 1.2
# What each reader has got in the last days is still there.
SENT = 2
RATE = 28
HOW = (
    "Alerts: SQLite where nothing else is said, 28 messages a second, Telegram's limits; 100 alerts at random moments, "
    "one at a time; each reader has had two messages before."
)
Database = Callable[[str, float], AbstractContextManager[Settings]]
Before = Callable[[], Awaitable[None]]
Work = Callable[[str, int, int], Coroutine[Any, Any, dict[int, float]]]
SEED = random.SystemRandom().randrange(10_000)


async def homeline(url: str, bulk: int, alerts: int, database: Database = home.settings) -> dict[int, float]:
    """The whole application, as `homeline run` composes it; when the alert to each chat was raised."""
    with database(url, RATE) as settings:
        async with home.opened(settings) as app:
            await home.add_rows(app, person, [home.person_row(each) for each in range(1, bulk + alerts + 1)])
            sent = (home.sent_row(each, 1 + each % bulk) for each in range(bulk * SENT))
            await home.add_rows(app, outbox, list(sent))
            await home.add_rows(app, outbox, [bulk_row(each) for each in range(1, bulk + 1)])
            async with home.running(app):
                return await raise_alerts(app, range(bulk + 1, bulk + alerts + 1))


async def raise_alerts(app: App, chats: range, before: Before | None = None) -> dict[int, float]:
    """One alert for each chat, each at a random moment after the one before has left; `before` is done just before."""
    rng = random.Random(SEED)
    raised: dict[int, float] = {}
    for chat in chats:
        await WakeUp().wait(rng.uniform(0.05, LONGEST_GAP))
        if before is not None:
            await before()
        raised[chat] = await app.store.run(partial(_alert, chat=chat))
        await _left(app)
    return raised


def bulk_row(number: int) -> dict[str, object]:
    """A message of no haste to the reader of this number."""
    row = {"chat": number, "person_id": number, "lane": int(Lane.BULK), "state": "pending", "retry_if_unknown": False}
    times = {"due_at": home.LONG_AGO, "created_at": home.LONG_AGO}
    return {**row, **times, "payload": {"events": [dump(HelpShown("how"))]}}


def _alert(tx: Tx, chat: int) -> float:
    reader = people.by_telegram(tx, chat)
    assert reader is not None
    notify(tx, [Notification(reader.id, HelpShown("emergency"), Lane.URGENT)])
    return stopwatch()


async def _left(app: App) -> None:
    """Until a request has come to its end: the alert's, or one just before it."""
    app.sender.landed.clear()
    await asyncio.wait_for(app.sender.landed.wait(), 10)


def run(name: str, work: Work, server: Telegram, bulk: int, alerts: int) -> Figures:
    """How long the alerts took from where `work` raised them to Telegram."""
    raised = asyncio.run(work(server.url, bulk, alerts))
    return figures(name, raised, server.seen())


def measure(*, quick: bool) -> list[Line]:
    """Behind each size; then on PostgreSQL."""
    alerts = 2 if quick else ALERTS
    lines: list[Line] = []
    found: list[Figures] = []
    for bulk in (100,) if quick else SIZES:
        with telegram(bulk + alerts) as server:
            found.append(run("Homeline", homeline, server, bulk, alerts))
        lines += _lines(found[-1], bulk, alerts)
    with telegram(bulk + alerts) as server:
        shared = run("PostgreSQL", partial(homeline, database=home.on_postgres), server, bulk, alerts)
    lines += _lines(shared, bulk, alerts, " on PostgreSQL")
    grows = found[-1].p50 - found[0].p50
    lines.append(at_most("alert, p50: growth from the smallest queue to the largest", 3.0, grows, "ms"))
    return lines


def _lines(found: Figures, bulk: int, alerts: int, where: str = "") -> list[Line]:
    name = f"alert behind {bulk:,} bulk rows{where}, commit to request"
    kept = found.alerts == alerts and not found.floods and found.busiest <= A_SECOND
    promised = f"{alerts}, 0, ≤ {A_SECOND}; p50 ≤ {OLD_P50:g}, p99 ≤ {OLD_P99:g} ms"
    kept = kept and found.p50 <= OLD_P50 and found.p99 <= OLD_P99
    said = f"{found.alerts}, {found.floods}, {found.busiest}; worst {found.worst:.1f} ms"
    return [
        at_most(f"{name}: p50", P50, found.p50, "ms"),
        at_most(f"{name}: p99", P99, found.p99, "ms"),
        Line("… alerts that arrived, 429 answers, messages in the busiest second", promised, said, kept),
    ]
