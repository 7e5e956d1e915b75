"""Urgent overtakes bulk: 10,000 bulk messages wait, 100 alerts are raised while they go out.

A delay runs from the end of the unit of work that tells, just before its commit, to the request reaching the simulator,
which enforces Telegram's limits in a process of its own. Both clocks are the machine's one stopwatch.
"""

import argparse
import asyncio
import contextlib
import logging
import random
import sys
import tempfile
from functools import partial
from pathlib import Path

from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ExtBot

from bot import log
from bot.app import App
from bot.clock import SystemClock, stopwatch
from bot.domain.screens import HelpShown
from bot.domain.tell import Lane, Tell
from bot.loop import Bell
from bot.settings import Settings
from bot.storage import people
from bot.storage.crypto import new_key
from bot.storage.tellings import tell
from bot.storage.transaction import Tx
from bot.telegram.client import AiohttpRequest
from tests.bench.figures import Figures, figures, table
from tests.bench.simulator import TOKEN, Telegram, telegram

BULK = 10_000
ALERTS = 100
P50, P99, A_SECOND = 30.0, 80.0, 28
# PTB's limiter has one queue: 10,000 messages would hold an alert for six minutes, so it is given 900.
THEIR_BULK = 900
CHUNK = 500
# Between one alert that has left and the next, in seconds.
LONGEST_GAP = 1.5


async def homeline(url: str, rng: random.Random, raised: dict[int, float]) -> None:
    """The whole application, as `homeline run` composes it."""
    with tempfile.TemporaryDirectory(prefix="homeline-bench-") as folder:
        database = f"sqlite:///{Path(folder) / 'homeline.db'}"
        app = App(Settings(token=TOKEN, api_url=url, database_url=database, keys=new_key()), SystemClock())
        await app.open()
        for start in range(1, BULK + ALERTS + 1, CHUNK):
            numbers = range(start, min(start + CHUNK, BULK + ALERTS + 1))
            await app.store.run(partial(_seed, chats=numbers))
        stopped = asyncio.Event()
        running = asyncio.create_task(app.run(stopped))
        for chat in range(BULK + 1, BULK + ALERTS + 1):
            await Bell().wait(rng.uniform(0.05, LONGEST_GAP))
            raised[chat] = await app.store.run(partial(_alert, chat=chat))
            await _left(app)
        stopped.set()
        await running
        await app.close()


def _seed(tx: Tx, chats: range) -> None:
    for chat in chats:
        person = people.add(tx, chat, f"Reader {chat}", "en")
        if chat <= BULK:
            tell(tx, [Tell(person.id, HelpShown("how"), Lane.BULK)])


def _alert(tx: Tx, chat: int) -> float:
    reader = people.by_telegram(tx, chat)
    assert reader is not None
    tell(tx, [Tell(reader.id, HelpShown("emergency"), Lane.URGENT)])
    return stopwatch()


async def _left(app: App) -> None:
    """Until a request has come to its end: the alert's, or one just before it."""
    app.sender.landed.clear()
    await asyncio.wait_for(app.sender.landed.wait(), 10)


async def rate_limiter(url: str, rng: random.Random, raised: dict[int, float]) -> None:
    """python-telegram-bot's own limiter, over the same HTTP client."""
    bot = ExtBot(TOKEN, base_url=f"{url}/bot", request=AiohttpRequest(), rate_limiter=AIORateLimiter())
    await bot.initialize()

    async def send(chat: int, text: str) -> None:
        with contextlib.suppress(TelegramError):
            await bot.send_message(chat, text)

    tasks = [asyncio.create_task(send(chat, "An idea for the weekend")) for chat in range(1, THEIR_BULK + 1)]
    for chat in range(BULK + 1, BULK + ALERTS + 1):
        await Bell().wait(rng.uniform(0.0, 0.1))
        raised[chat] = stopwatch()
        tasks.append(asyncio.create_task(send(chat, "Lily has a fever")))
    await asyncio.wait_for(asyncio.gather(*tasks), 90)
    await bot.shutdown()


def measure(name: str, work: object, seed: int, server: Telegram) -> Figures:
    """One run and its figures."""
    raised: dict[int, float] = {}
    asyncio.run(work(server.url, random.Random(seed), raised))  # type: ignore[operator] # either of the two above
    return figures(name, raised, server.seen())


def missed(ours: Figures) -> list[str]:
    """What falls short of what is promised."""
    checks = {
        f"{ours.alerts} of {ALERTS} alerts arrived": ours.alerts == ALERTS,
        f"p50 is {ours.p50:.1f} ms, not at most {P50:.0f}": ours.p50 <= P50,
        f"p99 is {ours.p99:.1f} ms, not at most {P99:.0f}": ours.p99 <= P99,
        f"{ours.floods} answers were 429": not ours.floods,
        f"{ours.busiest} messages left within a second, not at most {A_SECOND}": ours.busiest <= A_SECOND,
    }
    return [words for words, kept in checks.items() if not kept]


def main() -> int:
    """Both runs; 1 when a figure is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10_000))
    parser.add_argument("--ours-only", action="store_true")
    wanted = parser.parse_args()
    log.configure("WARNING")
    logging.getLogger("telegram").setLevel(logging.CRITICAL)  # their refusals are counted, not printed
    print(f"seed {wanted.seed}: {BULK} bulk messages wait, {ALERTS} alerts overtake them", flush=True)
    with telegram() as server:
        rows = [measure("Homeline", homeline, wanted.seed, server)]
    if not wanted.ours_only:
        with telegram() as server:
            rows.append(measure(f"AIORateLimiter ({THEIR_BULK})", rate_limiter, wanted.seed, server))
    print(table(rows))
    for words in (short := missed(rows[0])):
        print(f"missed: {words}")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
