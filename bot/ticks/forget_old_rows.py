"""Forgets what has been handled: payloads live 7 days, parked ones 30, undelivered ones 90 (safeguarding.md, SG-06)."""

from datetime import timedelta

from bot.storage import inbox, outbox
from bot.storage.transaction import Tx

HANDLED = timedelta(days=7)
PARKED = timedelta(days=30)
UNDELIVERED = timedelta(days=90)


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
