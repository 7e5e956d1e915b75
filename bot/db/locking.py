"""Whoever acts on a family holds it until the transaction ends: on PostgreSQL as on SQLite, one after the other."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import FromClause, Row, Select, bindparam, select

from bot.db.tables import child, member, person
from bot.db.transaction import Tx
from bot.domain.circle.circles import MemberState

# Not against rows that only refer to a child, which others may add meanwhile.
_HOLD = select(child.c.id).order_by(child.c.id).with_for_update(key_share=True, of=child)
_AROUND = _HOLD.where(
    child.c.id.in_(
        select(member.c.child_id)
        .join(person, person.c.id == member.c.person_id)
        .where(
            person.c.telegram_id.in_(bindparam("chats", expanding=True)),
            member.c.state.in_([MemberState.ACTIVE, MemberState.PENDING]),
        )
    )
)
_FREE = (
    select(child.c.id)
    .where(child.c.id.in_(bindparam("children", expanding=True)))
    .with_for_update(key_share=True, skip_locked=True)
)


def around(tx: Tx, chats: Sequence[int]) -> None:
    """Hold the circles in which the people of these chats take part; all at once and in one order, so that none waits
    for another who waits for it."""
    if chats and tx.is_shared:
        tx.all(_AROUND, {"chats": chats})


def due(tx: Tx, statement: Select[Any], table: FromClause, *, limit: int, **instants: datetime) -> list[Row[Any]]:
    """The rows whose time has come, with their children; what somebody else holds now waits for the next tick."""
    values = {"now": tx.now, "limit": limit, **instants}
    if not tx.is_shared:
        return list(tx.all(statement, values))
    rows = tx.all(_skipping(statement, table), values)
    children = {number for row in rows if (number := _child_of(row)) is not None}
    free = {row.id for row in tx.all(_FREE, {"children": sorted(children)})} if children else set()
    return [row for row in rows if _child_of(row) in {None, *free}]


def _child_of(row: Row[Any]) -> int | None:
    return getattr(row, "child_id", None)


@cache
def _skipping(statement: Select[Any], table: FromClause) -> Select[Any]:
    return statement.with_for_update(key_share=True, skip_locked=True, of=table)
