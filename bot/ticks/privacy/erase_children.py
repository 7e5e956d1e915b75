"""Erases what is kept about a child around whom nobody is left, after the days in which it could be stopped."""

from bot.db.transaction import Tx
from bot.queries.privacy import erasing as erasing_rows
from bot.services.privacy import erasing

BATCH = 5


def run_once(tx: Tx) -> int:
    """Erase what is due; how many children it was about."""
    return tx.each(erasing_rows.due(tx, BATCH), lambda each: erasing.erase_child(tx, each))
