"""What a unit has read of a circle it keeps, and reads anew wherever it may have changed."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import delete, event, select, update

from bot.db.store import Store
from bot.db.tables import child, member, metadata, person
from bot.db.transaction import Tx
from bot.queries.circle import circles
from tests.filled import fill

_CHILD = select(child.c.id).where(child.c.id == 1)


def fails(tx: Tx) -> None:
    """A change to the circle that is undone, having been seen."""
    with suppress(ZeroDivisionError), tx.nested():
        tx.change(update(child).values(minute=77))
        assert minute(tx) == 77
        raise ZeroDivisionError


CHANGES: dict[str, Callable[[Tx], Any]] = {
    "a child's row": lambda tx: tx.change(update(child).values(minute=1)),
    "many rows": lambda tx: tx.change_each(update(member), [{"read_at": tx.now}]),
    "an adult who is gone": lambda tx: tx.change(delete(member).where(member.c.id == 99)),
    "what was undone": fails,
}
WHERE_OTHERS_WRITE: dict[str, Callable[[Tx], Any]] = {
    "another table, for which it may have waited": lambda tx: tx.change(update(person).values(hushed_until=None)),
    "a lock, for which it may have waited": lambda tx: tx.scalar(_CHILD.with_for_update()),
}


def minute(tx: Tx) -> int:
    found = circles.get(tx, 1)
    assert found is not None
    return found.child.minute


def reads(tx: Tx, between: Callable[[Tx], Any]) -> bool:
    """Whether a circle that is known is read anew after `between`."""
    minute(tx)
    between(tx)
    found: list[str] = []
    event.listen(tx.conn, "before_cursor_execute", lambda _conn, _cursor, sql, *_rest: found.append(sql))
    known = tx.kept.get(("circle", 1))
    minute(tx)
    assert known is None or not found
    return known is None


@pytest.fixture
async def full(store: Store) -> Store:
    """Three rows in each table, something in every column."""
    await store.run(lambda tx: fill(tx.conn, metadata))
    return store


async def test_a_circle_is_read_once_in_a_unit(full: Store) -> None:
    assert not await full.run(lambda tx: reads(tx, minute))
    assert not await full.run(lambda tx: reads(tx, lambda tx: tx.all(_CHILD)))


@pytest.mark.parametrize("what", CHANGES)
async def test_a_circle_is_read_anew_after(full: Store, what: str) -> None:
    assert await full.run(lambda tx: reads(tx, CHANGES[what]))


async def test_what_was_undone_is_not_believed(full: Store) -> None:
    def both(tx: Tx) -> int:
        fails(tx)
        return minute(tx)

    assert await full.run(both) != 77


@pytest.mark.parametrize("what", WHERE_OTHERS_WRITE)
async def test_where_others_write_a_circle_is_read_anew_after(full: Store, what: str) -> None:
    assert await full.run(lambda tx: reads(tx, WHERE_OTHERS_WRITE[what]) == tx.is_shared)
