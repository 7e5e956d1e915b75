"""Reminds both sides of a planned call, and asks the parent afterwards whether they talked."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.daily.calls import ASK_AFTER, ASK_AT_MOST, Call, CallState, tell_near, tell_outcome_asked
from bot.queries.circle import circles
from bot.queries.daily import calls
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Remind and ask where it is due; how many calls were."""
    due = calls.due(tx, BATCH)
    return tx.each(due, partial(_turn, tx))


def _turn(tx: Tx, call: Call) -> None:
    circle = circles.get(tx, call.child_id)
    planner = circle.member(call.planned_by) if circle else None
    # While nothing is shared it goes on in silence: who shares again meanwhile is reminded.
    if circle is None or planner is None or not planner.may(Action.PLAN_CALL):
        calls.drop(tx, call.id)
    elif tx.now < call.at + ASK_AFTER:
        calls.change(tx, call.id, (CallState.PLANNED,), state=CallState.REMINDED, next_at=call.at + ASK_AFTER)
        if tx.now < call.at:
            notify(tx, tell_near(circle, call, tx.now))
    else:
        calls.change(tx, call.id, (CallState.PLANNED, CallState.REMINDED), state=CallState.REMINDED, next_at=None)
        if tx.now < call.at + ASK_AT_MOST:
            notify(tx, tell_outcome_asked(call))
