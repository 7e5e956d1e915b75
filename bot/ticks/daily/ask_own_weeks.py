"""Asks who looks after a child, once a week, how their own week was."""

from functools import partial

from bot.db.transaction import Tx
from bot.queries.daily import own_weeks as rows
from bot.services.daily import own_weeks

BATCH = 10


def run_once(tx: Tx) -> int:
    """Ask whose time has come; how many were looked at."""
    return tx.each(rows.due(tx, BATCH), partial(own_weeks.turn, tx))
