"""Since when Telegram takes no message, where operators can read it."""

from collections.abc import Sequence
from datetime import datetime

from bot.db import installation
from bot.db.transaction import Tx
from bot.delivery import outbox

_SINCE = "outage_since"
_AT_ONCE = 500


def begin(tx: Tx) -> None:
    """From now on nobody gets through."""
    if installation.get(tx, _SINCE) is None:
        installation.learn(tx, _SINCE, tx.now.isoformat())


def end(tx: Tx, row_ids: Sequence[int]) -> None:
    """Telegram takes messages again, and these rows have waited for it."""
    over(tx)
    for first in range(0, len(row_ids), _AT_ONCE):
        outbox.hasten(tx, row_ids[first : first + _AT_ONCE])


def over(tx: Tx) -> None:
    """Nothing is known of an outage."""
    installation.forget(tx, _SINCE)


def since(tx: Tx) -> datetime | None:
    """Since when nobody gets through; none while Telegram takes messages."""
    found = installation.get(tx, _SINCE)
    return datetime.fromisoformat(found) if found else None
