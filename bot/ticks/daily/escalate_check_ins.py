"""Tells those who come next while a check-in stays unanswered."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.daily.escalation import Ladder, climb
from bot.queries.circle import circles, people
from bot.queries.daily import escalation
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Climb every ladder whose next step is due; how many there were."""
    due = escalation.due(tx, BATCH)
    return tx.each(due, partial(_climb, tx))


def _climb(tx: Tx, ladder: Ladder) -> None:
    circle = circles.get(tx, ladder.child_id)
    assert circle is not None
    reachable = {each for each in ladder.steps[ladder.step].people if people.get(tx, each).reachable}
    tells = climb(ladder, circle, reachable)
    following = ladder.steps[ladder.step + 1 :]
    next_at = tx.now + following[0].after if following else None
    if escalation.advance(tx, ladder, [each.to for each in tells], next_at):
        notify(tx, tells)
