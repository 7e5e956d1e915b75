"""Updates handled durably, each answered once: against bare echo bots that keep nothing."""

import asyncio

from tests.bench import home, rivals
from tests.bench.line import Line, median
from tests.bench.next_door import NextDoor, next_door

RUNS = 3
CHATS = 500
FAR = 0.04
# How many updates each is given; a bare bot that waits for each answer gets no further than 25 a second from far away.
NEAR, THEIRS_FAR = 2_000, 60


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
    share = 20 if quick else 1
    runs = 1 if quick else RUNS
    return [
        *_beside("Telegram next door", 0.0, NEAR // share, NEAR // share, 1.0, runs),
        *_beside("Telegram 40 ms away", FAR, NEAR // share, THEIRS_FAR // min(share, 3), 10.0, runs),
    ]


def _beside(where: str, away: float, ours: int, theirs: int, times: float, runs: int) -> list[Line]:
    rates: dict[str, list[float]] = {"homeline": [], "ptb": [], "aiogram": []}
    with next_door(away) as door:
        for _ in range(runs):
            rates["homeline"].append(asyncio.run(homeline(door, ours)))
            rates["ptb"].append(asyncio.run(_theirs(rivals.ptb_echo, door, theirs)))
            rates["aiogram"].append(asyncio.run(_theirs(rivals.aiogram_echo, door, ours)))
    mine, ptb, aiogram = (median(each) for each in rates.values())
    found = f"{mine / ptb:.1f} × ({mine:,.0f}/s, the bare bot {ptb:,.0f}/s, aiogram's {aiogram:,.0f}/s)"
    words = f"updates handled durably and answered, {where}, against a bare PTB echo bot"
    return [Line(words, f"≥ {times:g} ×", found, mine >= times * ptb)]
