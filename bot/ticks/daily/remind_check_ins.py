"""One gentle reminder on each of the first days without an answer, where the week has room for it."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.daily.check_ins import CheckIn, CheckInState, tell_asked
from bot.queries.circle import circles
from bot.queries.daily import check_ins
from bot.queries.illness import illnesses
from bot.services.daily.budgets import has_room
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Remind where a reminder is due; how many were."""
    due = check_ins.to_remind(tx, BATCH)
    return tx.each(due, partial(_remind, tx))


def _remind(tx: Tx, check_in: CheckIn) -> None:
    circle = circles.get(tx, check_in.child_id)
    assert circle is not None
    waits = CheckInState.NEW, CheckInState.ASKED, CheckInState.LATE
    is_newest = check_ins.open_days(tx, check_in.child_id)[-1].local_date <= check_in.local_date
    is_ill = illnesses.running(tx, check_in.child_id) is not None  # the follow-up is what home is asked then
    if (
        is_ill
        or not is_newest
        or not has_room(tx, circle, check_in.slot, [each.person_id for each in circle.askable(tx.now)])
    ):
        check_ins.change(tx, check_in.id, waits, remind_at=None)
        return
    check_ins.change(tx, check_in.id, waits, remind_at=None, reminded_at=tx.now, state=CheckInState.LATE)
    notify(tx, tell_asked(circle, tx.now, reminder=True))
