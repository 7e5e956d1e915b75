"""Rows of the outbox that have come to their end: many at once, in one statement that costs hardly more than one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from bot.db.columns import LIMIT, Instant, is_in, is_still
from bot.db.tables import outbox
from bot.db.transaction import Tx
from bot.delivery.outbox import Row
from bot.delivery.payloads import Payload
from bot.delivery.states import OutboxState

_SENT = update(outbox).where(
    outbox.c.id == bindparam("key"), is_in(outbox, OutboxState.SENDING), outbox.c.attempt == bindparam("counts")
)
_OLD = select(outbox.c.id).where(outbox.c.done_at <= bindparam("before", type_=Instant))
DONE = _OLD.limit(1)
_FORGET = outbox.delete().where(outbox.c.id.in_(_OLD.where(outbox.c.state == bindparam("ended")).limit(LIMIT)))

_MINE = outbox.c.person_id == bindparam("person"), is_still(outbox, OutboxState.SENT)
_SAID_IN = select(outbox.c.payload).where(*_MINE, outbox.c.message_id == bindparam("message"))
_ONES = _SAID_IN.where(outbox.c.edits_card.is_(False)).limit(20)
_NEWEST_IN = _SAID_IN.order_by(outbox.c.id.desc()).limit(1)
_NEWEST = (
    select(outbox)
    .where(*_MINE, outbox.c.chat.is_not(None), outbox.c.edits_card.is_(False), outbox.c.message_id.is_not(None))
    .order_by(outbox.c.id.desc())
    .limit(2)
)


def sent(tx: Tx, ended: Sequence[tuple[Row, int | None]]) -> None:
    """These have become messages; an attempt that no longer counts changes nothing."""
    same = {"state": OutboxState.SENT, "done_at": tx.now, "lease_until": None}
    tx.change_each(_SENT, [{"key": row.id, "counts": row.attempt, "message_id": said, **same} for row, said in ended])


def said_in(tx: Tx, person_id: int, message_id: int) -> Payload | None:
    """What a message says to a person, as it was told last; none when that is forgotten."""
    found: Payload | None = tx.scalar(_NEWEST_IN, {"person": person_id, "message": message_id})
    return found


def is_of_one(tx: Tx, person_id: int, message_id: int) -> bool:
    """Whether a message was sent as one row: what has waited over a night may stand in one message with others."""
    found = tx.all(_ONES, {"person": person_id, "message": message_id})
    return sum("edit" not in each.payload for each in found) == 1


def newest(tx: Tx, person_id: int) -> Sequence[Any]:
    """What somebody was sent last, or changed last at their own press, and what came at that moment before it."""
    found = tx.all(_NEWEST, {"person": person_id})
    as_it_stands = {each.message_id: each for each in reversed(found)}  # a message that was changed says the newer
    return [each for each in reversed(as_it_stands.values()) if each.created_at == found[0].created_at]


def forget_done(tx: Tx, state: OutboxState, before: datetime, limit: int = 200) -> int:
    """Delete rows that came to their end in `state` before an instant, at most `limit`; how many."""
    return tx.change(_FORGET, {"before": before, "ended": state, "limit": limit})


def oldest_done(tx: Tx, before: datetime) -> bool:
    """Whether any row came to its end before an instant."""
    return tx.scalar(DONE, {"before": before}) is not None
