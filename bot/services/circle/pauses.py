"""The pause of a household: what is open ends, and everybody is told."""

from datetime import datetime

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.pauses import tell_paused
from bot.domain.daily.check_ins import CheckInState
from bot.queries.circle import circles
from bot.queries.daily import check_ins, escalation
from bot.services.daily import look_ins
from bot.services.notifications import notify


def pause(tx: Tx, circle: Circle, by: int, until: datetime) -> None:
    """Open questions are let go, and nothing of them comes back afterwards."""
    child_id = circle.child.id
    if circles.pause(tx, child_id, until):
        check_ins.end_open(tx, child_id, CheckInState.PAUSED)
        look_ins.over(tx, circle, escalation.end(tx, child_id))
        notify(tx, tell_paused(circle, by))


def resume(tx: Tx, circle: Circle, by: int) -> bool:
    """End it before its time; false when there is none."""
    if not circles.resume(tx, circle.child.id):
        return False
    notify(tx, tell_paused(circle, by, resumed=True))
    return True
