"""The outbox: which row goes next, under a lease, to one of its ends."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, text

from bot.clock import StoppedClock
from bot.db.store import Store
from bot.db.tables import outbox as table
from bot.db.transaction import Tx
from bot.delivery import cards, next_rows, outbox, recovering
from bot.delivery.payloads import Payload
from bot.delivery.states import OutboxState
from bot.domain.notifications import Lane
from bot.queries.circle import people

PAYLOAD: Payload = {"events": [{"kind": "HomeShown", "hello": ""}]}


async def put(store: Store, chat: int | None, lane: Lane = Lane.ROUTINE, **values: Any) -> int:
    return await store.run(partial(outbox.put, payload=PAYLOAD, chat=chat, lane=lane, **values))


async def best(store: Store, lane: Lane = Lane.ROUTINE, *without: int) -> int | None:
    return next(iter(await store.run(lambda tx: next_rows.best(tx, lane, without_chats=without))), None)


async def state(store: Store, row: int) -> tuple[str, str | None]:
    found = await store.run(lambda tx: tx.first(select(table.c.state, table.c.reason).where(table.c.id == row)))
    assert found is not None
    return found.state, found.reason


async def test_the_longest_due_goes_first_and_what_is_not_due_waits(store: Store, clock: StoppedClock) -> None:
    await put(store, 1, due_at=clock.now() + timedelta(hours=1))
    second = await put(store, 2)
    first = await put(store, 3, due_at=clock.now() - timedelta(hours=1))
    assert await best(store) == first
    assert await best(store, Lane.ROUTINE, 3) == second
    assert await best(store, Lane.ROUTINE, 2, 3) is None
    assert await best(store, Lane.URGENT) is None


async def test_within_a_chat_and_lane_nothing_overtakes(store: Store, clock: StoppedClock) -> None:
    first = await put(store, 1)
    await put(store, 1)
    urgent = await put(store, 1, Lane.URGENT)
    claimed = await store.run(lambda tx: outbox.claim(tx, first))
    assert claimed is not None
    assert await best(store) is None
    assert await best(store, Lane.URGENT) == urgent

    later = clock.now() + timedelta(seconds=5)
    await store.run(lambda tx: outbox.put_back(tx, first, later, "try again"))
    assert await best(store) is None
    clock.push(timedelta(seconds=5))
    assert await best(store) == first


async def test_answers_to_presses_are_no_messages(store: Store) -> None:
    answer = await put(store, None, Lane.REPLY)
    assert await best(store, Lane.REPLY) is None
    assert await store.run(lambda tx: next_rows.best_answers(tx, 5)) == [answer]
    await store.run(lambda tx: outbox.claim(tx, answer))
    assert await store.run(lambda tx: next_rows.best_answers(tx, 5)) == []


async def test_several_are_claimed_at_once_in_their_order_and_each_once(store: Store, clock: StoppedClock) -> None:
    rows = [await put(store, chat) for chat in (1, 2, 3)]
    over = await put(store, 4, expires_at=clock.now() - timedelta(seconds=1))
    wanted = await store.run(lambda tx: next_rows.best(tx, Lane.ROUTINE, limit=9))
    assert wanted == [*rows, over]
    claimed = await store.run(lambda tx: outbox.claim_all(tx, [rows[2], rows[0], over]))
    assert [each.id for each in claimed] == [rows[2], rows[0]]
    assert await state(store, over) == ("discarded", "expired")
    assert [each.id for each in await store.run(lambda tx: outbox.claim_all(tx, rows))] == [rows[1]]


async def test_a_row_is_claimed_once(store: Store) -> None:
    row = await put(store, 1)
    claimed = await store.run(lambda tx: outbox.claim(tx, row))
    assert claimed is not None
    assert (claimed.attempt, claimed.payload) == (1, PAYLOAD)
    assert await store.run(lambda tx: outbox.claim(tx, row)) is None


async def test_what_has_expired_is_not_sent(store: Store, clock: StoppedClock) -> None:
    row = await put(store, 1, expires_at=clock.now())
    assert await store.run(lambda tx: outbox.claim(tx, row)) is None
    assert await state(store, row) == ("discarded", "expired")


async def test_a_row_has_one_end(store: Store) -> None:
    row = await put(store, 1)
    assert not await store.run(lambda tx: outbox.finish(tx, row, OutboxState.SENT))
    await store.run(lambda tx: outbox.claim(tx, row))
    assert await store.run(lambda tx: outbox.finish(tx, row, OutboxState.SENT))
    assert not await store.run(lambda tx: outbox.finish(tx, row, OutboxState.UNKNOWN))


async def test_the_end_of_an_attempt_that_was_given_up_says_nothing_of_the_next(store: Store) -> None:
    row = await put(store, 1, retry_if_unknown=True)
    for _ in range(2):
        await store.run(lambda tx: recovering.recover(tx, everything=True))
        await store.run(lambda tx: outbox.claim(tx, row))
    assert not await store.run(lambda tx: outbox.finish(tx, row, OutboxState.SENT, attempt=1))
    await store.run(lambda tx: outbox.put_back(tx, row, tx.now, "late", attempt=1))
    assert (await state(store, row))[0] == "sending"
    assert await store.run(lambda tx: outbox.finish(tx, row, OutboxState.SENT, attempt=2))


async def test_what_waits_for_somebody_who_is_away_is_kept(store: Store) -> None:
    me = await store.run(lambda tx: people.add(tx, 1, "Mei", "en").id)
    row = await put(store, 1, person_id=me)
    assert await store.run(lambda tx: outbox.hold(tx, me)) == 1
    assert await best(store) is None
    assert await store.run(lambda tx: outbox.release(tx, me)) == 1
    assert await best(store) == row


async def test_what_is_overtaken_is_dropped(store: Store) -> None:
    me = await store.run(lambda tx: people.add(tx, 1, "Mei", "en").id)
    row = await put(store, 1, person_id=me, card="news:1")
    assert await store.run(lambda tx: outbox.clear_card(tx, "news:1", me + 1)) == 0
    assert await store.run(lambda tx: outbox.clear_card(tx, "news:1")) == 1
    assert (await state(store, row))[0] == "cleared"


async def test_a_group_that_moved_takes_its_rows_along(store: Store) -> None:
    row = await put(store, -1)
    assert await store.run(lambda tx: outbox.move(tx, -1, -1001)) == 1
    claimed = await store.run(lambda tx: outbox.claim(tx, row))
    assert claimed is not None
    assert claimed.chat == -1001


async def test_a_card_is_remembered_where_it_was_seen(store: Store) -> None:
    me = await store.run(lambda tx: people.add(tx, 1, "Mei", "en").id)
    await store.run(lambda tx: cards.remember(tx, me, "news:1", 10))
    await store.run(lambda tx: cards.remember(tx, me, "news:1", 11))
    assert await store.run(lambda tx: cards.message_of(tx, me, "news:1")) == 11
    await store.run(lambda tx: cards.forget(tx, me, "news:1"))
    assert await store.run(lambda tx: cards.message_of(tx, me, "news:1")) is None


MANY = (
    "INSERT INTO outbox (chat, lane, due_at, state, attempt, retry_if_unknown, edits_card, created_at) "
    "VALUES (:chat, 4, 1, 'pending', 0, :no, :no, 1)"
)


@pytest.mark.parametrize("what", ["a message", "an answer"])
async def test_the_best_row_among_thousands_is_found_by_an_index(store: Store, what: str) -> None:
    def plan(tx: Tx) -> str:
        tx.conn.execute(text(MANY), [{"chat": number, "no": False} for number in range(1, 5001)])
        tx.conn.execute(text("ANALYZE"))
        said: list[str] = []

        class Explained(Tx):
            def all(self, statement: Any, values: Any = None) -> Any:
                head = "EXPLAIN QUERY PLAN " if tx.conn.dialect.name == "sqlite" else "EXPLAIN "
                words = statement.params(values or {}).compile(tx.conn, compile_kwargs={"literal_binds": True})
                said.extend(str(row) for row in tx.conn.exec_driver_sql(head + str(words)))
                return []

        explained = Explained(tx.conn, tx.now)
        if what == "a message":
            next_rows.best(explained, Lane.BULK, without_chats=range(1, 40))
        else:
            next_rows.best_answers(explained, 20)
        return "\n".join(said)

    found = await store.run(plan)
    assert ("ix_outbox_pending" if what == "a message" else "ix_outbox_chat") in found
    assert "ix_outbox_chat" in found
    assert "SCAN outbox" not in found
    assert "Seq Scan" not in found
