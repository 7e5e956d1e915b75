"""PostgreSQL's connections fall silent and stay open, as after a fail-over: work goes on soon, and happens once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot import loop
from bot.app import App
from bot.clock import StoppedClock, stopwatch
from bot.db import connections
from bot.db.availability import is_away
from bot.db.crypto import parse_keys
from bot.db.postgres import PostgresStore
from bot.db.transaction import Tx
from bot.domain.notifications import Lane
from bot.loop import WakeUp
from bot.simulator.cast import FANG, MEI
from tests.databases import Database
from tests.faults.conftest import Note
from tests.faults.figures import Figures, arrived, inbox_states, put, states
from tests.homeline import Homeline
from tests.tcp_line import Line
from tests.together import KEYS

pytestmark = [pytest.mark.wired, pytest.mark.parametrize("database", ["postgresql"], indirect=True)]
GRANDMA = replace(FANG, language_code="en")


@pytest.fixture
async def cut(home: Homeline) -> AsyncIterator[tuple[Homeline, Line]]:
    """A family, whose Homeline goes on behind a line that can fall silent."""
    await home.joined(GRANDMA, await home.child(), "👵")
    await home.app.close()
    async with Line(home.settings.database_url) as line:
        settings = replace(home.settings, api_url=home.simulator.url, database_url=line.database_url)
        home.app = App(settings, home.clock, long_poll=0)
        await home.app.open()
        await home.app.contact.heard()
        yield home, line
        await home.app.close()


async def until(holds: Callable[[], bool], within: float) -> None:
    async with asyncio.timeout(within):
        while not holds():
            await WakeUp().wait(0.02)


async def test_work_goes_on_soon_after_every_connection_fell_silent(cut: tuple[Homeline, Line], note: Note) -> None:
    home, line = cut
    mei, fang = home.phone(MEI), home.phone(FANG)
    stopped = asyncio.Event()
    running = asyncio.create_task(home.app.run(stopped))
    before, alerts = len(fang.texts), sum("🤒" in each for each in mei.texts)
    fang.tap("🤒")
    await until(lambda: len(fang.texts) > before, 20)

    fell, number = stopwatch(), line.silence(everything=True)  # queries under way, idle ones, and the one that listens
    assert number > 2
    home.clock.push(timedelta(seconds=61))  # the alert may leave now
    fang.tap("🏠")
    before = len(fang.texts)
    await WakeUp().wait(2)
    line.speak()
    await until(lambda: sum("🤒" in each for each in mei.texts) > alerts, 30)
    took = stopwatch() - fell
    await until(lambda: len(fang.texts) > before, 30 - took)
    assert home.app.store.session is not None  # it listens again
    stopped.set()
    await asyncio.wait_for(running, 10)

    assert sum("🤒" in each for each in mei.texts) == alerts + 1
    assert (await inbox_states(home))["parked"] == 0
    note(Figures("PostgreSQL's connections fall silent", 2, 0, 0, 0, f"the alert, {took:.0f} s later"))


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same waits, twenty times as short."""
    for name in ("STATEMENT", "COMMAND", "RESTED", "TRIAL"):
        monkeypatch.setattr(connections, name, getattr(connections, name) / 20)
    monkeypatch.setattr(loop, "REST_AFTER_ERROR", 0.05)


@pytest.fixture
async def behind(
    hasty: None,
    database: Database,
    clock: StoppedClock,
) -> AsyncIterator[tuple[PostgresStore, Line]]:
    """A store alone behind such a line, which ends in time whatever it has been through."""
    async with Line(database.url) as line:
        store = PostgresStore(line.database_url, parse_keys(KEYS), clock)
        await store.open()
        yield store, line
        await asyncio.wait_for(store.close(), 2 * connections.GOODBYE)


