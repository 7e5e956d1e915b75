"""Asks at home how the child is, at the child's own minute of its slot."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.daily.check_ins import CheckInState, grace_from, remind_at, tell_asked
from bot.domain.local_time import last_at, local, next_at
from bot.queries.circle import circles
from bot.queries.daily import check_ins
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Ask about every child whose check-in is due; how many were due."""
    due = check_ins.due_children(tx, BATCH)
    return tx.each(due, partial(_ask, tx))


def _ask(tx: Tx, child_id: int) -> None:
    circle = circles.get(tx, child_id)
    assert circle is not None
    child = circle.child
    # After an outage the question is still about the evening it was due, though a new day may have begun.
    due_at = last_at(tx.now, child.minute, child.zone)
    check_ins.schedule(tx, child_id, next_at(tx.now, child.minute, child.zone))
    asked = circle.askable(tx.now)
    paused = child.paused_until is not None and child.paused_until > tx.now
    day = local(due_at, child.zone).date().isoformat()
    values: check_ins.Expected = {
        "state": CheckInState.PAUSED if paused else CheckInState.ASKED if asked else CheckInState.NEW,
        "due_at": due_at,
        "asked_at": tx.now if asked and not paused else None,
        "remind_at": remind_at(tx.now, child.zone) if asked and not paused else None,
        "grace_until": grace_from(due_at, check_ins.answer_delays(tx, child_id)),
    }
    check_ins.let_go(tx, child_id, day)
    expected = check_ins.expect(tx, child_id, day, child.slot, **values)
    if not expected:
        expected = check_ins.adopt(tx, child_id, day, child.slot, **values)
    if expected and asked and not paused:
        notify(tx, tell_asked(circle, tx.now))
