"""Counts a check-in as missed when its grace is over, and starts the escalation."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.daily.check_ins import CheckIn, CheckInState
from bot.domain.daily.escalation import first_steps, steps_for
from bot.queries.circle import circles
from bot.queries.daily import check_ins, escalation, heard

BATCH = 10


def run_once(tx: Tx) -> int:
    """Decide on every check-in whose grace is over; how many there were."""
    over = check_ins.over_grace(tx, BATCH)
    return tx.each(over, partial(_miss, tx))


def _miss(tx: Tx, check_in: CheckIn) -> None:
    circle = circles.get(tx, check_in.child_id)
    assert circle is not None
    if check_in.state == CheckInState.NEW:  # nobody at home could be asked, and who was far away has been told so
        check_ins.change(tx, check_in.id, (CheckInState.NEW,), state=CheckInState.CLEARED, grace_until=None)
        return
    ever = heard.last(tx, circle.child.id) is not None
    state = CheckInState.MISSED if ever else CheckInState.LATE
    check_ins.change(
        tx, check_in.id, (CheckInState.ASKED, CheckInState.LATE), state=state, grace_until=None, remind_at=None
    )
    if escalation.running(tx, circle.child.id) is None:
        steps = steps_for(circle, tx.now) if ever else first_steps(circle, check_in.due_at, tx.now)
        escalation.start(tx, circle.child.id, steps)
