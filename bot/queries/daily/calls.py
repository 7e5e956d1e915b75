"""Calls as rows: planned ones, and requests to be called."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, Row, bindparam, func, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import call
from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle
from bot.domain.daily.calls import REMIND_BEFORE, SAME_REQUEST, Call, CallState
from bot.domain.local_time import DAY

_PLANNED = (CallState.PLANNED, CallState.REMINDED)
_REQUESTED = (CallState.ASKED, CallState.CALLING)

_GET = select(call).where(call.c.id == bindparam("key"))
DUE = select(call).where(call.c.next_at <= NOW).order_by(call.c.next_at).limit(LIMIT)


class Changes(TypedDict, total=False):
    """Columns of a call that may be set."""

    state: CallState
    next_at: datetime | None
    agreed_by: int
    caller_id: int


def _call(row: Row[Any]) -> Call:
    return Call(row.id, row.child_id, row.planned_by, row.at, row.state, row.agreed_by, row.caller_id, row.created_at)


def get(tx: Tx, call_id: int) -> Call | None:
    """One call."""
    row = tx.first(_GET, {"key": call_id})
    return _call(row) if row else None


def planned(tx: Tx, child_id: int, person_id: int) -> list[Call]:
    """What this parent has planned and is still to come."""
    mine = call.c.child_id == child_id, call.c.planned_by == person_id
    rows = tx.all(select(call).where(*mine, call.c.state == CallState.PLANNED, call.c.at > tx.now))
    return [_call(row) for row in rows]


def next_of(tx: Tx, circle: Circle, person_id: int) -> Call | None:
    """The next call with a child that this person may know of: not the other parent's on separate lines."""
    coming = call.c.child_id == circle.child.id, call.c.state.in_(_PLANNED), call.c.at > tx.now
    for row in tx.all(select(call).where(*coming).order_by(call.c.at)):
        planner = circle.member(row.planned_by)
        if planner is not None and not circle.hides(planner, person_id):
            return _call(row)
    return None


def planned_today(tx: Tx, child_id: int, person_id: int) -> int:
    """How often this parent has planned a call with a child in the last 24 hours."""
    mine = call.c.child_id == child_id, call.c.planned_by == person_id, call.c.state.not_in(_REQUESTED)
    return int(tx.scalar(select(func.count()).select_from(call).where(*mine, call.c.created_at > tx.now - DAY)))


def turn(tx: Tx, found: Call) -> int:
    """How many planned calls with this child came before it."""
    before = call.c.child_id == found.child_id, call.c.id < found.id
    took_place = call.c.state.in_([*_PLANNED, CallState.HAPPENED, CallState.MISSED])
    return int(tx.scalar(select(func.count()).select_from(call).where(*before, took_place)))


def plan(tx: Tx, child_id: int, person_id: int, at: datetime) -> Call:
    """A new call, with its reminder."""
    values = {"child_id": child_id, "planned_by": person_id, "at": at, "created_at": tx.now}
    number = tx.add(call, state=CallState.PLANNED, next_at=max(tx.now, at - REMIND_BEFORE), **values)
    return Call(number, child_id, person_id, at, CallState.PLANNED, None, None, tx.now)


def request(tx: Tx, child_id: int, person_id: int) -> Call | None:
    """A request to be called; none when this adult has asked just now."""
    if last_request(tx, child_id, person_id):
        return None
    values = {"child_id": child_id, "planned_by": person_id, "at": tx.now, "created_at": tx.now}
    number = tx.add(call, state=CallState.ASKED, **values)
    return Call(number, child_id, person_id, tx.now, CallState.ASKED, None, None, tx.now)


def last_request(tx: Tx, child_id: int, person_id: int) -> Call | None:
    """What this adult has asked for in the last minutes."""
    mine = call.c.child_id == child_id, call.c.planned_by == person_id, call.c.state.in_(_REQUESTED)
    recent = call.c.created_at > tx.now - SAME_REQUEST
    row = tx.first(select(call).where(*mine, recent).order_by(call.c.id.desc()).limit(1))
    return _call(row) if row else None


def change(
    tx: Tx, call_id: int, was: Sequence[CallState], *conditions: ColumnElement[bool], **values: Unpack[Changes]
) -> bool:
    """Set columns of a call that is in one of the states `was`; whether it was."""
    where = call.c.id == call_id, call.c.state.in_(was), *conditions
    return tx.change(update(call).where(*where).values(**values)) == 1


def agree(tx: Tx, call_id: int, person_id: int) -> bool:
    """The time suits at home; the first adult who says so counts."""
    return change(tx, call_id, _PLANNED, call.c.agreed_by.is_(None), agreed_by=person_id)


def drop(tx: Tx, call_id: int) -> bool:
    """It does not take place; false when it was over already."""
    return change(tx, call_id, _PLANNED, state=CallState.DROPPED, next_at=None)


def due(tx: Tx, limit: int) -> list[Call]:
    """Calls that a reminder or a question is due for."""
    return [_call(row) for row in due_rows(tx, DUE, call, limit=limit)]


def seen_by(tx: Tx, call_id: int, people: Sequence[int]) -> list[int]:
    """Who of these people has a card about it."""
    return [each for each in people if cards.message_of(tx, each, f"call:{call_id}") is not None]
