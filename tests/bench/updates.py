"""Updates handled durably, each answered once: against bare echo bots that keep nothing."""

import asyncio

from tests.bench import home, rival_aiogram, rivals
from tests.bench.line import Line, median
from tests.bench.next_door import NextDoor, next_door

# Next door a run takes a second or two, and differs from the next by a tenth: of three the median is chance.
RUNS, RUNS_FAR = 9, 3
CHATS = 500
FAR = 0.04
SIZES = (1_000, 2_000, 4_000)
# How many updates a bare bot is given; one that waits for each answer handles no more than 25 a second from far away.
THEIRS, THEIRS_FAR = 1_000, 60
HOW = (
    "Updates: SQLite, 500 chats, no pacing; the bare bots keep nothing, and run by turns with ours: nine times next"
    " door, three times 40 ms away; medians of what each turn comes to."
)


async def homeline(door: NextDoor, count: int) -> float:
    """Updates a second, from the first batch given to the last answer."""
    with home.settings(door.url) as settings:
        async with home.opened(settings) as app:
            await home.add_people(app, CHATS)
            door.begin(count, CHATS)
            async with home.running(app):
                return await _rate(door, count)


async def _rate(door: NextDoor, count: int) -> float:
    counted = await asyncio.to_thread(door.counted, count)
    replies = len(counted.sends)
    assert replies == count, f"{replies} replies to {count} updates"
    return count / (counted.sends[-1][0] - counted.given_at)


async def _theirs(echo: rivals.Echo, door: NextDoor, count: int) -> float:
    door.begin(count, CHATS)
    found: list[float] = []

    async def done() -> None:
        found.append(await _rate(door, count))

    await echo(door.url, done)
    return found[0]


def measure(*, quick: bool) -> list[Line]:
    """Next door and 40 ms away."""
    sizes = (50, 100) if quick else SIZES
    return [
        *_beside("next door", 0.0, sizes, 50 if quick else THEIRS, 1.3, 1 if quick else RUNS),
        *_beside("40 ms away", FAR, sizes, 20 if quick else THEIRS_FAR, 10.0, 1 if quick else RUNS_FAR),
    ]


def _beside(where: str, away: float, sizes: tuple[int, ...], theirs: int, times: float, runs: int) -> list[Line]:
    ours: dict[int, list[float]] = {size: [] for size in sizes}
    ptb, aiogram, ratios = [], [], {size: list[float]() for size in sizes}
    with next_door(away) as door:
        for _ in range(runs):
            ptb.append(asyncio.run(_theirs(rivals.ptb_echo, door, theirs)))
            aiogram.append(asyncio.run(_theirs(rival_aiogram.aiogram_echo, door, sizes[0])))
            for size in sizes:
                ours[size].append(asyncio.run(homeline(door, size)))
                ratios[size].append(ours[size][-1] / ptb[-1])
    beside = f"the bare bot {median(ptb):,.0f}/s, aiogram's {median(aiogram):,.0f}/s"
    return [
        Line(
            f"{size:,} updates handled durably and answered, Telegram {where}, against a bare PTB echo bot",
            f"≥ {times:g} ×",
            f"{median(ratios[size]):.2f} × ({median(ours[size]):,.0f}/s, {beside})",
            median(ratios[size]) >= times,
        )
        for size in sizes
    ]
