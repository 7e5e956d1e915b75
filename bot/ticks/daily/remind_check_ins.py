"""One gentle reminder for each unanswered check-in."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.daily.check_ins import CheckIn, CheckInState, tell_asked
from bot.queries.circle import circles
from bot.queries.daily import check_ins
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Remind where a reminder is due; how many were."""
    due = check_ins.to_remind(tx, BATCH)
    return tx.each(due, partial(_remind, tx))


def _remind(tx: Tx, check_in: CheckIn) -> None:
    check_ins.change(
        tx,
        check_in.id,
        (CheckInState.NEW, CheckInState.ASKED, CheckInState.LATE),
        remind_at=None,
        state=CheckInState.LATE,
    )
    circle = circles.get(tx, check_in.child_id)
    if circle is not None:
        notify(tx, tell_asked(circle, tx.now, reminder=True))
