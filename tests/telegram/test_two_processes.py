"""Two processes over one PostgreSQL: one fetches and sends at a time, and the other goes on where it stops."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select, update

from bot.app import App
from bot.db.tables import inbox, lease
from bot.db.transaction import Tx
from bot.domain.notifications import Lane, Notification
from bot.domain.screens import HelpShown
from bot.queries.circle import people
from bot.services.notifications import notify
from bot.settings import Settings
from bot.simulator.cast import MEI
from tests.conftest import TOKEN
from tests.databases import Postgres
from tests.homeline import Homeline
from tests.together import KEYS

pytestmark = pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # SQLite has one process


@pytest.fixture
async def beside(home: Homeline) -> AsyncIterator[App]:
    """A second process."""
    app = App(home.app.settings, home.clock, long_poll=0)
    await app.open()
    yield app
    await app.close()


def sends(home: Homeline) -> int:
    return sum(each.method == "sendMessage" for each in home.simulator.requests)


def alert(tx: Tx) -> None:
    reader = people.by_telegram(tx, MEI.id) or people.add(tx, MEI.id, "Mei", "en")
    notify(tx, [Notification(reader.id, HelpShown("how"), Lane.URGENT)])


async def test_only_one_of_two_fetches_and_sends(home: Homeline, beside: App) -> None:
    home.phone(MEI).start()
    assert await beside.poller.step() == 0
    await home.app.store.run(alert)
    assert await beside.sender.step() == 0
    await beside.settle()
    assert sends(home) == 0
    await home.settle()
    assert sends(home) == 2


async def test_the_other_goes_on_at_once_when_the_watch_is_given_back(home: Homeline, beside: App) -> None:
    home.phone(MEI).start()
    await home.app.poller.step()
    for each in (home.app.poller.watch, home.app.sender.watch):
        await each.give_back()
    await beside.settle()
    await beside.settle()
    await home.app.consumer.step()
    assert home.world.pending == 0
    assert sends(home) == 1
    assert len(await beside.store.run(lambda tx: tx.all(select(inbox.c.id)))) == 1


async def test_who_stood_still_and_lost_the_watch_sends_and_keeps_nothing(home: Homeline, beside: App) -> None:
    home.phone(MEI).start()
    await home.app.store.run(alert)
    await beside.store.run(lambda tx: tx.change(update(lease).values(until=1)))  # long over, by the database's clock
    for each in (beside.poller.watch, beside.sender.watch):
        await each.look()

    assert home.app.sender.watch.mine  # as far as it knows
    assert await home.app.poller.step() == 0
    assert await home.app.sender.step() == 0
    assert sends(home) == 0
    await beside.settle()
    assert sends(home) == 2
    for each in (home.app.poller.watch, home.app.sender.watch):
        await each.look()
        assert not each.mine


async def test_a_request_that_was_claimed_before_the_watch_was_lost_is_left_to_the_other(
    home: Homeline, beside: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    await home.app.store.run(alert)
    watch = home.app.sender.watch
    holds = watch.holds

    def and_then_stands_still(tx: Tx) -> bool:
        held = holds(tx)
        watch._until = 0.0
        return held

    monkeypatch.setattr(watch, "holds", and_then_stands_still)
    assert await home.app.sender.step() == 1
    await home.app.sender.drain()
    assert sends(home) == 0
    await watch.give_back()
    await beside.settle()
    assert sends(home) == 1


async def test_what_one_commits_wakes_the_other(home: Homeline, beside: App) -> None:
    heard: asyncio.Queue[set[str]] = asyncio.Queue()
    beside.store.on_commit = heard.put_nowait
    await home.app.store.run(alert)
    assert await asyncio.wait_for(heard.get(), 5) == {"outbox"}
    await home.app.sender.watch.give_back()
    while "lease" not in await asyncio.wait_for(heard.get(), 5):
        pass


async def test_two_that_start_at_once_on_an_empty_database_both_find_it_ready(
    home: Homeline, postgres: Postgres
) -> None:
    url = postgres.url(postgres.empty())
    settings = Settings(token=TOKEN, database_url=url, keys=KEYS, api_url=home.simulator.url)
    both = [App(settings, home.clock, long_poll=0) for _ in range(2)]
    await asyncio.gather(*(each.open() for each in both))
    assert sorted(each.sender.watch.mine for each in both) == [False, True]
    for each in both:
        await each.close()
