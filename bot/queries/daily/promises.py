"""Promises and visits as rows."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, Row, bindparam, func, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import promise
from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.daily.promises import ASK_UNDATED, Promise, PromiseState, next_step, sleeps

PLANNED = (PromiseState.PLANNED, PromiseState.ASKED)
UNDATED = (PromiseState.DRAFT, PromiseState.OPEN)

_GET = select(promise).where(promise.c.id == bindparam("key"))
_COMING = (
    select(promise)
    .where(promise.c.child_id == bindparam("child"), promise.c.state == PromiseState.PLANNED)
    .order_by(promise.c.day, promise.c.id)
)
DUE = select(promise).where(promise.c.next_at <= NOW).order_by(promise.c.next_at).limit(LIMIT)


class Changes(TypedDict, total=False):
    """Columns of a promise that may be set."""

    state: PromiseState
    day: str
    next_at: datetime | None
    pause_days: int | None


def _promise(row: Row[Any]) -> Promise:
    day = date.fromisoformat(row.day) if row.day else None
    return Promise(row.id, row.child_id, row.made_by, row.visit, row.words, day, row.state, row.pause_days)


def get(tx: Tx, promise_id: int) -> Promise | None:
    """One promise."""
    row = tx.first(_GET, {"key": promise_id})
    return _promise(row) if row else None


def draft(tx: Tx, child_id: int, person_id: int, words: str) -> int:
    """A promise that has no day yet, or a visit when it has no words; one that was begun before is taken up."""
    mine = promise.c.child_id == child_id, promise.c.made_by == person_id, promise.c.visit == (not words)
    old = tx.scalar(select(promise.c.id).where(*mine, promise.c.state == PromiseState.DRAFT))
    ask_at = tx.now + ASK_UNDATED if words else None
    if old is not None:
        tx.change(update(promise).where(promise.c.id == old).values(words=words, next_at=ask_at))
        return int(old)
    values = {"child_id": child_id, "made_by": person_id, "visit": not words, "words": words}
    return tx.add(promise, state=PromiseState.DRAFT, created_at=tx.now, next_at=ask_at, **values)


def open_ones(tx: Tx, child_id: int, person_id: int) -> int:
    """How many promises and visits of a parent to a child are still to come."""
    mine = (
        promise.c.child_id == child_id,
        promise.c.made_by == person_id,
        promise.c.state.in_([*PLANNED, PromiseState.OPEN]),
    )
    return int(tx.scalar(select(func.count()).select_from(promise).where(*mine)))


def coming(tx: Tx, circle: Circle, person_id: int) -> list[Promise]:
    """What this person may see of what is to come, the nearest first: not the other parent's on separate lines."""
    found = [_promise(row) for row in tx.all(_COMING, {"child": circle.child.id})]
    return [
        each
        for each in found
        if each.day and sleeps(each.day, tx.now, circle.child.zone) >= 0 and may_see(circle, each, person_id)
    ]


def without_day(tx: Tx, child_id: int, person_id: int) -> list[Promise]:
    """What this parent has kept without a day."""
    mine = promise.c.child_id == child_id, promise.c.made_by == person_id, promise.c.state == PromiseState.OPEN
    return [_promise(row) for row in tx.all(select(promise).where(*mine).order_by(promise.c.id))]


def may_see(circle: Circle, found: Promise, person_id: int) -> bool:
    """Whether a promise concerns this person: both take part, and separated parents know nothing of each other."""
    maker = circle.member(found.made_by)
    return maker is not None and circle.member(person_id) is not None and not circle.hides(maker, person_id)


def change(
    tx: Tx, promise_id: int, was: Sequence[PromiseState], *conditions: ColumnElement[bool], **values: Unpack[Changes]
) -> bool:
    """Set columns of a promise that is in one of the states `was`; whether it was."""
    where = promise.c.id == promise_id, promise.c.state.in_(was), *conditions
    return tx.change(update(promise).where(*where).values(**values)) == 1


def set_day(tx: Tx, found: Promise, day: date, home: str) -> bool:
    """Give it its day, or another one; false when it has that day already, or is over."""
    other = promise.c.day.is_(None) | (promise.c.day != day.isoformat())
    step = next_step(day, tx.now, home, replace(found, day=day).leaves)
    values: Changes = {"state": PromiseState.PLANNED, "day": day.isoformat(), "next_at": step}
    return change(tx, found.id, (*UNDATED, *PLANNED), other, **values)


def due(tx: Tx, limit: int) -> list[Promise]:
    """Promises for which the time has come to count, to begin the day or to ask."""
    return [_promise(row) for row in due_rows(tx, DUE, promise, limit=limit)]
