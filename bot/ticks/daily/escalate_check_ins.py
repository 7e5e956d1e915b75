"""Tells those who come next while nothing comes from home, and then week after week."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.daily.escalation import (
    Escalation,
    StepKind,
    come_together,
    escalate,
    listeners,
    next_step_at,
    step_of,
)
from bot.domain.daily.look_ins import Why, tell_asked
from bot.domain.local_time import DAY
from bot.queries.circle import circles, people
from bot.queries.daily import escalation
from bot.queries.daily import look_ins as look_in_rows
from bot.services.daily import look_ins
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Take the step of every escalation whose next step is due; how many there were."""
    due = escalation.due(tx, BATCH)
    return tx.each(due, partial(_escalate, tx))


def _escalate(tx: Tx, running: Escalation) -> None:
    circle = _circle(tx, running)
    if not circle.askable(tx.now):  # who looks after the child has said until when they are away
        escalation.wait(tx, running, tx.now + DAY)
        return
    together = [(each, others) for each, others in _beside(tx, running, circle) if others.askable(tx.now)]
    for each, its_circle in [(running, circle), *together]:
        _take(tx, each, its_circle)


def _beside(tx: Tx, running: Escalation, circle: Circle) -> list[tuple[Escalation, Circle]]:
    """Siblings of whom the same is to be said about now."""
    step = step_of(running, 0, circle)
    if step.kind == StepKind.STAND_IN:  # they read one card anyway
        return []
    others = [(each, _circle(tx, each)) for each in escalation.beside(tx, running.child_id, step.people)]
    return [each for each in others if come_together(running, circle, *each, tx.now)]


def _circle(tx: Tx, running: Escalation) -> Circle:
    circle = circles.get(tx, running.child_id)
    assert circle is not None
    return circle


def _take(tx: Tx, running: Escalation, circle: Circle) -> None:
    step = step_of(running, 0, circle)
    near = look_ins.to_ask(tx, circle, Why.SILENCE, step.people) if step.kind == StepKind.NEAR else {}
    tells = tell_asked(circle, near, tx.now)
    if near or step.kind != StepKind.NEAR:
        found = [people.get(tx, each) for each in listeners(step, circle)]
        tells += escalate(running, circle, {each.id: each.zone for each in found if each.reachable}, tx.now)
    if escalation.advance(tx, running, [each.to for each in tells], next_step_at(running, circle, tells, tx.now)):
        look_in_rows.add(tx, running.child_id, near, Why.SILENCE)
        notify(tx, tells)
