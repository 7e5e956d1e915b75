"""What two processes do at the same moment ends as if one had come after the other."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, select, update

from bot.app import App
from bot.db import installation
from bot.db.tables import check_in, escalation, illness, illness_event, inbox
from bot.db.tables import installation as table
from bot.db.tables import outbox as rows
from bot.db.transaction import Tx
from bot.domain.notifications import Lane, Notification
from bot.domain.screens import HelpShown, HomeShown
from bot.queries.circle import people
from bot.services.circle import reach
from bot.services.notifications import notify
from bot.simulator.cast import FANG, MEI
from bot.ticking import run_due
from bot.ticks import TICKS
from tests.homeline import Homeline
from tests.households import FATHER, second_parent
from tests.telegram.shared import not_yet_committed, somebody_waits

NAMES = ("first", "second")


pytestmark = pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # SQLite has one process


@pytest.fixture
async def beside(home: Homeline) -> AsyncIterator[App]:
    """A second process."""
    app = App(home.app.settings, home.clock, long_poll=0)
    await app.open()
    yield app
    await app.close()


def mei(tx: Tx) -> int:
    found = people.by_telegram(tx, MEI.id) or people.add(tx, MEI.id, "Mei", "en")
    return found.id


async def kept(home: Homeline) -> None:
    """The poller has put what the phones sent into the inbox."""
    while await home.app.poller.step():
        pass


async def count(home: Homeline, *conditions: object) -> int:
    return int(await home.app.store.run(lambda tx: tx.scalar(select(func.count()).where(*conditions))))  # type: ignore[arg-type] # conditions


async def test_news_that_two_join_to_the_same_message_are_both_in_it(home: Homeline, beside: App) -> None:
    def news(tx: Tx, page: str) -> None:
        later = tx.now + timedelta(hours=1)
        notify(tx, [Notification(mei(tx), HelpShown(page), Lane.NOTICE, merge="news", not_before=later)])

    await home.app.store.run(partial(news, page="1"))
    async with not_yet_committed(home.app.store, partial(news, page="2")):
        third = asyncio.create_task(beside.store.run(partial(news, page="3")))
        await somebody_waits(home.app.store)
    await third
    (row,) = await home.app.store.run(lambda tx: tx.all(select(rows.c.payload).where(rows.c.merge == "news")))
    assert [each["page"] for each in row.payload["events"]] == ["1", "2", "3"]


async def test_what_is_told_while_its_reader_comes_back_is_not_held(home: Homeline, beside: App) -> None:
    def lost(tx: Tx) -> None:
        reach.lost(tx, mei(tx))

    def alert(tx: Tx) -> None:
        notify(tx, [Notification(mei(tx), HomeShown(), Lane.URGENT)])

    await home.app.store.run(lost)
    async with not_yet_committed(home.app.store, lambda tx: reach.back(tx, mei(tx))):
        notification = asyncio.create_task(beside.store.run(alert))
        await somebody_waits(home.app.store)
    await notification
    assert await count(home, rows.c.state == "waiting") == 0
    assert await count(home, rows.c.state == "pending") == 1


async def test_an_answer_and_the_end_of_its_grace_do_not_both_count(home: Homeline, beside: App) -> None:
    await home.family()
    await home.until(20)
    await home.app.store.run(lambda tx: tx.change(update(check_in).values(grace_until=tx.now)))
    home.phone(FANG).tap("😄")
    await kept(home)
    (number,) = await home.app.store.run(
        lambda tx: [r.id for r in tx.all(select(inbox.c.id).where(inbox.c.state == "new"))]
    )
    async with not_yet_committed(home.app.store, lambda tx: home.app.consumer.handle(tx, number)):
        assert await beside.store.run(partial(run_due, ticks=TICKS)) == 0
    await beside.tick()
    assert await count(home, check_in.c.state == "answered") == 1
    assert await count(home, escalation.c.id > 0) == 0


async def test_a_tick_that_two_processes_have_at_once_is_done_once(home: Homeline, beside: App) -> None:
    await home.family()
    home.clock.push(timedelta(hours=4))
    before = len(home.phone(FANG).messages)
    await asyncio.gather(*(each.tick() for each in (home.app, beside, home.app, beside)))
    await home.settle()
    assert await count(home, check_in.c.state == "asked") == 1
    assert len(home.phone(FANG).messages) == before + 1


async def test_the_same_tap_on_two_processes_is_handled_once(home: Homeline, beside: App) -> None:
    await home.family()
    await home.until(20)
    home.phone(FANG).tap("😄")
    home.phone(FANG).tap("😄")
    await kept(home)
    before = len(home.phone(MEI).messages)
    await asyncio.gather(home.app.consumer.step(), beside.consumer.step(), beside.consumer.step())
    await home.settle()
    assert await count(home, inbox.c.state != "done") == 0
    assert await count(home, check_in.c.state == "answered") == 1
    assert len(home.phone(MEI).messages) == before + 1


async def test_of_two_parents_who_take_the_call_at_once_one_has_it(home: Homeline, beside: App) -> None:
    await home.family()
    await second_parent(home)
    home.phone(FANG).tap("🤒")
    await home.settle()
    await home.later(minutes=2)
    home.phone(MEI).tap("🤙")
    home.phone(FATHER).tap("🤙")
    await kept(home)
    await asyncio.gather(home.app.consumer.step(), beside.consumer.step())
    await home.settle()
    assert await count(home, inbox.c.state != "done") == 0
    happened = await home.app.store.run(
        lambda tx: [row.what for row in tx.all(select(illness_event.c.id, illness_event.c.what))]
    )
    assert happened.count("calling") == 1
    assert await count(home, illness.c.caller_id.is_not(None)) == 1


async def test_two_that_wait_for_each_other_both_come_to_their_end(home: Homeline, beside: App) -> None:
    await home.app.store.run(lambda tx: tx.add_once(table, [{"name": each, "value": "0"} for each in NAMES]))
    holding: set[str] = set()

    def one_more(tx: Tx, names: tuple[str, ...]) -> None:
        for name in names:
            value = tx.scalar(select(table.c.value).where(table.c.name == name).with_for_update())
            installation.learn(tx, name, str(int(value) + 1))
            holding.add(name)
            while holding != set(NAMES):
                tx.scalar(select(1))

    await asyncio.gather(
        home.app.store.run(partial(one_more, names=NAMES)),
        beside.store.run(partial(one_more, names=NAMES[::-1])),
    )
    values = await home.app.store.run(lambda tx: [installation.get(tx, name) for name in NAMES])
    assert values == ["2", "2"]
