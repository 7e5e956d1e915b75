"""Forgets what has been handled, what was parked and what could not be delivered, each after its time."""

from bot.db.transaction import Tx
from bot.delivery import endings, inbox
from bot.delivery.states import InboxState, OutboxState
from bot.domain.privacy.retention import kept

HANDLED = kept("handled")
PARKED = kept("parked")
UNDELIVERED = kept("undelivered")


def run_once(tx: Tx) -> int:
    """Delete a batch of old rows; how many there were."""
    first = tx.now - HANDLED
    if not (inbox.oldest_done(tx, first) or endings.oldest_done(tx, first)):
        return 0
    return (
        inbox.forget_done(tx, InboxState.DONE, tx.now - HANDLED)
        + inbox.forget_done(tx, InboxState.PARKED, tx.now - PARKED)
        + sum(endings.forget_done(tx, state, tx.now - HANDLED) for state in (OutboxState.SENT, OutboxState.CLEARED))
        + sum(
            endings.forget_done(tx, state, tx.now - UNDELIVERED)
            for state in (OutboxState.UNKNOWN, OutboxState.DISCARDED)
        )
    )
