"""What is sealed opens in its own column and row only."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Column, LargeBinary, Table, select, text, type_coerce, update
from sqlalchemy.exc import StatementError

from bot.db.columns import keyring_of
from bot.db.rewrapping import SEALED_TABLES
from bot.db.sealing import sealed_columns
from bot.db.store import Store
from bot.db.tables import letter, metadata, outbox, person
from bot.db.transaction import Tx
from bot.errors import CannotDecrypt
from bot.queries.circle import people
from tests.filled import fill

# What only passes through stands in no filled database.
SEALED = [column for table in SEALED_TABLES for column in sealed_columns(table) if not column.info.get("passing")]


@pytest.fixture
async def full(store: Store) -> Store:
    """Three rows in each table, something in every column."""
    await store.run(lambda tx: fill(tx.conn, metadata))
    return store


def raw(tx: Tx, column: "Column[Any]") -> list[bytes]:
    """What lies in a column, in the order of the rows."""
    rows = tx.all(select(type_coerce(column, LargeBinary())).order_by(*column.table.primary_key.columns))
    return [bytes(row[0]) for row in rows]


def put(tx: Tx, column: "Column[Any]", number: int, value: bytes) -> None:
    """Lay bytes into a column of one row, past everything that seals."""
    first = next(iter(column.table.primary_key.columns))
    there = update(column.table).where(first == number).values({column.name: type_coerce(value, LargeBinary())})
    tx.conn.execute(there)


def opens(tx: Tx, column: "Column[Any]", number: int) -> bool:
    first = next(iter(column.table.primary_key.columns))
    try:
        return tx.scalar(select(column).where(first == number)) is not None
    except CannotDecrypt:
        return False


def misplaced(tx: Tx) -> Iterator[tuple[str, bool]]:
    """Each sealed column, and whether it takes what was sealed for another row, another column or another table."""
    values = {str(each): raw(tx, each) for each in SEALED}
    for index, column in enumerate(SEALED):
        elsewhere = SEALED[index - 1]
        assert opens(tx, column, 1)
        for foreign in (values[str(column)][1], values[str(elsewhere)][0]):
            put(tx, column, 1, foreign)
            yield str(column), opens(tx, column, 1)
        put(tx, column, 1, values[str(column)][0])
        assert opens(tx, column, 1)


async def test_what_is_laid_into_another_row_column_or_table_does_not_open(full: Store) -> None:
    found = await full.run(lambda tx: list(misplaced(tx)))
    assert len(found) == 2 * len(SEALED)
    assert [column for column, opened in found if opened] == []


async def test_it_is_read_with_its_row_through_aliases_and_subqueries_too(full: Store) -> None:
    def read(tx: Tx) -> list[Any]:
        inner, other = select(person.c.id, person.c.name).subquery(), letter.alias()
        joined = select(inner.c.name, other.c.media).join(other, other.c.author_id == inner.c.id)
        return [tuple(row) for row in tx.all(joined.order_by(inner.c.id))]

    found = await full.run(read)
    assert [each[0] for each in found] == ["name 莉莉 1", "name 莉莉 2", "name 莉莉 3"]
    assert [each[1]["number"] for each in found] == [1, 2, 3]


async def test_a_new_row_is_sealed_under_the_number_that_it_gets(full: Store) -> None:
    def add(tx: Tx) -> list[int]:
        return [people.add(tx, 100 + each, f"Nobody {each}", "en").id for each in range(9)]

    numbers = await full.run(add)
    assert numbers == sorted(set(numbers))
    assert min(numbers) > 3
    said = await full.run(lambda tx: [people.get(tx, each).name for each in numbers])
    assert said == [f"Nobody {each}" for each in range(9)]
    assert min(await full.run(lambda tx: [people.add(tx, 200, "Next", "en").id])) > max(numbers)


async def test_a_number_is_not_given_twice_though_its_row_is_gone(full: Store) -> None:
    gone = await full.run(lambda tx: people.add(tx, 100, "Gone", "en").id)
    await full.run(lambda tx: tx.change(person.delete().where(person.c.id == gone)))
    assert await full.run(lambda tx: people.add(tx, 101, "Next", "en").id) > gone


@pytest.mark.parametrize("table", [person, outbox], ids=["a person", "a message"])
async def test_what_would_be_sealed_without_its_row_is_not_written(full: Store, table: Table) -> None:
    column = sealed_columns(table)[0]
    with pytest.raises((StatementError, TypeError), match="written without its row"):
        await full.run(lambda tx: tx.change(update(table).values({column.name: "everybody's"})))
    assert len(set(await full.run(lambda tx: raw(tx, column)))) == 3


async def test_a_value_of_the_time_before_rows_were_bound_does_not_open(full: Store) -> None:
    def lay(tx: Tx) -> bool:
        put(tx, person.c.name, 1, keyring_of(tx.conn.dialect).encrypt(b"Mei", b"person.name"))
        return opens(tx, person.c.name, 1)

    assert not await full.run(lay)


async def test_nothing_of_a_row_stands_in_what_was_sealed(full: Store) -> None:
    found = await full.run(lambda tx: b"".join(value for each in SEALED for value in raw(tx, each)))
    assert "莉莉".encode() not in found
    assert await full.run(lambda tx: tx.scalar(text("SELECT count(*) FROM person"))) == 3
