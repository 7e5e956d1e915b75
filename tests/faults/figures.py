"""What a fault has cost: counted, not claimed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Table, func, select

from bot.db.tables import inbox, outbox
from bot.db.transaction import Tx
from bot.domain.local_time import local
from bot.domain.notifications import Lane, Notification
from bot.domain.outages import GapTold
from bot.queries.circle import people
from bot.services.notifications import notify
from bot.simulator.cast import PersonSpec
from bot.simulator.updates import FIRST_ID
from tests.conftest import NOON
from tests.homeline import Homeline

HEAD = ("fault", "messages", "lost", "twice", "unknown", "what people see")


@dataclass(frozen=True)
class Figures:
    """One line of the table; `unknown` counts sends whose outcome nobody could know.

    Of those, what Homeline began is left at that: what did not arrive is counted as lost, and no more than `left`.
    """

    fault: str
    messages: int
    lost: int
    twice: int
    unknown: int
    seen: str
    left: int = 0

    def as_row(self) -> list[Any]:
        """As a test report carries it."""
        return list(astuple(self))[:6]


def table(rows: Iterable[list[Any]]) -> str:
    """A line for each fault; tried on two databases, it shows the worse figures."""
    worst: dict[str, list[Any]] = {}
    for row in rows:
        known = worst.setdefault(row[0], row)
        worst[row[0]] = [row[0], *map(max, known[1:5], row[1:5]), row[5]]
    lines = [HEAD, *(tuple(map(str, row)) for row in worst.values())]
    widths = [max(len(line[place]) for line in lines) for place in range(5)]
    return "\n".join(_line(line, widths) for line in lines)


def _line(line: tuple[str, ...], widths: list[int]) -> str:
    numbers = (cell.rjust(width) for cell, width in zip(line[1:5], widths[1:], strict=True))
    return "  ".join((line[0].ljust(widths[0]), *numbers, line[5]))


async def put(home: Homeline, person: PersonSpec, number: int, lane: Lane, *, written: bool = False) -> str:
    """One notification like no other; the words that only it has on a phone."""
    begin = NOON + timedelta(minutes=number)

    def write(tx: Tx) -> str:
        found = people.by_telegram(tx, person.id)
        assert found is not None
        notify(tx, [Notification(found.id, GapTold(begin, NOON), lane, written=written)])
        return f"{local(begin, found.zone):%H:%M} until"

    return await home.app.store.run(write)


def arrived(home: Homeline, person: PersonSpec, words: Iterable[str]) -> tuple[int, int]:
    """How many of these notifications are missing on a phone, and how many stand there once too often."""
    counts = Counter(each for text in home.phone(person).texts for each in words if each in text)
    return sum(not counts[each] for each in words), sum(max(counts[each] - 1, 0) for each in words)


async def kept(home: Homeline) -> tuple[int, int, int]:
    """How many updates Telegram was given, how many it threw away, and how many are neither handled nor there."""
    given, expired = home.world.updates.next_id - FIRST_ID, home.world.updates.expired
    done = await home.app.store.run(lambda tx: tx.scalar(select(func.count()).where(inbox.c.state == "done")))
    return given, expired, given - expired - home.world.pending - int(done)


async def states(home: Homeline) -> Counter[str]:
    """How many rows of the outbox came to which end."""
    return await _counted(home, outbox)


async def inbox_states(home: Homeline) -> Counter[str]:
    """The same of the inbox."""
    return await _counted(home, inbox)


async def _counted(home: Homeline, table: Table) -> Counter[str]:
    found = select(table.c.state, func.count()).group_by(table.c.state)
    rows = [tuple(row) for row in await home.app.store.run(lambda tx: tx.all(found))]
    return Counter(dict(rows))
