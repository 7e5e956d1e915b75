"""One gentle reminder on each of the first days without an answer, where the week has room for it."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.presence import COACHED_AGAIN
from bot.domain.daily.asking import WEEK, has_room
from bot.domain.daily.check_ins import CheckIn, CheckInState, tell_asked
from bot.domain.daily.rhythm import is_due
from bot.domain.local_time import local
from bot.queries.circle import circles, presence
from bot.queries.daily import check_ins
from bot.queries.illness import illnesses
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
    if is_ill or not is_newest or not _has_room(tx, circle, check_in.slot):
        check_ins.change(tx, check_in.id, waits, remind_at=None)
        return
    check_ins.change(tx, check_in.id, waits, remind_at=None, reminded_at=tx.now, state=CheckInState.LATE)
    notify(tx, tell_asked(circle, tx.now, reminder=True))


def _has_room(tx: Tx, circle: Circle, slot: str) -> bool:
    child, today = circle.child, local(tx.now, circle.child.zone).date()
    begun = check_ins.begun(tx, child.id, slot, today - WEEK)
    asked = [each.person_id for each in circle.askable(tx.now)]
    advice = [(each, each - COACHED_AGAIN) for each in presence.next_coached(tx, asked)]
    days = [local(each, child.zone).date() for one in (*begun, *advice) for each in one if each is not None]
    asked_today = any(asked is not None and local(asked, child.zone).date() == today for asked, _reminded in begun)
    return has_room(days, today, lambda day: is_due(child.rhythm, day) and (day > today or not asked_today))
