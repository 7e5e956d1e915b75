"""The evening of as many families as one bot is said to take: asked, answered and told, with alerts in between."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.clock import ShiftedClock, SystemClock, stopwatch
from bot.db.tables import child, member, outbox, person
from bot.domain.daily.spreading import A_MINUTE, takes
from bot.domain.local_time import LATEST, SLOTS
from bot.loop import WakeUp
from tests.bench import home
from tests.bench.alerts import RATE, raise_alerts
from tests.bench.figures import busiest_second, delays, percentile
from tests.bench.line import Line, at_most
from tests.bench.next_door import Counted, next_door, thinks

BEGIN, END = SLOTS["evening"][0], LATEST["evening"]
FAMILIES = takes("evening", RATE)
MIDDLE = (BEGIN + END) // 2  # of the evening, in minutes of the day
MINUTES = 2
ALERTS = 100
P50, P99 = 25.0, 45.0
HOW = (
    f"Evening: SQLite, 28 messages a second; {MINUTES} minutes from the middle of an evening in which {A_MINUTE} homes "
    "are asked a minute, each taps a face within the next, and two parents of each are told."
)
SENT = 2  # what each home has got in the last days is still there
PARENTS, OTHERS, ALERTED = 1_000_000, 2_000_000, 3_000_000  # a parent's chat is this much above the guardian's
ROLES = (("guardian", 0), ("parent", PARENTS), ("parent", OTHERS))


async def homeline(url: str, families: int, alerts: int, minutes: int) -> tuple[dict[int, float], float]:
    """When each alert was raised, and the stopwatch at the middle of the evening."""
    real = SystemClock().now()
    middle = datetime.combine(real.date(), datetime.min.time(), UTC) + timedelta(minutes=MIDDLE)
    with home.settings(url, RATE) as settings:
        clock = ShiftedClock(SystemClock(), middle - timedelta(seconds=1) - real)
        async with home.opened(settings, clock) as app:
            for _role, above in ROLES:
                here = range(above + 1, above + families + 1)
                await home.add_rows(app, person, [home.person_row(each) for each in here])
            alerted = range(ALERTED + 1, ALERTED + alerts + 1)
            await home.add_rows(app, person, [home.person_row(each) for each in alerted])
            await home.add_rows(app, child, [_child(each, middle) for each in range(1, families + 1)])
            for role, above in ROLES:
                await home.add_rows(app, member, [_member(each, role, above) for each in range(1, families + 1)])
            sent = [home.sent_row(each, 1 + each % families) for each in range(families * SENT)]
            await home.add_rows(app, outbox, sent)
            clock.push(middle - timedelta(seconds=1) - clock.now())
            began = stopwatch() + 1.0
            async with home.running(app):
                async with asyncio.timeout(minutes * 60 + 120):
                    raised = await raise_alerts(app, alerted)
                # the last who are asked tap within a minute, and half of one is left for telling it
                await WakeUp().wait(max(began + minutes * 60 + (90 if minutes else 0) - stopwatch(), 0))
            return raised, began


def _minute(number: int) -> int:
    return BEGIN + number % (END - BEGIN)


def _child(number: int, middle: datetime) -> dict[str, Any]:
    minute = _minute(number)
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
        door.answer()
        raised, began = asyncio.run(homeline(door.url, families, alerts, minutes))
        counted = door.counted()
    came = {chat: at for at, chat in reversed(counted.sends)}
    late = delays(raised, counted.sends)
    name = f"evening of {families:,} families"
    return [
        at_most(f"{name}: alert, p50", P50, percentile(late, 50), "ms"),
        at_most(f"{name}: alert, p99 of {len(late)}", P99, percentile(late, 99), "ms"),
        *_questions(name, counted, came, families, began, minutes),
    ]


def _questions(
    name: str, counted: Counted, came: dict[int, float], families: int, began: float, minutes: int
) -> list[Line]:
    asked = [each for each in range(1, families + 1) if MIDDLE <= _minute(each) < MIDDLE + minutes]
    late = {each: came[each] - began - 60 * (_minute(each) - MIDDLE) for each in asked if each in came}
    taps = {each: came[each] + thinks(each) for each in late}
    told = [came[chat] - taps[each] for each in taps for chat in (each + PARENTS, each + OTHERS) if chat in came]
    kept = len(late) == len(asked) and all(0 <= each < 60 for each in late.values())
    all_told = len(told) == 2 * len(asked) and all(each < 60 for each in told)
    busiest = busiest_second([at for at, _chat in counted.sends])
    return [
        Line(f"{name}: asked within their own minute", "all", _spelt(list(late.values()), len(asked)), kept),
        Line(f"{name}: parents told within a minute of the tap", "all", _spelt(told, 2 * len(asked)), all_told),
        at_most(f"{name}: messages in the busiest second", RATE, busiest, "", 0),
    ]


def _spelt(after: list[float], wanted: int) -> str:
    return f"{len(after):,} of {wanted:,}, the last after {max(after, default=0.0):.0f} s"
