"""Ends a 🤙 that was followed by no outcome for two hours; the escalation goes on where it stood."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.illness.illness_alerts import tell_changed
from bot.domain.illness.illnesses import Illness, IllnessState, by_school
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.services.illness.illness_alerts import told_now
from bot.services.illness.illness_follow_up import tell_call_lost
from bot.services.notifications import notify
from bot.services.school.school_illness_news import tell_school

BATCH = 20


def run_once(tx: Tx) -> int:
    """Say at home that nothing was heard of the call; how many calls ended."""
    due = illnesses.due(tx, "call_until", BATCH)
    return tx.each(due, partial(_expire, tx))


def _expire(tx: Tx, due: Illness) -> None:
    illness = illnesses.still_due(tx, due, "call_until")
    if illness is None:
        return
    unseen = illness.seen_at is None
    illnesses.change(
        tx,
        illness.id,
        IllnessState.OPEN,
        caller_id=None,
        call_until=None,
        escalate_at=tx.now if unseen else illness.escalate_at,
    )
    circle = circles.get(tx, illness.child_id)
    if circle is None or illness.caller_id is None:
        return
    notify(tx, tell_changed(illness, told_now(tx, circle, illness)))
    if not by_school(circle, illness.opened_by):
        tell_call_lost(tx, illness, circle, illness.caller_id)
    tell_school(tx, illness, "expired")
