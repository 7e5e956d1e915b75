"""The inbox: what Telegram gave us, kept before it is acknowledged."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, or_, select, update

from bot.db.columns import LIMIT, Instant, is_in
from bot.db.tables import inbox
from bot.db.transaction import Tx
from bot.delivery.states import InboxState
from bot.log import without_quotes

ATTEMPTS = 3
AGAIN = "homeline_again"  # marks an update that was taken out of the row in which it came, and put back

_IS_NEW = is_in(inbox, InboxState.NEW)

_WAITING = select(inbox.c.id, inbox.c.chat).where(_IS_NEW).order_by(inbox.c.turn, inbox.c.id).limit(LIMIT)
_OLDER = inbox.alias()
# The first of each chat come before all that are second, so that no chat's thousands delay another's tap.
_LAST = select(_OLDER.c.turn + 1).where(
    _OLDER.c.chat == bindparam("whose", type_=inbox.c.chat.type), is_in(_OLDER, InboxState.NEW)
)
_TURN = func.coalesce(_LAST.order_by(_OLDER.c.id.desc()).limit(1).scalar_subquery(), 0)
# Looked up row by row: as an anti-join, a server without statistics may compare every row with every other.
_OLDEST = (
    select(_OLDER.c.id)
    .where(_OLDER.c.chat == inbox.c.chat, is_in(_OLDER, InboxState.NEW))
    .order_by(_OLDER.c.id)
    .limit(1)
)
_NO_OLDER = or_(inbox.c.chat.is_(None), inbox.c.id == _OLDEST.scalar_subquery())
_TAKE = (
    select(inbox.c.id, inbox.c.chat, inbox.c.payload)
    .where(
        inbox.c.id == bindparam("key"),
        _IS_NEW,
        _NO_OLDER,
    )
    .with_for_update(skip_locked=True)
)
# Of one chat's thousands only the next few are looked at, since all but its oldest have to wait.
_LEAST = select(_OLDER.c.turn).where(is_in(_OLDER, InboxState.NEW)).order_by(_OLDER.c.turn).limit(1)
_IS_NEAR = inbox.c.turn <= _LEAST.scalar_subquery() + 20
_TAKE_SOME = (
    select(inbox.c.id, inbox.c.chat, inbox.c.payload)
    .where(_IS_NEW, _IS_NEAR, _NO_OLDER)
    .order_by(inbox.c.turn, inbox.c.id)
    .limit(LIMIT)
    .with_for_update(skip_locked=True)
)
_FINISH_SOME = (
    update(inbox)
    .where(inbox.c.id.in_(bindparam("keys", expanding=True)), _IS_NEW)
    .values(state=InboxState.DONE, done_at=bindparam("now", type_=Instant))
)
_FINISH = update(inbox).where(inbox.c.id == bindparam("key"), _IS_NEW)


_NEWEST = select(func.max(inbox.c.id))


@dataclass(frozen=True, slots=True)
class Received:
    """One update as it came; `chat` orders what belongs together, none where it has no chat."""

    update_id: int
    chat: int | None
    payload: str


@dataclass(frozen=True, slots=True)
class Taken:
    """One row that is ours until the transaction ends."""

    id: int
    chat: int | None
    payload: str


def receive(tx: Tx, updates: list[Received]) -> int:
    """Keep the updates that are not here yet; how many were new."""
    tx.woke.add("inbox")
    return tx.add_once(
        inbox,
        [
            {
                "update_id": each.update_id,
                "chat": each.chat,
                "whose": each.chat,
                "payload": each.payload,
                "state": InboxState.NEW,
                "attempt": 0,
                "received_at": tx.now,
            }
            for each in updates
        ],
        turn=_TURN,
    )


def take_out(tx: Tx, chat: int) -> str | None:
    """The update that is being handled for a chat, its oldest; its row keeps nothing of it."""
    row = tx.first(
        select(inbox.c.id, inbox.c.payload).where(inbox.c.chat == chat, _IS_NEW).order_by(inbox.c.id).limit(1)
    )
    if row is None or row.payload is None:
        return None
    forget(tx, row.id)
    return str(row.payload)


def put_back(tx: Tx, chat: int, payload: str, number: int) -> None:
    """An update that was taken out comes in once more, marked, under a number that Telegram never gives."""
    receive(tx, [Received(-number, chat, json.dumps({**json.loads(payload), AGAIN: True}))])


def waiting(tx: Tx, limit: int) -> list[tuple[int, int | None]]:
    """The unfinished rows that are next, as (row, chat): the first of each chat, the oldest before the others."""
    return [(row.id, row.chat) for row in tx.all(_WAITING, {"limit": limit})]


def take(tx: Tx, row_id: int) -> Taken | None:
    """Lock a row for this transaction if it is the oldest of its chat."""
    row = tx.first(_TAKE, {"key": row_id})
    return Taken(row.id, row.chat, row.payload) if row else None


def take_some(tx: Tx, limit: int) -> list[Taken]:
    """Lock the next rows that nobody else has, each the oldest of its chat."""
    return [Taken(row.id, row.chat, row.payload) for row in tx.all(_TAKE_SOME, {"limit": limit})]


def finish_some(tx: Tx, row_ids: Sequence[int]) -> int:
    """Mark rows done in the transaction of their effect; how many were not done already."""
    return tx.change(_FINISH_SOME, {"keys": row_ids, "now": tx.now})


def finish(tx: Tx, row_id: int) -> bool:
    """Mark a row done in the transaction of its effect; false when it was done already."""
    return tx.change(_FINISH, {"key": row_id, "state": InboxState.DONE, "done_at": tx.now}) == 1


def forget(tx: Tx, row_id: int) -> None:
    """Keep nothing of what an update said."""
    tx.change(update(inbox).where(inbox.c.id == row_id).values(payload=None))


def fail(tx: Tx, row_id: int, reason: str) -> bool:
    """Count a failed attempt and park the row after the last one, with its reason; whether it is parked now."""
    attempt = tx.scalar(select(inbox.c.attempt).where(inbox.c.id == row_id, _IS_NEW))
    if attempt is None:
        return False
    parked = bool(attempt + 1 >= ATTEMPTS)
    values = {"attempt": attempt + 1, "reason": without_quotes(reason)[:200]}
    if parked:
        values |= {"state": InboxState.PARKED, "done_at": tx.now}
    tx.change(update(inbox).where(inbox.c.id == row_id, _IS_NEW).values(**values))
    return parked


def forget_done(tx: Tx, state: InboxState, before: datetime, limit: int = 200) -> int:
    """Delete rows that came to their end in `state` before an instant, at most `limit`; how many."""
    return tx.change(_FORGET_DONE, {"before": before, "ended": state, "limit": limit})


def oldest_done(tx: Tx, before: datetime) -> bool:
    """Whether any row came to its end before an instant."""
    return tx.scalar(DONE, {"before": before}) is not None


_OLD = select(inbox.c.id).where(inbox.c.done_at <= bindparam("before", type_=Instant))
_FORGET_DONE = inbox.delete().where(inbox.c.id.in_(_OLD.where(inbox.c.state == bindparam("ended")).limit(LIMIT)))
DONE = _OLD.limit(1)


def newest(tx: Tx) -> int | None:
    """The number of the last update that was kept; none while there is none."""
    found: int | None = tx.scalar(_NEWEST)
    return found
