"""A whole Homeline for each test: the simulator, the bot as its client, a fresh database of either kind."""

import atexit
import gc
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import tests.branches  # before anything of Homeline is loaded
import tests.compiled  # noqa: F401 - from here on engines share what they have compiled
from bot.clock import StoppedClock
from bot.db.store import Store, store_for
from bot.settings import Settings
from bot.simulator.server import Simulator
from tests import freed_memory
from tests.both_databases import refused_by, thin_out
from tests.databases import (
    Database,
    Postgres,
    PostgresDatabase,
    SqliteFile,
    StoryDatabase,
    StoryFile,
    shared_postgres,
    template_sqlite,
)
from tests.homeline import Homeline
from tests.in_process import parts_for
from tests.kinds import rooms
from tests.leaving_out import leave_out, summary
from tests.simulator.botapi_facts import check_all
from tests.together import KEYS, memory
from tests.whole_tables import read_whole

# A Monday afternoon in Dubai, evening in Anhui.
NOON = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TOKEN = "1234567:TEST"

# Where sockets and threads are what is tested; elsewhere a test that needs them is marked `wired`.
WIRED = {"attack", "bench", "browser", "crashes", "db", "doctor", "operations", "simulator", "telegram"}

# Each of these takes half a minute: what began last would be waited for alone.
LONG = {"browser", "crashes", "month", "year"}

# A whole Homeline lives in each test: looking for garbage every 700 objects takes a tenth of the time.
gc.set_threshold(50_000, 50, 20)
gc.disable()  # while everything is loaded
atexit.register(gc.freeze)  # nor is it looked through once more at the end
freed_memory.keep()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--both`: every conversation on both databases."""
    parser.addoption("--both", action="store_true", help="run every conversation on PostgreSQL, too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes longest begins first; what needs a program is left out where it is missing."""
    items.sort(key=lambda item: LONG.isdisjoint(rooms(item.path)))
    thin_out(config, items)
    leave_out(config, items)


def pytest_collection_finish() -> None:
    """What has been loaded until now stays: nobody needs to look through it for garbage."""
    gc.freeze()
    gc.enable()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly what was left out."""
    for words in summary():
        terminalreporter.write_line(words, yellow=True)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file, copied for each test."""
    return template_sqlite(tmp_path_factory.mktemp("template") / "homeline.db", KEYS)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of this run's own, started on first use and stopped at the end."""
    with shared_postgres() as server:
        yield server
        assert not refused_by(server.url(server.create()))


def _is_wired(request: pytest.FixtureRequest) -> bool:
    return bool(WIRED.intersection(rooms(request.path)) or request.node.get_closest_marker("wired"))


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A fresh, migrated database, of one kind and then of the other."""
    told = "home" in request.fixturenames and not _is_wired(request)
    if request.param == "sqlite":
        with tempfile.TemporaryDirectory(prefix="homeline-", dir=memory()) as folder:
            kind = StoryFile if told else SqliteFile
            yield kind(Path(folder) / "homeline.db", request.getfixturevalue("sqlite_template"))
    elif told:
        yield StoryDatabase(request.getfixturevalue("postgres"))
    else:
        found = PostgresDatabase(request.getfixturevalue("postgres"))
        yield found
        found.drop()


@pytest.fixture
def database_url(database: Database) -> str:
    """Where the test's database is."""
    return database.url


@pytest.fixture
def clock() -> StoppedClock:
    """Stands at noon in Anhui's afternoon until a test moves it."""
    return StoppedClock(NOON)


@pytest.fixture
def settings(database_url: str) -> Settings:
    """Settings without pacing; the simulator's address is filled in by who starts it."""
    return Settings(token=TOKEN, database_url=database_url, keys=KEYS, rate=0)


@pytest.fixture
async def store(settings: Settings, clock: StoppedClock) -> AsyncIterator[Store]:
    """An open store on a fresh database, without a bot around it."""
    opened = store_for(settings, clock)
    await opened.open()
    try:
        yield opened
    finally:
        await opened.close()


@pytest.fixture
async def home(
    request: pytest.FixtureRequest,
    settings: Settings,
    clock: StoppedClock,
    database: Database,
    sqlite_template: Path,
) -> AsyncIterator[Homeline]:
    """Homeline and the phones around it; every request of the bot is one that Bot API 10.3 takes."""
    simulator = Simulator(clock.world, token=TOKEN)
    parts = parts_for(simulator, database) if isinstance(database, StoryFile | StoryDatabase) else None
    if parts is None:
        await simulator.start()
    homeline = Homeline(settings, clock, simulator, database, parts)
    await homeline.open()
    if "monkeypatch" in request.fixturenames:
        homeline.beginning.over()  # what changed code makes of a step is nobody else's, nor the other way round
    try:
        yield homeline
    finally:
        await homeline.end()
        await simulator.stop()
    check_all(simulator, homeline.beginning.copied)
    assert not read_whole(sqlite_template)
