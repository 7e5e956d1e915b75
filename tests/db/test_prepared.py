"""A statement is told to the driver itself, and comes to the same as by SQLAlchemy's way."""

import gc
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, bindparam, event, select, update
from sqlalchemy.exc import DBAPIError

from bot.clock import StoppedClock
from bot.db import prepared
from bot.db.columns import NOW
from bot.db.store import Store
from bot.db.tables import card, outbox, person
from bot.db.transaction import Tx
from bot.settings import Settings
from tests.databases import Database
from tests.filled import DAY
from tests.operations.places import filled, opened

_SOME = select(outbox).where(outbox.c.id.in_(bindparam("keys", expanding=True))).order_by(outbox.c.id)
_TWO_NUMBERS = select(outbox.c.id, person.c.id, person.c.name).join(person, person.c.id == outbox.c.person_id)
_LATER = update(outbox).where(outbox.c.id == bindparam("key"))
_DUE = select(outbox.c.id).where(outbox.c.due_at <= NOW)
_INSERT = outbox.insert()
_ONE = {"lane": 1, "due_at": DAY, "state": "pending", "retry_if_unknown": True, "created_at": DAY}
# What is done with a database that is full of everything, and is asked of it twice.
SAME: dict[str, Callable[[Tx], Any]] = {
    "sealed rows of a list": lambda tx: [tuple(each) for each in tx.all(_SOME, {"keys": [1, 3]})],
    "rows of a longer list": lambda tx: [each.payload for each in tx.all(_SOME, {"keys": [1, 2, 3]})],
    "rows of no list": lambda tx: tx.all(_SOME, {"keys": []}),
    "columns of one name": lambda tx: [(each.id, each.id_1, each.name) for each in tx.all(_TWO_NUMBERS)],
    "an instant": lambda tx: tx.scalar(_DUE, {"now": DAY + timedelta(days=999)}),
    "no row": lambda tx: (tx.first(_DUE, {"now": DAY - timedelta(days=999)}), tx.scalar(_SOME, {"keys": [99]})),
    "what is set by name": lambda tx: tx.change(_LATER, {"key": 1, "due_at": DAY, "payload": {"events": ["á"]}}),
    "what is set for nobody": lambda tx: tx.change(_LATER, {"key": 99, "due_at": DAY}),
}


_kept: dict[str, str] = {}  # a database that was filled in this process, of each kind


@pytest.fixture
async def full(settings: Settings, clock: StoppedClock, database: Database) -> AsyncIterator[Store]:
    """Three rows in each table, something in every column."""
    if database.kind in _kept:
        database.copy(_kept[database.kind])
    else:
        await (await filled(settings, clock)).close()
        _kept[database.kind] = database.keep()
    store = await opened(settings, clock)
    yield store
    await store.close()


def heard(tx: Tx) -> list[str]:
    """The statements that SQLAlchemy itself runs from now on."""
    found: list[str] = []
    event.listen(tx.conn, "before_cursor_execute", lambda _conn, _cursor, sql, *_rest: found.append(sql))
    return found


@pytest.mark.parametrize("what", SAME)
async def test_the_same_comes_of_a_statement_each_time(full: Store, what: str) -> None:
    def both_ways(tx: Tx) -> tuple[Any, list[Any], list[str]]:
        straight, tx.prepared = tx.prepared, None
        expected, tx.prepared = SAME[what](tx), straight
        by_sqlalchemy = heard(tx)
        return expected, [SAME[what](tx) for _ in range(2)], by_sqlalchemy

    expected, found, by_sqlalchemy = await full.run(both_ways)

    assert found == [expected, expected]
    assert by_sqlalchemy == []


async def test_a_new_row_has_its_number_what_was_not_said_and_what_is_sealed(full: Store) -> None:
    def add(tx: Tx) -> int:
        return tx.put(outbox, _INSERT, {**_ONE, "payload": {"events": [{"kind": "☂️"}]}})

    numbers = [await full.run(add) for _ in range(3)]
    rows = await full.run(lambda tx: tx.all(_SOME, {"keys": numbers}))

    assert [each.id for each in rows] == numbers
    assert {(each.attempt, each.edits_card, each.payload["events"][0]["kind"]) for each in rows} == {(0, False, "☂️")}


async def test_many_are_changed_at_once(full: Store) -> None:
    for day in range(3):
        many = [{"key": key, "due_at": DAY + timedelta(days=day)} for key in (1, 2)]
        await full.run(lambda tx, many=many: tx.change_each(_LATER, many))  # type: ignore[misc] # a default is no part of it

    rows = await full.run(lambda tx: tx.all(_SOME, {"keys": [1, 2, 3]}))
    assert [each.due_at == DAY + timedelta(days=2) for each in rows] == [True, True, False]


async def test_what_the_database_refuses_undoes_the_unit_and_names_no_value(full: Store) -> None:
    row = {"person_id": 99, "name": "secret", "message_id": 1, "sent_at": DAY}

    def twice(tx: Tx) -> None:
        tx.change(_LATER, {"key": 1, "due_at": DAY + timedelta(days=9)})
        tx.add(card, **row)

    for _ in range(3):
        with pytest.raises(DBAPIError) as error:
            await full.run(twice)

    assert type(error.value).__name__ == "IntegrityError"
    assert "secret" not in str(error.value)
    assert (await full.run(lambda tx: tx.all(_SOME, {"keys": [1]})))[0].due_at != DAY + timedelta(days=9)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # SQLite looks at its tables each time
