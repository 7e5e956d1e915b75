"""Forgets what families and schools need no longer: each kind of row after its time, a batch in a beat."""

from bot.storage import retention
from bot.storage.transaction import Tx

BATCH = 20


def run_once(tx: Tx) -> int:
    """Forget a batch of each kind; how many rows there were."""
    return sum(retention.forget(tx, rule, BATCH) for rule in retention.RULES)
