"""Rows that leave in the message of another: each keeps its own end, so that what fails together goes on alone."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import bindparam, select

from bot.db.columns import NOW, is_in, is_still
from bot.db.tables import outbox
from bot.db.transaction import Tx
from bot.delivery.outbox import Row
from bot.delivery.states import OutboxState
from bot.domain.notifications import Lane

_MINE = outbox.c.person_id == bindparam("person"), outbox.c.id != bindparam("but")
_HELD = (
    select(outbox.c.id, outbox.c.payload, outbox.c.wanted_at, outbox.c.due_at)
    .where(
        *_MINE,
        is_still(outbox, OutboxState.PENDING),
        outbox.c.due_at <= NOW,
        outbox.c.due_at > outbox.c.wanted_at,
        outbox.c.lane > Lane.REPLY,
        outbox.c.attempt == 0,
        outbox.c.edits_card.is_(False),
    )
    .order_by(outbox.c.id)
)
_BEFORE = (
    select(outbox.c.id)
    .where(
        *_MINE,
        is_in(outbox, OutboxState.SENDING, OutboxState.SENT),
        outbox.c.due_at == bindparam("due", type_=outbox.c.due_at.type),
        outbox.c.lane > Lane.REPLY,
    )
    .limit(1)
)
_SAID = (
    select(outbox.c.payload, outbox.c.wanted_at)
    .where(
        outbox.c.person_id == bindparam("person"),
        outbox.c.message_id == bindparam("message"),
        is_in(outbox, OutboxState.SENT),
        outbox.c.edits_card.is_(False),
    )
    .order_by(outbox.c.id)
)


def held_with(tx: Tx, row: Row) -> Sequence[SqlRow[Any]]:
    """What has waited for the same person and is due as well."""
    return tx.all(_HELD, {"person": row.person_id, "but": row.id, "now": tx.now})


def is_second(tx: Tx, row: Row) -> bool:
    """Whether something else that was held until the same moment has left before it."""
    return tx.first(_BEFORE, {"person": row.person_id, "but": row.id, "due": row.due_at}) is not None


def said_in(tx: Tx, person_id: int, message_id: int) -> tuple[list[dict[str, Any]], datetime | None]:
    """All that one message has said, as far as its rows are still there, and when it was wanted."""
    rows = tx.all(_SAID, {"person": person_id, "message": message_id})
    return [each for row in rows for each in row.payload["events"]], rows[0].wanted_at if rows else None