async def test_a_table_that_another_process_has_changed_stops_one_unit_and_none_after_it(
    full: Store, settings: Settings, clock: StoppedClock
) -> None:
    lanes = [await full.run(lambda tx: tx.all(select(outbox.c.id, outbox.c.lane))) for _ in range(2)]
    other = await opened(settings, clock)
    await other.run(lambda tx: tx.conn.exec_driver_sql("ALTER TABLE outbox ALTER lane TYPE integer"))
    await other.close()

    with pytest.raises(DBAPIError, match="cached statement"):
        await full.run(lambda tx: tx.all(select(outbox.c.id, outbox.c.lane)))
    for _ in range(2):
        assert await full.run(lambda tx: tx.all(select(outbox.c.id, outbox.c.lane))) == lanes[0] == lanes[1]


async def test_a_value_that_is_not_given_is_no_null(full: Store) -> None:
    for _ in range(3):
        with pytest.raises(Exception, match="key"):
            await full.run(lambda tx: tx.change(_LATER, {"due_at": DAY}))


async def test_a_statement_that_nobody_else_holds_is_forgotten(full: Store) -> None:
    def count(conn: Connection) -> int:
        gc.collect(1)  # what has just been made; to look through everything takes seconds
        return len(prepared._PLANS.get(conn.dialect, ((), ()))[0])

    def anew(tx: Tx) -> tuple[int, int]:
        before = count(tx.conn)
        for number in range(20):
            tx.all(select(person.c.id).where(person.c.id == number))
        return before, count(tx.conn)

    before, after = await full.run(anew)
    assert after <= before + 2  # of its shape the first is held by its plan, the last perhaps by who runs it


# What is made anew each time: of one shape, with values and lists of its own.
ANEW: dict[str, Callable[[Tx, int], Any]] = {
    "rows by number": lambda tx, key: [each.payload for each in tx.all(select(outbox).where(outbox.c.id == key))],
    "a list": lambda tx, key: [each.id for each in tx.all(select(outbox.c.id).where(outbox.c.id.in_(range(key + 1))))],
    "two lists": lambda tx, key: tx.all(
        select(outbox.c.id).where(outbox.c.id.in_([key, 3]), outbox.c.lane.in_([1] * key))
    ),
    "a list before a value": lambda tx, key: tx.all(
        select(outbox.c.id).where(outbox.c.id.in_(range(key + 1)), outbox.c.lane == key).order_by(outbox.c.id)
    ),
    "a part of it": lambda tx, key: tx.scalar(
        select(outbox.c.id).where(outbox.c.id.in_(select(person.c.id).where(person.c.id == key)))
    ),
    "an alias": lambda tx, key: tx.all(
        select((one := outbox.alias()).c.id).join(person, person.c.id == one.c.id).where(one.c.id == key)
    ),
    "with a value beside it": lambda tx, key: tx.all(
        select(outbox.c.id).where(outbox.c.id == key, outbox.c.due_at <= NOW), {"now": DAY + timedelta(days=999)}
    ),
    "what is set": lambda tx, key: (
        tx.change(update(outbox).where(outbox.c.id == key).values(payload={"events": [key]})),
        tx.all(select(outbox.c.id, outbox.c.payload)),
    ),
}


@pytest.mark.parametrize("what", ANEW)
async def test_a_statement_of_a_known_shape_has_values_of_its_own(full: Store, what: str) -> None:
    def each(tx: Tx) -> list[Any]:
        return [ANEW[what](tx, key) for key in (1, 2, 3, 99)]

    def both_ways(tx: Tx) -> tuple[list[Any], list[Any], list[str]]:
        each(tx)  # what is set by it is set already
        by_sqlalchemy = heard(tx)
        found = each(tx)
        heard_of, tx.prepared = list(by_sqlalchemy), None
        return each(tx), found, heard_of

    expected, found, heard_of = await full.run(both_ways)

    assert found == expected
    assert heard_of == []


async def test_what_has_been_read_of_a_shape_is_of_the_rows_that_were_asked_for(full: Store) -> None:
    def each(tx: Tx) -> list[int | None]:
        return [tx.scalar(select(outbox.c.id).where(outbox.c.id == key)) for key in (1, 2, 3, 1, 99)]

    assert await full.run(each) == [1, 2, 3, 1, None]


async def test_shapes_do_not_grow_without_end_nor_what_is_known_by_them(
    full: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepared, "MOST_SHAPES", 2)
    columns = list(outbox.c)[:5]

    def several(tx: Tx) -> list[int]:
        for each in columns * 3:
            tx.all(select(each).where(each.is_not(None)))
        gc.collect(1)
        return [len(held) for held in prepared._PLANS.get(tx.conn.dialect, ())]

    assert all(count <= 3 for count in await full.run(several))  # two, and the one that is run
