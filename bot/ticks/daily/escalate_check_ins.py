"""Tells those who come next while a check-in stays unanswered."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.daily.escalation import Escalation, escalate
from bot.queries.circle import circles, people
from bot.queries.daily import escalation
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Take the step of every escalation whose next step is due; how many there were."""
    due = escalation.due(tx, BATCH)
    return tx.each(due, partial(_escalate, tx))


def _escalate(tx: Tx, running: Escalation) -> None:
    circle = circles.get(tx, running.child_id)
    assert circle is not None
    reachable = {each for each in running.steps[running.step].people if people.get(tx, each).reachable}
    tells = escalate(running, circle, reachable)
    following = running.steps[running.step + 1 :]
    next_at = tx.now + following[0].after if following else None
    if escalation.advance(tx, running, [each.to for each in tells], next_at):
        notify(tx, tells)
