"""10,000 parents who are shown their week on one Sunday evening, and alerts in between."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bot.clock import ShiftedClock, SystemClock, stopwatch
from bot.db.tables import check_in, child, member, outbox, person
from bot.db.transaction import Tx
from bot.domain.daily.weeks import EVENING, SPREAD, SUNDAY, next_sunday
from bot.loop import WakeUp
from tests.bench import home
from tests.bench.alerts import RATE, raise_alerts
from tests.bench.figures import percentile
from tests.bench.line import Line, at_most
from tests.bench.next_door import next_door

PARENTS, ALERTS, SECONDS = 10_000, 100, 90
P50, P99, MIB = 25.0, 45.0, 130.0
HOW = (
    f"Sundays: SQLite, {PARENTS:,} parents in one time zone; {SECONDS} seconds from the middle of the evening, "
    "the process that draws beside it. Memory is that of this process, the measure included."
)


async def homeline(url: str, parents: int, alerts: int, seconds: int) -> tuple[dict[int, float], int, int]:
    """When each alert was raised, how many weeks were due, and how many pictures had left."""
    real = SystemClock().now()
    sunday = real.date() + timedelta(days=(SUNDAY - real.weekday()) % 7)
    evening = datetime.combine(sunday, datetime.min.time(), UTC) + timedelta(minutes=EVENING)
    middle = evening + timedelta(seconds=SPREAD // 2)
    with home.settings(url, RATE) as settings:
        clock = ShiftedClock(SystemClock(), middle - real)
        async with home.opened(settings, clock) as app:
            here = range(1, parents + 1)
            weeks = {each: next_sunday(middle, "UTC", each) for each in here}
            await home.add_rows(app, person, [home.person_row(each, week_at=weeks[each]) for each in here])
            alerted = range(parents + 1, parents + alerts + 1)
            await home.add_rows(app, person, [home.person_row(each) for each in alerted])
            later = middle + timedelta(days=1)
            await home.add_rows(app, child, [home.child_row(each, EVENING, later) for each in here])
            await home.add_rows(app, member, [_parent(each) for each in here])
            await home.add_rows(app, check_in, [_answered(each, evening) for each in here])
            clock.push(middle - clock.now())
            began = stopwatch()
            async with home.running(app):
                raised = await raise_alerts(app, alerted)
                await WakeUp().wait(max(began + seconds - stopwatch(), 0))
                until = clock.now() - timedelta(seconds=10)  # one is drawn and sent within seconds
                sent = await app.store.run(_pictures)
            return raised, sum(middle < each <= until for each in weeks.values()), sent


def _parent(number: int) -> dict[str, Any]:
    row = {"child_id": number, "person_id": number, "role": "parent", "kin": "mother", "called": "Mum"}
    return {**row, "state": "active", "at_home": False, "joined_at": home.LONG_AGO}


def _answered(number: int, evening: datetime) -> dict[str, Any]:
    at = evening - timedelta(days=number % 6)
    row = {"child_id": number, "local_date": at.date().isoformat(), "slot": "evening", "state": "answered"}
    return {**row, "face": "great", "due_at": at, "asked_at": at, "heard_at": at, "answered_at": at}


def _pictures(tx: Tx) -> int:
    sent = outbox.c.card == "week", outbox.c.state == "sent", outbox.c.message_id.is_not(None)
    return int(tx.scalar(select(func.count()).select_from(outbox).where(*sent)))


def _mebibytes() -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def measure(*, quick: bool) -> list[Line]:
    """The figures of alerts, of pictures, and the memory of the process that does not draw."""
    parents, alerts, seconds = (200, 3, 2) if quick else (PARENTS, ALERTS, SECONDS)
    with next_door() as door:
        raised, due, sent = asyncio.run(homeline(door.url, parents, alerts, seconds))
        counted = door.counted()
    memory = _mebibytes()
    came = {chat: at for at, chat in reversed(counted.sends)}
    delays = sorted((came[chat] - at) * 1000 for chat, at in raised.items() if chat in came)
    name = f"Sunday of {parents:,} parents"
    return [
        at_most(f"{name}: alert, p50", P50, percentile(delays, 50), "ms"),
        at_most(f"{name}: alert, p99 of {len(delays)}", P99, percentile(delays, 99), "ms"),
        Line(f"{name}: pictures that have left of those due", "all", f"{sent:,} of {due:,}", sent >= due),
        at_most(f"{name}: memory (RSS) of the process that sends them", MIB, memory, "MiB", 0),
    ]
