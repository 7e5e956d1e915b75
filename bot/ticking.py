"""What time brings: some ticks each second, others each minute, as two jobs of one scheduler."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta
from functools import cache

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import log, metrics
from bot.clock import Clock, SystemClock, stopwatch
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.liveness import Liveness
from bot.loop import PEOPLE_FIRST, LogOnce
from bot.queries import due
from bot.ticks import AFTER_STANDSTILL, EACH_MINUTE, EACH_SECOND, REST_IN_DOUBT, Tick
from bot.timekeeper import Timekeeper

SECOND, MINUTE = 1, 60
# How often the ticks may run in one second; what is left waits for the next one.
TURNS = 50

_log = log.get("app")


class Ticking:
    """`wake` is called when what the ticks have put in the outbox may leave."""

    def __init__(
        self, store: Store, clock: Clock, timekeeper: Timekeeper, liveness: Liveness, wake: Callable[[], None]
    ) -> None:
        self._store = store
        self._clock = clock
        self._timekeeper = timekeeper
        self._liveness = liveness
        self._wake = wake
        self._scheduler = AsyncIOScheduler()
        self._stepped: datetime | None = None  # the minute that `step` has been through

    def start(self) -> None:
        """From now on by the machine's own time; a process that has just begun does not wait for its first minute."""
        jobs = (
            (self.each_second, 0.0, SECOND, "ticks"),
            (self.each_minute, PEOPLE_FIRST, MINUTE, "ticks of the minute"),
        )
        for step, first, seconds, name in jobs:
            self._scheduler.add_job(
                run_job,
                "interval",
                seconds=seconds,
                args=[step, LogOnce(name)],
                next_run_time=SystemClock().now() + timedelta(seconds=first),
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )
        self._scheduler.start()

    def stop(self) -> None:
        """No more of them; one that is under way is cut off, and is whole or not done."""
        self._scheduler.shutdown(wait=False)

    async def step(self) -> int:
        """What both jobs would do, for who moves the clock by hand; how much was due."""
        did = await self.each_second()
        minute = self._clock.now().replace(second=0, microsecond=0)
        if minute != self._stepped:
            did += await self.each_minute()
            self._stepped = minute
        return did

    async def each_second(self) -> int:
        """Look at the clock, and do what people wait for; how much was due."""
        with self._liveness.step("ticks"):
            await self._timekeeper.look()
        return await self._turns("ticks", EACH_SECOND, TURNS)

    async def each_minute(self) -> int:
        """Write the time down, and do what waits for weeks; how much was due."""
        await self._timekeeper.note()
        return await self._turns("ticks of the minute", EACH_MINUTE, TURNS * MINUTE)

    async def _turns(self, name: str, ticks: tuple[Tick, ...], most: int) -> int:
        """Turn by turn until nothing is due: short transactions, so that no alert waits behind a long one."""
        did, began = 0, stopwatch()
        for _ in range(most):
            with self._liveness.step(name):
                done = await self._turn(ticks)
            did += done
            if not done:
                break
        metrics.BEAT_SECONDS.observe(stopwatch() - began)
        self._wake()
        return did

    async def _turn(self, ticks: tuple[Tick, ...]) -> int:
        try:
            return await self._store.run(lambda tx: run_due(tx, self._in_time(ticks)))
        except Exception:
            return await self._store.run(lambda tx: run_each_alone(tx, self._in_time(ticks)))

    def _in_time(self, ticks: tuple[Tick, ...]) -> tuple[Tick, ...]:
        """What must not count the time in which Homeline stood still waits for a second, until it is given back."""
        if self._timekeeper.is_up_to_date:
            return ticks
        return tuple(each for each in ticks if each not in AFTER_STANDSTILL)


async def run_job(step: Callable[[], Awaitable[int]], trouble: LogOnce) -> None:
    """One run of a job, which comes again whatever happens in it."""
    try:
        await step()
    except asyncio.CancelledError:
        return  # the process ends
    except Exception as error:
        trouble.say(error)
    else:
        trouble.over()


def run_due(tx: Tx, ticks: tuple[Tick, ...]) -> int:
    """Each tick for which anything is due, once, in its turn; how much was due."""
    found = due.among(tx, _names(ticks))
    return sum(tick(tx) for tick in _now(tx, ticks) if tick_name(tick) in found)


def run_each_alone(tx: Tx, ticks: tuple[Tick, ...]) -> int:
    """As `run_due`, when one of them fails: what fails is rolled back and leaves the others alone."""
    did = 0
    tx.careful = True
    for tick in _now(tx, ticks):
        try:
            with tx.nested():
                did += tick(tx)
        except Exception as error:
            if tx.conn.invalidated:
                raise  # the line to the database is lost, and so are the others' turns
            name = tick_name(tick)
            metrics.DUTY_FAILURES.labels(name).inc()
            _log.error("tick %s: %s", name, type(error).__name__)
    return did


def _now(tx: Tx, ticks: tuple[Tick, ...]) -> Iterator[Tick]:
    """The ticks that may run: while something speaks against the clock, what cannot be taken back rests."""
    return (tick for tick in ticks if tx.sure or tick not in REST_IN_DOUBT)


@cache
def tick_name(tick: Tick) -> str:
    """A tick's name: its module's."""
    return tick.__module__.rpartition(".")[2]


@cache
def _names(ticks: tuple[Tick, ...]) -> tuple[str, ...]:
    return tuple(map(tick_name, ticks))
