"""Tells those who come next while nothing comes from home, and then week after week."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.daily.escalation import Escalation, escalate, next_step_at, step_of
from bot.domain.local_time import DAY
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
    if not circle.askable(tx.now):  # who looks after the child has said until when they are away
        escalation.wait(tx, running, tx.now + DAY)
        return
    found = [people.get(tx, each) for each in step_of(running, 0, circle).people]
    tells = escalate(running, circle, {each.id: each.zone for each in found if each.reachable}, tx.now)
    if escalation.advance(tx, running, [each.to for each in tells], next_step_at(running, circle, tells, tx.now)):
        notify(tx, tells)