class Losing:
    """COMMIT gets lost on its way, or its answer does."""

    def __init__(self, app: App, line: Line, at: str) -> None:
        self._app = app
        self._line = line
        self._at = at

    async def commit_of(self, part: Callable[[], Awaitable[object]]) -> None:
        """Once in what this part does; then the part does it again."""
        await self._app.look()  # a machine that is slow here keeps its watches
        setattr(self._line, self._at, b"COMMIT")
        for _ in range(3):
            try:
                await part()
            except (OSError, SQLAlchemyError) as error:
                if not is_away(error):
                    raise
        assert not getattr(self._line, self._at), "no COMMIT was on its way"


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize(("at", "what"), [("swallow", "COMMIT"), ("keep", "the answer to COMMIT")])
async def test_what_may_have_been_committed_happens_once(
    cut: tuple[Homeline, Line], note: Note, at: str, what: str
) -> None:
    home, line = cut
    app, mei, losing = home.app, home.phone(MEI), Losing(home.app, line, at)
    alerts = sum("🤒" in each for each in mei.texts)
    home.phone(FANG).tap("🤒")
    for part in (app.poller.step, app.consumer.step):
        await losing.commit_of(part)
    words = [await put(home, MEI, 10, Lane.ROUTINE), await put(home, MEI, 11, Lane.NOTICE, written=True)]
    await losing.commit_of(app.sender.step)  # of claiming it
    await home.settle()
    words.append(await put(home, MEI, 12, Lane.ROUTINE))
    assert await app.sender.step() == 1
    setattr(line, at, b"COMMIT")  # of writing down that it was sent
    await app.sender.drain()
    assert not getattr(line, at)
    home.clock.push(timedelta(seconds=61))  # the alert may leave now
    await losing.commit_of(app.tick)
    await losing.commit_of(app.sender.step)
    await home.settle()

    assert sum("🤒" in each for each in mei.texts) == alerts + 1
    assert arrived(home, MEI, words) == (0, 0)
    assert (await inbox_states(home)).keys() == {"done"}
    ends = await states(home)
    assert not ends["unknown"] + ends["pending"] + ends["sending"]
    note(Figures(f"PostgreSQL falls silent: {what} is lost", 5, 0, 0, 0, "everything, once"))


async def test_what_has_rested_is_tried_before_it_is_relied_on(behind: tuple[PostgresStore, Line]) -> None:
    store, line = behind
    await asyncio.gather(*(store.run(lambda tx: tx.scalar(text("SELECT 1"))) for _ in range(4)))
    assert line.silence() > 1
    await WakeUp().wait(connections.RESTED)
    for _ in range(4):
        await store.run(lambda tx: tx.now)  # raises nothing: another connection was opened instead


async def test_what_the_driver_clears_away_in_between_is_not_waited_for_either(
    behind: tuple[PostgresStore, Line],
) -> None:
    store, line = behind

    def forgets_statements(tx: Tx) -> None:
        line.swallow = b"C\0\0\0"  # the driver closes a statement that it has forgotten
        for number in range(400):  # more than it keeps
            tx.scalar(text(f"SELECT {number}"))

    with pytest.raises(DBAPIError) as error:
        await asyncio.wait_for(store.run(forgets_statements), 3 * connections.COMMAND + 5)
    assert is_away(error.value)
    await store.run(lambda tx: tx.now)  # raises nothing


async def test_the_locks_of_a_connection_that_fell_silent_in_the_middle_of_a_statement_are_given_back(
    behind: tuple[PostgresStore, Line],
) -> None:
    store, line = behind

    def locks(tx: Tx) -> None:
        tx.scalar(text("SELECT pg_advisory_xact_lock(7)"))

    def falls_silent(tx: Tx) -> None:
        locks(tx)
        line.swallow = b"E\0\0\0\x09"  # the server has heard what it will be asked, and not that it is asked
        tx.scalar(text("SELECT 1 AS something_new"))

    with pytest.raises(TimeoutError):
        await store.run(falls_silent)
    assert not line.swallow
    await store.run(locks)  # raises nothing: nobody has the lock any more
