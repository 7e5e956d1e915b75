"""A hard report that waits goes on: asked about in the morning, or told, since nothing is kept for ever."""

from functools import partial

from bot.db.transaction import Tx
from bot.queries.daily import held_reports as rows
from bot.services.daily import held_reports

BATCH = 10


def run_once(tx: Tx) -> int:
    """Take the next step of what is due; how many there were."""
    return tx.each(rows.due(tx, BATCH), partial(held_reports.go_on, tx))
