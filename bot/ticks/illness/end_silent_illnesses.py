"""Ends a thread in which nobody has said anything for two weeks: it is asked no more, and that is no all-clear.

While Homeline stood still, or believed a wrong clock, nobody could: then the two weeks begin anew.
"""

from functools import partial

from bot.db import timekeeping
from bot.db.transaction import Tx
from bot.domain.illness.illnesses import Illness
from bot.queries.illness import illnesses
from bot.services.illness.illness_endings import fall_silent

BATCH = 10


def run_once(tx: Tx) -> int:
    """End those that are due; how many were."""
    stood = timekeeping.stood_until(tx)
    if stood and illnesses.silent_since(tx.now) < stood <= tx.now:
        return 0
    return tx.each(illnesses.silent(tx, BATCH), partial(_end, tx))


def _end(tx: Tx, due: Illness) -> None:
    fall_silent(tx, due, illnesses.silent_since(tx.now))
