"""Forgets what has been handled, what was parked and what could not be delivered, each after its time."""

from bot.db.transaction import Tx
from bot.delivery import inbox, outbox
from bot.domain.privacy.retention import kept

HANDLED = kept("handled")
PARKED = kept("parked")
UNDELIVERED = kept("undelivered")


def run_once(tx: Tx) -> int:
    """Delete a batch of old rows; how many there were."""
    first = tx.now - HANDLED
    if not (inbox.oldest_done(tx, first) or outbox.oldest_done(tx, first)):
        return 0
    return (
        inbox.forget_done(tx, "done", tx.now - HANDLED)
        + inbox.forget_done(tx, "parked", tx.now - PARKED)
        + sum(outbox.forget_done(tx, state, tx.now - HANDLED) for state in ("sent", "cleared"))
        + sum(outbox.forget_done(tx, state, tx.now - UNDELIVERED) for state in ("unknown", "discarded"))
    )
