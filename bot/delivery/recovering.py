"""Rows of the outbox whose sender died while it sent them."""

from collections.abc import Collection

from sqlalchemy import bindparam, update

from bot.db.columns import NOW, is_in
from bot.db.tables import outbox
from bot.db.transaction import Tx
from bot.delivery.states import OutboxState

_LOST = (
    update(outbox)
    .where(is_in(outbox, OutboxState.SENDING), outbox.c.id.not_in(bindparam("without", expanding=True)))
    .values(lease_until=None, reason="the process ended while it was sent")
)
_AGAIN = _LOST.where(outbox.c.retry_if_unknown).values(state=OutboxState.PENDING)
_GIVEN_UP = _LOST.values(state=OutboxState.UNKNOWN, done_at=NOW)
_LEASE_OVER = outbox.c.lease_until <= NOW
_ONLY_OVER = _AGAIN.where(_LEASE_OVER), _GIVEN_UP.where(_LEASE_OVER)


def recover(tx: Tx, *, everything: bool = False, without: Collection[int] = ()) -> int:
    """Decide on them: again where a person or an alert spoke, else unknown; how many."""
    lost = {"without": list(without), "now": tx.now}
    again, given_up = (tx.change(each, lost) for each in ((_AGAIN, _GIVEN_UP) if everything else _ONLY_OVER))
    if again:
        tx.woke.add("outbox")
    return again + given_up
