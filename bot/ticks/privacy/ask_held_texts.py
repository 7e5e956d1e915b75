"""Asks once more about a text that waits for its writer, and says so before it is deleted (SG-27)."""

from bot.db.transaction import Tx
from bot.domain.notifications import Lane, Notification
from bot.domain.privacy.crisis import HeldTextWaits, good_moment, is_last_asking, next_asking
from bot.queries.circle import people
from bot.queries.privacy import crisis
from bot.queries.privacy.crisis import Held
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Ask those whose time has come; how many there were."""
    return tx.each(crisis.due(tx, BATCH), lambda each: _ask(tx, each))


def _ask(tx: Tx, held: Held) -> None:
    crisis.plan(tx, held.id, next_asking(held.at, tx.now))
    about = HeldTextWaits(held.id, last=is_last_asking(held.at, tx.now))
    at = good_moment(people.get(tx, held.person_id), tx.now)
    notify(tx, [Notification(held.person_id, about, Lane.URGENT, card=f"held:{held.id}", not_before=at)])
