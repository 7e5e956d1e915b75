"""Forgets what families and schools need no longer: each kind of row after its time, a batch a tick."""

from bot.db.transaction import Tx
from bot.queries.privacy import retention

BATCH = 20


def run_once(tx: Tx) -> int:
    """Forget a batch of each kind; how many rows there were."""
    return sum(retention.forget(tx, rule, BATCH) for rule in retention.RULES)
