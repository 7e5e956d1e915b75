"""Four weeks of a town, a quarter of an hour at a time."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.app import App
from bot.clock import StoppedClock
from bot.db.crypto import new_key
from bot.db.tables import outbox, person
from bot.db.transaction import Tx
from bot.domain.notifications import Lane
from bot.queries.circle import people
from bot.settings import Settings
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from bot.simulator.world import CallbackPress
from tests.databases import StoryFile, template_sqlite
from tests.in_process import parts_for
from tests.month.deeds import OF_HOME, Hand, Script
from tests.month.opening import open_all
from tests.month.town import NIGHT, Adult, Family
from tests.month.watch import Ledger
from tests.together import memory

TOKEN = "1234567:TEST"
BEGIN = datetime(2026, 10, 12, 9, tzinfo=UTC)  # Europe's clocks go back on the 25th
STEP = timedelta(minutes=15)
WEEKS = 4

Plan = tuple[datetime, Family, Adult, str]
Sent = dict[int, dict[int, tuple[Lane, list[str]]]]


@dataclass(frozen=True)
class Seen:
    """What was seen in four weeks."""

    begin: datetime
    town: list[Family]
    ledgers: dict[int, Ledger]


class Month:
    """The town and its Homeline."""

    def __init__(self, app: App, clock: StoppedClock, simulator: Simulator, town: list[Family]) -> None:
        self._app = app
        self._clock = clock
        self._world = simulator.world
        self._sent: Sent = {}
        self._presses: list[tuple[CallbackPress, Phone]] = []
        self.town = town
        self.ledgers = {
            adult.spec.id: Ledger(adult, adult in family.parents)
            for family in town
            for adult in (*family.parents, *family.guardians)
        }

    async def live(self) -> Seen:
        """The families come, and four weeks go by."""
        await open_all(self.town, self._world.phone, self._app.settle)
        await self._nights()
        self._look(set(self.ledgers))
        begin = self._clock.now()
        for day in range(1, 7 * WEEKS + 1):
            await self._day(day)
            await self._app.store.run(self._read)
        for number, ledger in self.ledgers.items():
            ledger.judge(self._sent.get(number, {}), begin)
            if ledger.parent:
                ledger.read(self._world.phone(ledger.adult.spec), begin)
        return Seen(begin, self.town, self.ledgers)

    async def _nights(self) -> None:
        """Who works by night says so."""

        def keep(tx: Tx) -> None:
            for each in self.ledgers.values():
                found = people.by_telegram(tx, each.adult.spec.id)
                if found is not None and each.adult.night != NIGHT:
                    start, end = each.adult.night
                    people.change(tx, found.id, quiet_from=start, quiet_until=end)

        await self._app.store.run(keep)

    async def _day(self, day: int) -> None:
        plans = sorted(self._plans(day), key=lambda plan: plan[0], reverse=True)
        end = self._clock.now() + timedelta(days=1)
        while self._clock.now() < end:
            self._clock.push(STEP)
            await self._app.settle()
            self._look(set())
            due = []
            while plans and plans[-1][0] <= self._clock.now():
                due.append(plans.pop())
            await self._act(due)

    def _plans(self, day: int) -> Iterator[Plan]:
        for family in self.town:
            today = self._clock.now().astimezone(ZoneInfo(family.zone)).date()
            for at, adult, deed in family.plan(day, today):
                yield at, family, adult, deed

    async def _act(self, due: list[Plan]) -> None:
        """All that is done in this quarter of an hour, side by side."""
        scripts: list[tuple[Adult, Script]] = []
        for _at, family, adult, deed in due:
            if deed in OF_HOME:
                family.heard.append(self._clock.now())
            scripts.append((adult, Hand(self._world.phone(adult.spec), self._note).do(deed)))
        while scripts:
            scripts = [each for each in scripts if next(each[1], "over") is None]
            await self._app.settle()
            for press, phone in self._presses:
                self.ledgers[phone.person.id].pressed(press, phone, self._clock.now())
            self._presses.clear()
            self._look({adult.spec.id for _at, _family, adult, _deed in due})

    def _note(self, press: CallbackPress, phone: Phone) -> None:
        self._presses.append((press, phone))

    def _look(self, acted: set[int]) -> None:
        for family in self.town:
            for adult in (*family.parents, *family.guardians):
                number = adult.spec.id
                self.ledgers[number].look(
                    family, self._world.phone(adult.spec), self._clock.now(), acted=number in acted
                )

    def _read(self, tx: Tx) -> None:
        """What has left since the last look, before it is forgotten."""
        query = (
            select(person.c.telegram_id, outbox.c.id, outbox.c.message_id, outbox.c.lane, outbox.c.payload)
            .join(person, person.c.id == outbox.c.person_id)
            .where(outbox.c.message_id.is_not(None), outbox.c.state == "sent")
        )
        for row in tx.all(query):
            kinds = [each["kind"] for each in row.payload.get("events", [])]
            self._sent.setdefault(row.telegram_id, {}).setdefault(row.message_id, (Lane(row.lane), kinds))


@asynccontextmanager
async def month_of(town: list[Family]) -> AsyncIterator[Month]:
    """A month of these families on a fresh SQLite, not lived yet."""
    keys = new_key()
    with tempfile.TemporaryDirectory(prefix="homeline-month-", dir=memory()) as folder:
        database = StoryFile(Path(folder) / "homeline.db", template_sqlite(Path(folder) / "template.db", keys))
        clock = StoppedClock(BEGIN)
        simulator = Simulator(clock.world, token=TOKEN)
        settings = Settings(token=TOKEN, database_url=database.url, keys=keys, rate=0)
        app = App(replace(settings, api_url=simulator.url), clock, long_poll=0, parts=parts_for(simulator, database))
        await app.open()
        try:
            yield Month(app, clock, simulator, town)
        finally:
            await app.close()


async def lived(town: list[Family]) -> Seen:
    """A month of these families, from its first day to its last."""
    async with month_of(town) as month:
        return await month.live()


def run(town: list[Family]) -> Seen:
    """As `lived`, for who has no loop."""
    return asyncio.run(lived(town))
