"""Who has a watch that only one process may have, by the clock of PostgreSQL."""

from collections.abc import AsyncIterator
from functools import partial

import pytest
from sqlalchemy import update

from bot.clock import SystemClock
from bot.db import leases
from bot.db.leases import DIED, GIVEN_BACK, LEASE, Taken
from bot.db.store import Store, store_for
from bot.db.tables import lease
from bot.db.transaction import Tx
from bot.settings import Settings

pytestmark = pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # SQLite has one process


@pytest.fixture
async def beside(settings: Settings) -> AsyncIterator[Store]:
    """What a second process has open on the same database."""
    store = store_for(settings, SystemClock())
    await store.open()
    yield store
    await store.close()


async def take(store: Store, holder: str) -> Taken:
    return await store.run(partial(leases.take, name="sender", holder=holder, session=store.session))


async def holds(store: Store, holder: str) -> bool:
    return await store.run(partial(leases.holds, name="sender", holder=holder))


async def has_left(store: Store, seconds: float) -> None:
    def shorten(tx: Tx) -> None:
        left = leases._NOW + int(seconds * 1_000_000)
        tx.change(update(lease).values(until=left))

    await store.run(shorten)


async def test_one_of_two_has_the_watch_and_keeps_it(store: Store, beside: Store) -> None:
    assert (await take(store, "first")).ours
    second = await take(beside, "second")
    assert not second.ours
    assert 0 < second.free_in <= LEASE
    assert await take(store, "first") == Taken(ours=True)
    assert await holds(store, "first")
    assert not await holds(beside, "second")


async def test_what_is_given_back_is_free_at_once_and_begins_with_silence(store: Store, beside: Store) -> None:
    await take(store, "first")
    await beside.run(partial(leases.give_back, name="sender", holder="second"))
    assert not (await take(beside, "second")).ours
    await store.run(partial(leases.give_back, name="sender", holder="first"))
    assert await take(beside, "second") == Taken(ours=True, quiet=GIVEN_BACK)


async def test_a_watch_is_free_once_its_holder_has_died(store: Store, beside: Store) -> None:
    await store.listen()
    await take(store, "first")
    assert not (await take(beside, "second")).ours
    await store.close()
    while not (found := await take(beside, "second")).ours:
        pass  # the server notices it a moment later
    assert found == Taken(ours=True, quiet=DIED)


async def test_a_holder_stops_before_another_can_begin(store: Store, beside: Store) -> None:
    await take(store, "first")
    await has_left(store, DIED - 0.1)
    assert not await holds(store, "first")
    assert not (await take(beside, "second")).ours
    await has_left(store, -0.1)
    assert await take(beside, "second") == Taken(ours=True)
    assert not (await take(store, "first")).ours
