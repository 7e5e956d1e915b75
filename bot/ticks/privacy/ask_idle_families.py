"""Asks families that have long not been here whether to keep what is kept; after two questions all of it goes."""

from bot.db.transaction import Tx
from bot.domain.notifications import Lane, Notification
from bot.domain.privacy.idle import ASK_AGAIN, QUESTIONS, FamilyIdle, erased_at, idle_at
from bot.queries.circle import circles
from bot.queries.privacy import idle as idle_rows
from bot.queries.privacy.idle import Looked
from bot.services.notifications import notify
from bot.services.privacy import idle

BATCH = 5


def run_once(tx: Tx) -> int:
    """Look at the families that are due; how many there were."""
    return tx.each(idle_rows.due(tx, BATCH), lambda each: _look_at(tx, each))


def _look_at(tx: Tx, found: Looked) -> None:
    last = idle_rows.last_visit(tx, found.id)
    if last is not None and idle_at(last) > tx.now:
        idle_rows.look_again(tx, found.id, idle_at(last), 0)
    elif found.asked >= QUESTIONS:
        idle.erase_family(tx, found.id)
    else:
        circle = circles.get(tx, found.id)
        about = FamilyIdle(found.id, erased_at(tx.now, found.asked))
        notify(tx, [Notification(each.person_id, about, Lane.NOTICE) for each in (circle.active if circle else ())])
        idle_rows.look_again(tx, found.id, tx.now + ASK_AGAIN, found.asked + 1)
