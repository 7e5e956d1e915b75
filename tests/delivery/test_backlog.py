"""A step costs no more when thousands wait: nothing that the loops ask walks a whole queue.

The database's statistics are those of a quiet hour, or there are none yet: they know of no backlog that has just grown.
"""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.clock import StoppedClock
from bot.db.store import Store
from bot.db.tables import child, illness, illness_told, person
from bot.db.transaction import Tx
from bot.delivery import inbox, next_rows, outbox
from bot.delivery.states import OutboxState
from bot.domain.notifications import Lane
from bot.queries import due
from bot.settings import Settings
from tests.bench.home import child_row, person_row
from tests.databases import Database
from tests.operations.places import opened

MANY = 4_000
READ = "SELECT coalesce(sum(seq_tup_read), 0) + coalesce(sum(idx_tup_fetch), 0) FROM pg_stat_xact_user_tables"
HANDLED = "INSERT INTO inbox (update_id, chat, state, attempt, received_at, done_at) VALUES (:n, :n, 'done', 0, 1, 1)"
NEW = "INSERT INTO inbox (update_id, chat, state, attempt, received_at) VALUES (1000000 + :n, :n, 'new', 0, 1)"
LETTERS = (
    "INSERT INTO inbox (update_id, chat, state, attempt, received_at, turn) VALUES (1000000 + :n, 1, 'new', 0, 1, :n)"
)
_OUT = "INSERT INTO outbox (chat, person_id, lane, due_at, state, attempt, retry_if_unknown, edits_card, created_at) "
SENT = _OUT + "VALUES (:n, :n, 4, 1, 'sent', 1, :no, :no, 1)"
WAITS = _OUT + "VALUES (:n, :n, 4, 1, 'pending', 0, :no, :no, 1)"


def effort(tx: Tx, work: Callable[[], object]) -> int:
    """How much the database did: rows that PostgreSQL has read, or hundreds of steps of SQLite's machine."""
    if tx.is_shared:
        before = tx.scalar(text(READ))
        work()
        return int(tx.scalar(text(READ)) - before)
    raw: Any = tx.conn.connection.driver_connection
    hundreds = []
    raw.set_progress_handler(lambda: hundreds.append(1), 100)
    work()
    raw.set_progress_handler(None, 100)
    return len(hundreds)


_kept: dict[tuple[str, str], str] = {}  # databases that were filled in this process, by their kinds and statistics


@pytest.fixture(params=["a quiet hour", "none yet"])
async def backlog(
    settings: Settings, clock: StoppedClock, database: Database, request: pytest.FixtureRequest
) -> AsyncIterator[Store]:
    """Everything was handled when the statistics were gathered, if ever; then thousands came within minutes."""
    kind = (database.kind, request.param)
    if kind in _kept:
        database.copy(_kept[kind])
    else:
        store = await opened(settings, clock)
        await _fill(store, statistics=request.param == "a quiet hour")
        await store.close()
        _kept[kind] = database.keep()
    store = await opened(settings, clock)
    yield store
    await store.close()


async def _fill(store: Store, *, statistics: bool) -> None:
    numbers: list[dict[str, Any]] = [{"n": number, "no": False} for number in range(1, MANY + 1)]

    def quiet(tx: Tx) -> None:
        tx.conn.execute(text(HANDLED), numbers)
        tx.conn.execute(text(SENT), numbers)
        tx.conn.execute(text("ANALYZE"))

    def busy(tx: Tx) -> None:
        tx.conn.execute(text(NEW), numbers)
        tx.conn.execute(text(WAITS), numbers)
        later = tx.now + timedelta(days=1)
        tx.add_all(person, [person_row(MANY + each["n"], unreachable_since=tx.now) for each in numbers])
        tx.add_all(child, [child_row(each["n"], 1080, later) for each in numbers])
        ill = {"state": "open", "opened_at": tx.now, "escalation": 0, "ask_at": later, "escalate_at": later}
        tx.add_all(illness, [{"id": each["n"], "child_id": each["n"], **ill} for each in numbers])
        told = [{"illness_id": each["n"], "person_id": each["n"], "at": tx.now} for each in numbers]
        tx.add_all(illness_told, told)

    await store.run(lambda tx: tx.add_all(person, [person_row(each["n"]) for each in numbers]))
    if statistics:
        await store.run(quiet)
    await store.run(busy)


async def test_the_oldest_updates_are_taken_without_looking_at_the_others(backlog: Store) -> None:
    def take(tx: Tx) -> int:
        return effort(tx, lambda: inbox.finish_some(tx, [each.id for each in inbox.take_some(tx, 8)]))

    assert 0 < await backlog.run(take) < 100


async def test_one_chats_thousands_are_not_looked_through_for_those_of_others(
    settings: Settings, clock: StoppedClock, database: Database
) -> None:
    def flood(tx: Tx) -> None:
        tx.conn.execute(text(LETTERS), [{"n": number} for number in range(MANY)])
        inbox.receive(tx, [inbox.Received(1, 2, "{}")])

    def take(tx: Tx) -> list[int]:
        return [each.id for each in inbox.take_some(tx, 8)]

    store = await opened(settings, clock)
    await store.run(flood)
    taken = list[int]()
    try:
        assert 0 < await store.run(lambda tx: effort(tx, lambda: taken.extend(take(tx)))) < 100
    finally:
        await store.close()
    assert len(taken) == 2


async def test_the_best_message_is_picked_and_claimed_without_looking_at_the_others(backlog: Store) -> None:
    def pick(tx: Tx) -> None:
        assert next_rows.waiting_lanes(tx) == (Lane.BULK,)
        assert not next_rows.best_answers(tx, 40)
        assert not next_rows.best(tx, Lane.URGENT)
        (number,) = next_rows.best(tx, Lane.BULK, without_chats=(1, 2, 3))
        assert outbox.claim(tx, number)
        assert outbox.finish(tx, number, OutboxState.SENT, attempt=1)

    assert 0 < await backlog.run(lambda tx: effort(tx, lambda: pick(tx))) < 100


async def test_what_waits_for_one_person_is_found_without_looking_at_the_others(backlog: Store) -> None:
    def look(tx: Tx) -> None:
        assert outbox.pending_merge(tx, 5, "news") is None
        assert outbox.pending_card(tx, 5, "news:5") is None
        assert not outbox.clear_row(tx, 1_000_000, "overtaken")
        assert not outbox.clear_card(tx, "news:5")
        assert not outbox.clear_card(tx, "news:5", 5)
        assert not outbox.held(tx, 5)
        assert len(outbox.waiting_for(tx, 5)) == 1
        assert not outbox.set_payload(tx, 1_000_000, {"events": []})
        outbox.postpone(tx, 1_000_000, tx.now)
        outbox.hold(tx, 5)
        outbox.release(tx, 5)

    assert 0 < await backlog.run(lambda tx: effort(tx, lambda: look(tx))) < 100


async def test_a_look_that_finds_nothing_looks_at_no_child_and_no_illness(backlog: Store) -> None:
    def look(tx: Tx) -> int:
        return effort(tx, lambda: due.among(tx, tuple(due.LOOKS)))

    assert await backlog.run(look) < 100
