"""An alert's delay against the queue in front of it, ours and that of PTB's own limiter: what the plot shows.

Ours is filled up to its length just before each alert, since it drains meanwhile; theirs is filled once.
"""

import random
from itertools import count, islice

from sqlalchemy import func, select

from bot.db.tables import outbox, person
from bot.db.transaction import Tx
from bot.domain.notifications import Lane
from bot.loop import WakeUp
from tests.bench import home
from tests.bench.alerts import P50, RATE, SENT, bulk_row, raise_alerts, run
from tests.bench.figures import Figures
from tests.bench.line import Line, Point
from tests.bench.rivals import ptb_limited
from tests.bench.simulator import telegram

SIZES = (0, 10, 100, 1_000, 10_000)
# Behind 10,000 their alert would take six minutes.
THEIR_SIZES = (0, 10, 100, 1_000, 3_000)
ALERTS, THEIR_ALERTS = 30, 10
# So many more readers than messages that nobody is written to twice within a few seconds.
SPARE = 500
SLOWEST = 80.0
OURS, THEIRS = "Homeline", "PTB's AIORateLimiter"
HOW = (
    "Queues: SQLite, Telegram's limits; 30 alerts of ours, each behind a queue filled up to its length just before; "
    "10 of PTB's, within a second after its queue was filled."
)
_WAITING = select(func.count()).where(outbox.c.state == "pending", outbox.c.lane == int(Lane.BULK))


async def homeline(url: str, queue: int, alerts: int) -> dict[int, float]:
    """The whole application, with `queue` messages waiting in front of each alert; when each was raised, by chat."""
    readers = queue + SPARE
    numbers = count()

    def fill(tx: Tx) -> None:
        missing = queue - (tx.scalar(_WAITING) or 0)
        tx.add_all(outbox, [bulk_row(1 + each % readers) for each in islice(numbers, max(missing, 0))])
        tx.woke.add("outbox")

    async def filled() -> None:
        await app.store.run(fill)
        await WakeUp().wait(random.uniform(0.0, 1 / RATE))  # the alert comes at any moment between two messages

    with home.settings(url, RATE) as settings:
        async with home.opened(settings) as app:
            await home.add_rows(app, person, [home.person_row(each) for each in range(1, readers + alerts + 1)])
            sent = (home.sent_row(each, 1 + each % readers) for each in range(readers * SENT))
            await home.add_rows(app, outbox, list(sent))
            await filled()
            async with home.running(app):
                return await raise_alerts(app, range(readers + 1, readers + alerts + 1), filled)


def measure(*, quick: bool) -> list[Line]:
    """Ours behind each length, then theirs."""
    alerts, their_alerts = (2, 2) if quick else (ALERTS, THEIR_ALERTS)
    lines = []
    for queue in (10,) if quick else SIZES:
        with telegram(queue + SPARE + alerts) as server:
            found = run(OURS, homeline, server, queue, alerts)
        kept = found.alerts == alerts and not found.floods and found.p50 <= P50 and found.worst <= SLOWEST
        lines.append(_line(found, queue, f"p50 ≤ {P50:g}, the slowest ≤ {SLOWEST:g} ms", kept=kept))
    for queue in (10,) if quick else THEIR_SIZES:
        with telegram(queue + their_alerts) as server:
            lines.append(_line(run(THEIRS, ptb_limited, server, queue, their_alerts), queue, ""))
    return lines


def _line(found: Figures, queue: int, must: str, *, kept: bool = True) -> Line:
    said = f"{found.p50:,.1f} and {found.worst:,.1f} ms; {found.alerts}, {found.floods}"
    name = f"{found.name}, an alert behind a queue of {queue:,}: p50 and the slowest; alerts that arrived, 429 answers"
    point = Point(found.name, queue, round(found.p50, 1), round(found.worst, 1)) if found.alerts else None
    return Line(name, must, said, kept, point)
