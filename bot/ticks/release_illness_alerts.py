"""Lets an alert leave by itself, 60 seconds after the first tap."""

from functools import partial

from bot.storage import illness as illnesses
from bot.storage.illness_alerts import raise_alert
from bot.storage.transaction import Tx

BATCH = 20


def run_once(tx: Tx) -> int:
    """Send what nobody has chosen further or taken back; how many alerts left."""
    due = illnesses.due(tx, "alert_at", BATCH)
    return tx.each(due, partial(raise_alert, tx))
