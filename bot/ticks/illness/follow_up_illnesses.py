"""Asks at home how the child is now: after four hours, next morning, and every morning until it is over."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.illness.illness_follow_up import asked_with_call
from bot.domain.illness.illnesses import Illness, IllnessState
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.services.illness.illness_follow_up import ask

BATCH = 20


def run_once(tx: Tx) -> int:
    """Ask where it is time; how many threads were due."""
    due = illnesses.due(tx, "ask_at", BATCH)
    return tx.each(due, partial(_ask, tx))


def _ask(tx: Tx, due: Illness) -> None:
    illness = illnesses.still_due(tx, due, "ask_at")
    if illness is None:
        return
    circle = circles.get(tx, illness.child_id)
    if circle is None:
        return
    if (later := asked_with_call(illness, circle, tx.now)) is not None:
        illnesses.change(tx, illness.id, IllnessState.OPEN, ask_at=later)
    else:
        ask(tx, illness, circle)
