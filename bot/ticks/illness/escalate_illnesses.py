"""Takes the steps of an illness's escalation while nobody has pressed seen: the alert again, then the stand-ins."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.illness.illness_alerts import NobodySeenYet, tell_home
from bot.domain.illness.illnesses import (
    CALL_LASTS,
    REPEAT_AFTER,
    Happening,
    Illness,
    IllnessState,
    by_school,
    escalation_after,
)
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.services.illness.illness_alerts import alert_again, alert_stand_ins
from bot.services.notifications import notify
from bot.services.school.school_illness_news import tell_school

BATCH = 20


def run_once(tx: Tx) -> int:
    """Take the next step where it is due; how many were."""
    due = illnesses.due(tx, "escalate_at", BATCH)
    return tx.each(due, partial(_step, tx))


def _step(tx: Tx, due: Illness) -> None:
    illness = illnesses.still_due(tx, due, "escalate_at")
    if illness is None:
        return
    step, then = escalation_after(illness, tx.now)
    illnesses.change(tx, illness.id, IllnessState.OPEN, escalation=step, escalate_at=then)
    circle = circles.get(tx, illness.child_id)
    if circle is None:
        return
    if illness.escalation == 1:
        alert_stand_ins(tx, circle, illness)
        if not by_school(circle, illness.opened_by) and not _has_called(tx, illness):
            notify(tx, tell_home(circle, illness, NobodySeenYet(illness.id), tx.now))
        tell_school(tx, illness, "nobody")
    else:
        alert_again(tx, circle, illness)


def _has_called(tx: Tx, illness: Illness) -> bool:
    """Whether home has just read that nothing was heard of a call: somebody has seen it."""
    calls = illnesses.events(tx, illness.id, Happening.CALLING)
    return bool(calls) and tx.now - calls[-1].at < CALL_LASTS + REPEAT_AFTER
