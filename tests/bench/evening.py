"""The evening peak of 100,000 families: two minutes from its middle, with alerts in between."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.clock import ShiftedClock, SystemClock, stopwatch
from bot.db.tables import child, member, outbox, person
from bot.domain.local_time import minute_in_slot
from bot.loop import WakeUp
from tests.bench import home
from tests.bench.alerts import RATE, raise_alerts
from tests.bench.figures import busiest_second, percentile
from tests.bench.line import Line, at_most
from tests.bench.next_door import Counted, next_door

FAMILIES = 100_000
MIDDLE = 18 * 60 + 45  # of the evening's window, in minutes of the day
MINUTES = 2
ALERTS = 100
P50, P99 = 25.0, 45.0
HOW = "Evening: SQLite, 28 messages a second; two minutes from the middle of 18:00 to 19:30."
SENT = 2  # what each home has got in the last days is still there
PARENTS = 1_000_000  # a parent's chat is this much above the guardian's


async def homeline(url: str, families: int, alerts: int, minutes: int) -> tuple[dict[int, float], float]:
    """When each alert was raised, and the stopwatch at the middle of the evening."""
    real = SystemClock().now()
    middle = datetime.combine(real.date(), datetime.min.time(), UTC) + timedelta(minutes=MIDDLE)
    with home.settings(url, RATE) as settings:
        clock = ShiftedClock(SystemClock(), middle - timedelta(seconds=1) - real)
        async with home.opened(settings, clock) as app:
            await home.add_rows(app, person, [home.person_row(each) for each in range(1, families + 1)])
            parents = range(PARENTS + 1, PARENTS + max(families, alerts) + 1)
            await home.add_rows(app, person, [home.person_row(each) for each in parents])
            await home.add_rows(app, child, [_child(each, middle) for each in range(1, families + 1)])
            for role, above in (("guardian", 0), ("parent", PARENTS)):
                await home.add_rows(app, member, [_member(each, role, above) for each in range(1, families + 1)])
            sent = [home.sent_row(each, 1 + each % families) for each in range(families * SENT)]
            await home.add_rows(app, outbox, sent)
            clock.push(middle - timedelta(seconds=1) - clock.now())
            began = stopwatch() + 1.0
            async with home.running(app):
                async with asyncio.timeout(minutes * 60 + 60):
                    raised = await raise_alerts(app, range(PARENTS + 1, PARENTS + alerts + 1))
                await WakeUp().wait(max(began + minutes * 60 - stopwatch(), 0))
            return raised, began


def _child(number: int, middle: datetime) -> dict[str, Any]:
    minute = minute_in_slot("evening", number)
    at = middle + timedelta(minutes=minute - MIDDLE)
    return home.child_row(number, minute, at if at >= middle else at + timedelta(days=1))


def _member(number: int, role: str, above: int) -> dict[str, Any]:
    near = role == "guardian"
    row = {"child_id": number, "person_id": above + number, "role": role, "kin": "grandmother" if near else "mother"}
    return {**row, "called": "Grandma", "state": "active", "at_home": near, "joined_at": home.LONG_AGO}


def measure(*, quick: bool) -> list[Line]:
    """The figures of alerts, and how far each family's question was from its minute."""
    families, alerts, minutes = (900, 3, 0) if quick else (FAMILIES, ALERTS, MINUTES)
    with next_door() as door:
        raised, began = asyncio.run(homeline(door.url, families, alerts, minutes))
        counted = door.counted()
    came = {chat: at for at, chat in reversed(counted.sends)}
    delays = sorted((came[chat] - at) * 1000 for chat, at in raised.items() if chat in came)
    name = f"evening peak of {families:,} families"
    return [
        at_most(f"{name}: alert, p50", P50, percentile(delays, 50), "ms"),
        at_most(f"{name}: alert, p99 of {len(delays)}", P99, percentile(delays, 99), "ms"),
        *_questions(name, counted, came, families, began, minutes),
    ]


def _questions(
    name: str, counted: Counted, came: dict[int, float], families: int, began: float, minutes: int
) -> list[Line]:
    asked = [each for each in range(1, families + 1) if MIDDLE <= minute_in_slot("evening", each) < MIDDLE + minutes]
    late = sorted(
        came[each] - began - 60 * (minute_in_slot("evening", each) - MIDDLE) for each in asked if each in came
    )
    kept = len(late) == len(asked) and all(0 <= each < 60 for each in late)
    worst = late[-1] if late else 0.0
    said = f"{len(late):,} of {len(asked):,}, the last after {worst:.0f} s"
    busiest = busiest_second([at for at, _chat in counted.sends])
    return [
        Line(f"{name}: asked within their own minute, as yesterday", "all", said, kept),
        at_most(f"{name}: messages in the busiest second", RATE, busiest, "", 0),
    ]
