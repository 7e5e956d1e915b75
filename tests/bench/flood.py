"""A flood in front of the danger card: thirty strangers send two hundred letters each, guardians tap 🤒 meanwhile.

A card's delay runs from its tap's commit, as the poller makes it, to the request; an alert's as in `alerts`. Half of
the letters come at once, the rest a hundred a second.
"""

import asyncio
import json
import random
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Any

from bot.app import App
from bot.clock import stopwatch
from bot.db.tables import child, inbox, member, person
from bot.db.transaction import Tx
from bot.delivery.inbox import Received, receive
from bot.loop import WakeUp
from tests.bench import home
from tests.bench.alerts import A_SECOND, RATE, SEED, Database, raise_alerts
from tests.bench.figures import SENDING, busiest_second, percentile
from tests.bench.line import Line, at_most
from tests.bench.simulator import Telegram, telegram

STRANGERS, EACH = 30, 200
CARDS, ALERTS = 30, 30
CARD, P99 = 1_000.0, 45.0
A_BATCH = 100
HOW = "Flood: 30 strangers, 200 letters of the alphabet from each; 28 messages a second, Telegram's limits."


async def homeline(
    url: str, each: int, cards: int, alerts: int, database: Database = home.settings
) -> tuple[dict[int, float], dict[int, float]]:
    """When each 🤒 and each alert was committed, by chat: guardians, then those alerted, then the strangers."""
    known = range(1, cards + alerts + 1)
    with database(url, RATE) as settings:
        async with home.opened(settings) as app:
            await home.add_rows(app, person, [home.person_row(chat) for chat in range(1, len(known) + STRANGERS + 1)])
            later = home.LONG_AGO.replace(year=2090)
            await home.add_rows(app, child, [home.child_row(chat, 1080, later) for chat in known[:cards]])
            await home.add_rows(app, member, [_guardian(chat) for chat in known[:cards]])
            letters = _batches(_letters(len(known), each))
            async with home.running(app):
                for _ in range(STRANGERS * each // A_BATCH // 2):
                    await app.store.run(partial(_receive, updates=next(letters)))
                keeps_on = asyncio.create_task(_keep_on(app, letters))
                tapped = await _tap(app, known[:cards])
                raised = await raise_alerts(app, known[cards:])
                keeps_on.cancel()
                await _handled(app)
            return tapped, raised


async def _keep_on(app: App, letters: Iterator[tuple[Received, ...]]) -> None:
    for some in letters:
        await app.store.run(partial(_receive, updates=some))
        await WakeUp().wait(1.0)


async def _tap(app: App, chats: range) -> dict[int, float]:
    rng = random.Random(SEED)
    tapped = {}
    for chat in chats:
        tapped[chat] = await app.store.run(partial(_receive, updates=(_said(chat, 0, "🤒"),)))
        await WakeUp().wait(rng.uniform(0.05, 1.2))
    return tapped


async def _handled(app: App) -> None:
    while await app.store.run(lambda tx: tx.scalar(inbox.select().where(inbox.c.state == "new").limit(1))):
        await WakeUp().wait(0.1)


def _batches(letters: Iterator[Received]) -> Iterator[tuple[Received, ...]]:
    while some := tuple(islice(letters, A_BATCH)):
        yield some


def _receive(tx: Tx, updates: tuple[Received, ...]) -> float:
    receive(tx, list(updates))
    return stopwatch()


def _letters(known: int, each: int) -> Iterator[Received]:
    return (_said(known + chat, number, "x") for number in range(1, each + 1) for chat in range(1, STRANGERS + 1))


def _said(chat: int, number: int, text: str) -> Received:
    who = {"id": chat, "is_bot": False, "first_name": f"Reader {chat}", "language_code": "en"}
    place = {"id": chat, "type": "private"}
    said = {"message_id": number + 1, "date": 1, "chat": place, "from": who, "text": text}
    number = 10_000_000 + chat * 1_000 + number
    return Received(number, chat, json.dumps({"update_id": number, "message": said}))


def _guardian(number: int) -> dict[str, Any]:
    row = {"child_id": number, "person_id": number, "role": "guardian", "kin": "grandmother"}
    return {**row, "called": "Grandma", "state": "active", "at_home": True, "joined_at": home.LONG_AGO}


def _run(server: Telegram, each: int, cards: int, alerts: int, where: str, database: Database) -> list[Line]:
    tapped, raised = asyncio.run(homeline(server.url, each, cards, alerts, database))
    sent = [each for each in server.seen() if each[1] == SENDING]
    came: dict[int, float] = {}
    for at, _method, chat, ok, _error in sent:
        if ok:
            came.setdefault(chat, at)
    late = {chat: (came[chat] - at) * 1000 for chat, at in (tapped | raised).items() if chat in came}
    by_card, by_alert = sorted(late[each] for each in tapped), sorted(late[each] for each in raised)
    name = f"flood of {STRANGERS} × {each:,} letters{where}"
    floods, busiest = sum("Too Many Requests" in each[4] for each in sent), busiest_second([each[0] for each in sent])
    kept = len(late) == cards + alerts and not floods and busiest <= A_SECOND
    said = f"{len(late)}, {floods}, {busiest}; card p50 {percentile(by_card, 50):.0f} ms"
    return [
        at_most(f"{name}: danger card, tap's commit to request, the last of {cards}", CARD, by_card[-1], "ms"),
        at_most(f"{name}: alert, commit to request, p99 of {alerts}", P99, percentile(by_alert, 99), "ms"),
        Line(
            "… that arrived, 429 answers, messages in the busiest second",
            f"{cards + alerts}, 0, ≤ {A_SECOND}",
            said,
            kept,
        ),
    ]


def measure(*, quick: bool) -> list[Line]:
    """On SQLite, and on PostgreSQL."""
    each, cards, alerts = (10, 2, 2) if quick else (EACH, CARDS, ALERTS)
    lines: list[Line] = []
    for where, database in (("", home.settings), (" on PostgreSQL", home.on_postgres)):
        with telegram(cards + alerts + STRANGERS) as server:
            lines += _run(server, each, cards, alerts, where, database)
    return lines
