"""Looks after words between a family and a school until somebody has them."""

from bot.db.transaction import Tx
from bot.queries.school import school_talks
from bot.services.school.talk_ways import follow

BATCH = 10


def run_once(tx: Tx) -> int:
    """Look at everything that is due for it; how much was."""
    due = school_talks.to_check(tx, BATCH)
    return tx.each(due, lambda each: follow(tx, *each))
