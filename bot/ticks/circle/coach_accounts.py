"""Tells everybody once, and each half-year, how to keep their Telegram their own."""

from bot.db.transaction import Tx
from bot.domain.circle.presence import COACHED_AGAIN, AccountAdvised
from bot.domain.notifications import Lane, Notification
from bot.queries.circle import circles, people, presence
from bot.queries.school import schools
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Tell whose turn it is; how many were."""
    due = presence.to_coach(tx, BATCH)
    for each in due:
        people.change(tx, each, coach_at=tx.now + COACHED_AGAIN)
        if circles.of_person(tx, each) or schools.of_person(tx, each):
            notify(tx, [Notification(each, AccountAdvised(), Lane.BULK)])
    return len(due)
