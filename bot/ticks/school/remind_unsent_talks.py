"""Reminds whoever has written to a school, and not said about which child, that their words wait."""

from functools import partial

from bot.db.transaction import Tx
from bot.queries.school import unsent_talks as rows
from bot.services.school import unsent_talks

BATCH = 20


def run_once(tx: Tx) -> int:
    """Remind where it is due; how many were."""
    return tx.each(rows.due(tx, BATCH), partial(unsent_talks.remind, tx))
