"""Tells everybody once, and each half-year, how to keep their Telegram their own."""

from bot.domain.presence import COACHED_AGAIN, AccountAdvised
from bot.domain.tell import Lane, Tell
from bot.storage import circles, people, presence, schools
from bot.storage.tellings import tell
from bot.storage.transaction import Tx

BATCH = 10


def run_once(tx: Tx) -> int:
    """Tell whose turn it is; how many were."""
    due = presence.to_coach(tx, BATCH)
    for each in due:
        people.change(tx, each, coach_at=tx.now + COACHED_AGAIN)
        if circles.of_person(tx, each) or schools.of_person(tx, each):
            tell(tx, [Tell(each, AccountAdvised(), Lane.BULK)])
    return len(due)
