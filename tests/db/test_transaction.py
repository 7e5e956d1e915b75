"""What a unit has read of a circle it keeps, and reads anew wherever it may have changed."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import Delete, Update, delete, event, select, update

from bot.db.store import Store
from bot.db.tables import child, class_room, class_teacher, member, metadata, person, pupil, school, staff
from bot.db.transaction import Tx
from bot.queries.circle import circles
from bot.queries.school import rosters, schools
from tests.filled import DAY, fill

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
    "a person who is gone, and with them whatever is theirs": lambda tx: tx.change(
        delete(person).where(person.c.id == 99)
    ),
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


# What a unit keeps of a school, and a change of each table that it was read from.
AT_SCHOOL: dict[str, tuple[Callable[[Tx], Any], Update | Delete]] = {
    "a class": (lambda tx: schools.class_room_of(tx, 1), update(class_room).values(back_at=DAY)),
    "who teaches beside": (lambda tx: schools.seconds(tx, 1), delete(class_teacher)),
    "where somebody works": (lambda tx: schools.works_at(tx, 1, 1), update(staff).values(lead=False)),
    "what it is called": (lambda tx: schools.works_at(tx, 1, 1), update(school).values(time_zone="Asia/Dubai")),
    "a list": (lambda tx: rosters.of_class(tx, 1), update(pupil).values(birth_year=1999)),
    "further families": (
        lambda tx: rosters.joined(tx, 1),
        update(pupil).where(pupil.c.id == 1).values(removed_at=None),
    ),
}


@pytest.mark.parametrize("what", AT_SCHOOL)
async def test_what_is_read_of_a_school_is_read_once_and_anew_after_a_change(full: Store, what: str) -> None:
    read, change = AT_SCHOOL[what]

    def look(tx: Tx) -> tuple[Any, Any, Any, Any]:
        tx.change(update(staff).values(left_at=None, lead=True))
        tx.change(update(pupil).values(class_id=1, removed_at=None))
        tx.change(update(pupil).where(pupil.c.id == 1).values(removed_at=DAY, child_id=1))
        tx.change(update(pupil).where(pupil.c.id == 2).values(same_as=1, child_id=2))
        before = read(tx)
        read(tx)
        kept = len(tx.kept)
        tx.change(change)
        return before, kept, len(tx.kept), read(tx)

    before, kept, left, after = await full.run(look)
    assert (kept, left) == (1, 0)
    assert after != before


async def test_what_was_undone_is_not_believed(full: Store) -> None:
    def both(tx: Tx) -> int:
        fails(tx)
        return minute(tx)

    assert await full.run(both) != 77


@pytest.mark.parametrize("what", WHERE_OTHERS_WRITE)
async def test_where_others_write_a_circle_is_read_anew_after(full: Store, what: str) -> None:
    assert await full.run(lambda tx: reads(tx, WHERE_OTHERS_WRITE[what]) == tx.is_shared)
