"""PostgreSQL restarts under load, three times: what Telegram has brought is handled once, what is told arrives."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot import loop
from bot.app import App
from bot.clock import StoppedClock
from bot.db.availability import is_away
from bot.domain.notifications import Lane
from bot.loop import WakeUp
from bot.settings import Settings
from bot.simulator.cast import FANG, IVAN, JUN, LI, MEI
from bot.simulator.server import Simulator
from tests.conftest import NOON, TOKEN
from tests.databases import Postgres, PostgresDatabase
from tests.faults.conftest import Note
from tests.faults.figures import Figures, inbox_states, kept, put, states
from tests.homeline import Homeline
from tests.together import KEYS

pytestmark = pytest.mark.wired

PEOPLE = [replace(each, language_code="en") for each in (MEI, FANG, JUN, LI, IVAN)]
ROUNDS = 3
A_ROUND = 40


@pytest.fixture
async def served(clock: StoppedClock, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Homeline, Postgres]]:
    """Homeline on a server of its own, which may be restarted."""
    monkeypatch.setattr(loop, "REST_AFTER_ERROR", 0.05)
    server = await asyncio.to_thread(Postgres, KEYS)
    server.keep_what_is_committed()
    database = PostgresDatabase(server)
    simulator = Simulator(clock, token=TOKEN)
    await simulator.start()
    home = Homeline(Settings(token=TOKEN, database_url=database.url, keys=KEYS, rate=0), clock, simulator, database)
    await home.open()
    yield home, server
    await home.close()
    await simulator.stop()
    server.stop()


async def answers(home: Homeline) -> bool:
    try:
        await states(home)
    except Exception as error:
        if not is_away(error):
            raise
        return False
    return True


async def until_handled(home: Homeline) -> None:
    async with asyncio.timeout(60):
        while home.world.pending or (await inbox_states(home))["new"] or (await states(home))["pending"]:
            await WakeUp().wait(0.05)


async def test_a_server_that_restarts_under_load_loses_nothing(served: tuple[Homeline, Postgres], note: Note) -> None:
    home, server = served
    for person in PEOPLE:
        await home.newcomer(person)
    app: App = home.app
    stopped = asyncio.Event()
    running = asyncio.create_task(app.run(stopped))
    words = {}
    for turn in range(ROUNDS):
        for number in range(A_ROUND):
            person = PEOPLE[number % len(PEOPLE)]
            home.phone(person).say("🏠")
            if number < len(PEOPLE):
                words[person.id, turn] = await put(home, person, 10 + turn, Lane.URGENT)
        await asyncio.to_thread(server.restart)
        async with asyncio.timeout(30):
            while not await answers(home):
                await WakeUp().wait(0.05)
    home.clock.move_to(NOON.replace(hour=23))  # what waited for its next attempt is due
    await until_handled(home)
    stopped.set()
    await running

    held, _expired, lost = await kept(home)
    found = Counter(
        (person.id, turn)
        for (who, turn), word in words.items()
        for person in PEOPLE
        if person.id == who
        for text in home.phone(person).texts
        if word in text
    )
    missing = len(words) - len(found)
    twice = sum(found.values()) - len(found)
    assert (await inbox_states(home))["parked"] == 0
    note(
        Figures("PostgreSQL restarts 3 times under load", held + len(words), lost + missing, twice, twice, "everything")
    )
