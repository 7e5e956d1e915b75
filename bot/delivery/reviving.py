"""What was dropped from the outbox, and leaves after all."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from bot.db.columns import is_in
from bot.db.tables import outbox
from bot.db.transaction import Tx
from bot.delivery.states import OutboxState
from bot.domain.notifications import Lane


def cleared_for(tx: Tx, person_id: int, reason: str) -> Sequence[Row[Any]]:
    """What people wrote to a person and was dropped for this reason: `id`, `lane` and `payload`."""
    return tx.all(
        select(outbox.c.id, outbox.c.lane, outbox.c.payload)
        .where(
            outbox.c.person_id == person_id,
            is_in(outbox, OutboxState.CLEARED),
            outbox.c.reason == reason,
            outbox.c.retry_if_unknown,
            outbox.c.lane > Lane.REPLY,
        )
        .order_by(outbox.c.id)
    )


def revive(tx: Tx, row_id: int, due_at: datetime) -> None:
    """Let what was dropped leave after all."""
    tx.woke.add("outbox")
    values = {"state": OutboxState.PENDING, "due_at": due_at, "done_at": None, "reason": None}
    tx.change(update(outbox).where(outbox.c.id == row_id, outbox.c.state == OutboxState.CLEARED).values(**values))
