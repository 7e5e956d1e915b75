"""Messages through the outbox, encrypted and durable, without a limit: against PTB sending them directly."""

import asyncio
from typing import Any

from bot.db.tables import outbox, person
from bot.domain.notifications import Lane, dump
from bot.domain.screens import HelpShown
from tests.bench import home, rivals
from tests.bench.line import Line, at_least, median
from tests.bench.next_door import NextDoor, next_door

RUNS = 3
SIZES = (1_000, 3_000, 10_000)
THEIRS = 1_000
TIMES, A_SECOND = 4.0, 1_000
HOW = "Sends: SQLite, no pacing; PTB sends 1,000 messages of the same length from memory, in the same minutes."
TEXT = "What do you need?\n\nHomeline cannot call for help, and nobody watches this chat." * 2
MARKUP = {
    "inline_keyboard": [[{"text": "🏠 Home", "callback_data": "home"}, {"text": "☂️ Help", "callback_data": "help"}]]
}


async def homeline(door: NextDoor, count: int) -> float:
    """Messages a second, from the moment the loops begin to the last request."""
    with home.settings(door.url) as settings:
        async with home.opened(settings) as app:
            await home.add_rows(app, person, [home.person_row(each) for each in range(1, count + 1)])
            await home.add_rows(app, outbox, [_row(each) for each in range(1, count + 1)])
            door.begin()
            async with home.running(app):
                return await _rate(door, count)


def _row(number: int) -> dict[str, Any]:
    row = {"chat": number, "person_id": number, "lane": int(Lane.NOTICE), "state": "pending", "retry_if_unknown": True}
    times = {"due_at": home.LONG_AGO, "created_at": home.LONG_AGO}
    return {**row, **times, "payload": {"events": [dump(HelpShown("how"))]}}


async def ptb(door: NextDoor, count: int) -> float:
    """The same number of messages of the same length, from memory."""
    door.begin()
    await rivals.ptb_sends(door.url, count, TEXT, MARKUP)
    return await _rate(door, count)


async def _rate(door: NextDoor, count: int) -> float:
    sends = (await asyncio.to_thread(door.counted, count)).sends
    assert len(sends) == count, f"{len(sends)} of {count} messages came"
    return (count - 1) / (sends[-1][0] - sends[0][0])


def measure(*, quick: bool) -> list[Line]:
    """Three sizes, each against what PTB reached in the same run."""
    sizes = (50, 100) if quick else SIZES
    ours: dict[int, list[float]] = {size: [] for size in sizes}
    theirs: list[float] = []
    times: dict[int, list[float]] = {size: [] for size in sizes}
    with next_door() as door:
        for _ in range(1 if quick else RUNS):
            theirs.append(asyncio.run(ptb(door, 50 if quick else THEIRS)))
            for size in sizes:
                ours[size].append(asyncio.run(homeline(door, size)))
                times[size].append(ours[size][-1] / theirs[-1])
    lines = []
    for size in sizes:
        lines.append(at_least(f"sends through an outbox of {size:,}", A_SECOND, median(ours[size]), "/s"))
        beside = f"… against PTB's httpx sending directly ({median(theirs):,.0f}/s)"
        lines.append(at_least(beside, TIMES, median(times[size]), "×", 1))
    return lines
