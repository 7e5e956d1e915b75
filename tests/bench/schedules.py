"""Schedules as rows: a beat that finds nothing, and taking what is due, among ever more of them."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from apscheduler.job import Job
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.app import App
from bot.clock import StoppedClock, stopwatch
from bot.db.tables import child, illness, illness_told, person
from bot.db.transaction import Tx
from bot.queries.daily import check_ins
from bot.ticking import run_due
from bot.ticks import EACH_MINUTE, EACH_SECOND, Tick
from tests.bench import home
from tests.bench.line import Line, at_most, median

SIZES = (10_000, 100_000, 1_000_000)
THEIR_SIZES = (10_000, 100_000)
IDLE_US, CLAIM_MS, GROWTH = 300.0, 10.0, 1.5
AT_ONCE = 100
ROUNDS = 15
BEATS = 200
EACH_ILL = 70
GONE = 10_000_000
HOW = "Schedules: SQLite, one child in seventy ill; in an idle beat no duty finds anything to do."
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
EVENING = 10 * 3600  # seconds over which evenings lie: nothing is farther off than a clock that went wrong would put it


async def add_children(app: App, numbers: range, noon: datetime = NOON) -> None:
    """Children whose evenings lie far ahead, but for the first ones: a hundred are due in each second after noon."""
    rows = []
    for number in numbers:
        early = number < ROUNDS * AT_ONCE
        ahead = timedelta(seconds=1 + number // AT_ONCE) if early else DAY + timedelta(seconds=number % EVENING)
        rows.append(home.child_row(number + 1, 1080, noon + ahead))
        if len(rows) == home.MANY:
            await home.add_rows(app, child, rows)
            rows = []
    await home.add_rows(app, child, rows)
    await _add_illnesses(app, [number + 1 for number in numbers if number % EACH_ILL == 0], noon + DAY)


async def _add_illnesses(app: App, children: list[int], later: datetime) -> None:
    """As on any day in winter: one child in seventy is ill, and as many people have blocked the bot long ago."""
    lost = [home.person_row(GONE + each, unreachable_since=home.LONG_AGO) for each in children]
    await home.add_rows(app, person, [home.person_row(each) for each in children] + lost)
    times = {"opened_at": later - DAY, "ask_at": later, "escalate_at": later}
    ill = [{"id": each, "child_id": each, "state": "open", "escalation": 0, **times} for each in children]
    await home.add_rows(app, illness, ill)
    told = [{"illness_id": each, "person_id": each, "at": later - DAY} for each in children]
    await home.add_rows(app, illness_told, told)


async def homeline(sizes: tuple[int, ...], where: str = "") -> list[tuple[float, float, float]]:
    """Of each size: microseconds of an idle beat, of the one in a minute that looks for all, and ms for a hundred."""
    clock, found, there = StoppedClock(NOON), [], 0
    with home.settings(where) as settings:
        app = App(settings, clock)
        await app.store.open()
        for size in sizes:
            await add_children(app, range(there, size))
            clock.move_to(NOON)
            idle = median([await app.store.run(partial(_idle, ticks=EACH_SECOND)) for _ in range(BEATS)])
            every = median([await app.store.run(partial(_idle, ticks=EACH_MINUTE)) for _ in range(BEATS)])
            clock.push(timedelta(seconds=1))
            claims = [await _claim(app, clock) for _ in range(ROUNDS)]
            found.append((idle * 1e6, every * 1e6, median(claims) * 1e3))
            await app.store.run(_reset)
            there = size
        await app.store.close()
    return found


def _idle(tx: Tx, ticks: tuple[Tick, ...]) -> float:
    began = stopwatch()
    did = run_due(tx, ticks)
    took = stopwatch() - began
    assert not did
    return took


async def _claim(app: App, clock: StoppedClock) -> float:
    took = await app.store.run(_take)
    clock.push(timedelta(seconds=1))
    return took


def _take(tx: Tx) -> float:
    """What the duty does with what is due: find it, and say when it is due next."""
    began = stopwatch()
    due = check_ins.due_children(tx, AT_ONCE)
    for each in due:
        check_ins.schedule(tx, each, tx.now + DAY)
    took = stopwatch() - began
    assert len(due) == AT_ONCE
    return took


def _reset(tx: Tx) -> None:
    for number in range(ROUNDS * AT_ONCE):
        check_ins.schedule(tx, number + 1, NOON + timedelta(seconds=1 + number // AT_ONCE))


async def apscheduler(size: int) -> tuple[float, float, float]:
    """One job for each schedule, in memory: seconds to add them, microseconds idle, milliseconds for a hundred."""
    scheduler, store = AsyncIOScheduler(timezone=UTC), MemoryJobStore()
    scheduler.add_jobstore(store, "default")
    began = stopwatch()
    scheduler.start(paused=True)
    for number in range(size):
        at = NOON + (timedelta(seconds=1) if number < AT_ONCE else DAY + timedelta(seconds=number))
        scheduler.add_job(_nothing, "interval", days=1, start_date=at, next_run_time=at)
    added = stopwatch() - began
    idle = median([_timed(partial(store.get_due_jobs, NOON)) for _ in range(BEATS)])
    claim = _timed(partial(_take_jobs, store))
    scheduler.shutdown(wait=False)
    return added, idle * 1e6, claim * 1e3


def _nothing() -> None:
    """What a job would do."""


def _take_jobs(store: MemoryJobStore) -> None:
    """As its scheduler does it: each due job gets its next time."""
    due: list[Job] = store.get_due_jobs(NOON + timedelta(seconds=2))
    for job in due:
        job._modify(next_run_time=job.next_run_time + DAY)
        store.update_job(job)
    assert len(due) == AT_ONCE


def _timed(do: Callable[[], object]) -> float:
    began = stopwatch()
    do()
    return stopwatch() - began


def measure(*, quick: bool) -> list[Line]:
    """Three sizes; APScheduler's beside them."""
    sizes = (2_000, 4_000) if quick else SIZES
    found = asyncio.run(homeline(sizes))
    lines = []
    for size, (idle, every, claim) in zip(sizes, found, strict=True):
        lines.append(at_most(f"idle beat of every duty, {size:,} schedules", IDLE_US, idle, "µs", 0))
        lines.append(at_most("… of what is looked for each minute", IDLE_US, every, "µs", 0))
        lines.append(at_most(f"taking 100 due schedules of {size:,}", CLAIM_MS, claim, "ms"))
    for which, place in (("idle beat", 0), ("taking 100", 2)):
        ratio = found[-1][place] / found[0][place]
        lines.append(at_most(f"{which}: {sizes[-1]:,} against {sizes[0]:,}", GROWTH, ratio, "×", 2))
    for size in (2_000,) if quick else THEIR_SIZES:
        added, idle, claim = asyncio.run(apscheduler(size))
        name = f"APScheduler, a job in memory for each of {size:,}: idle, taking 100, adding them"
        lines.append(Line(name, "", f"{idle:,.0f} µs, {claim:,.1f} ms, {added:,.1f} s"))
    return lines
