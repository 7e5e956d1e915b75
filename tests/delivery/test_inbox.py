"""The inbox: kept once, in order, handled once or parked with a reason."""

from sqlalchemy import select

from bot.db.store import Store
from bot.db.tables import inbox as table
from bot.delivery import inbox
from bot.delivery.inbox import Received


async def kept(store: Store, *updates: tuple[int, int | None]) -> list[int]:
    """Keep updates; their rows."""
    await store.run(lambda tx: inbox.receive(tx, [Received(number, chat, "{}") for number, chat in updates]))
    return [row for row, _chat in await store.run(lambda tx: inbox.waiting(tx, 100))]


async def test_an_update_that_comes_twice_is_kept_once(store: Store) -> None:
    await kept(store, (1, 7), (2, 7))
    assert len(await kept(store, (2, 7), (3, 7))) == 3


async def test_the_oldest_come_first(store: Store) -> None:
    rows = await kept(store, (5, 1), (6, 2), (7, None))
    assert await store.run(lambda tx: inbox.waiting(tx, 2)) == [(rows[0], 1), (rows[1], 2)]
    assert await store.run(lambda tx: [each.id for each in inbox.take_some(tx, 9)]) == rows


async def test_the_first_of_each_chat_come_before_all_that_are_second(store: Store) -> None:
    await kept(store, (1, 7), (2, 7), (3, 7))
    await kept(store, (4, 8), (5, 8), (6, None))
    waiting = [chat for _row, chat in await store.run(lambda tx: inbox.waiting(tx, 100))]
    assert waiting == [7, 8, None, 7, 8, 7]


async def test_within_a_chat_only_the_oldest_can_be_taken(store: Store) -> None:
    first, other, second = await kept(store, (1, 7), (2, 7), (3, 8))
    assert await store.run(lambda tx: inbox.take(tx, second)) is None
    assert await store.run(lambda tx: inbox.take(tx, other)) is not None

    await store.run(lambda tx: inbox.finish(tx, first))
    assert await store.run(lambda tx: inbox.take(tx, second)) is not None


async def test_a_row_is_finished_once(store: Store) -> None:
    (row,) = await kept(store, (1, 7))
    assert await store.run(lambda tx: inbox.finish(tx, row))
    assert not await store.run(lambda tx: inbox.finish(tx, row))
    assert await store.run(lambda tx: inbox.take(tx, row)) is None


async def test_a_row_that_fails_three_times_is_parked_with_its_reason(store: Store) -> None:
    (row,) = await kept(store, (1, 7))
    outcomes = [await store.run(lambda tx: inbox.fail(tx, row, "because " * 100)) for _ in range(4)]
    assert outcomes == [False, False, True, False]
    found = await store.run(lambda tx: tx.first(select(table.c.state, table.c.attempt, table.c.reason)))
    assert found is not None
    assert (found.state, found.attempt, len(found.reason)) == ("parked", 3, 200)
    assert await store.run(lambda tx: inbox.waiting(tx, 9)) == []
