"""Stopping and resuming all sharing about a child: what runs is brought to rest, and goes on afterwards.

An illness is not touched: what somebody beside the child was promised, or has told, is about a life.
"""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.approvals import Wish
from bot.domain.circle.circles import Circle
from bot.domain.privacy.sharing import tell_resumed, tell_stopped
from bot.queries import audit
from bot.queries.circle import approvals, circles, people
from bot.services.circle.leaving import ask_again, stop_asking
from bot.services.illness.illness_arrivals import shares_again
from bot.services.notifications import forget_unshared, notify, share_again


def stop(tx: Tx, circle: Circle, by: int) -> None:
    """From now on nothing new about this child is passed on."""
    child_id = circle.child.id
    circles.change_child(tx, child_id, sharing_stopped_at=tx.now, sharing_stopped_by=by)
    audit.note(tx, AuditEvent.SHARING_STOPPED, by, child_id=child_id)
    stop_asking(tx, child_id)
    for each in (*circle.active, *circle.near):
        people.end_dialogue(tx, each.person_id)
        forget_unshared(tx, each.person_id, child_id)
    notify(tx, tell_stopped(circle, by))


def resume(tx: Tx, circle: Circle, by: int | None) -> None:
    """As before; what was written before it stopped arrives. `by` is none where the operator does it."""
    child_id = circle.child.id
    circles.change_child(tx, child_id, sharing_stopped_at=None, sharing_stopped_by=None)
    audit.note(tx, AuditEvent.SHARING_RESUMED, by, child_id=child_id)
    if not circle.child.is_paused(tx.now):
        ask_again(tx, circle)
    for each in circle.active:
        share_again(tx, each.person_id, child_id)
    approvals.withdraw(tx, child_id, Wish.THAW)
    notify(tx, tell_resumed(circle, by))
    if shared := circles.get(tx, child_id):
        shares_again(tx, shared)


def take_over(tx: Tx, circle: Circle, by: int) -> None:
    """Who objects wants it stopped, too, and can start it again from now on."""
    circles.change_child(tx, circle.child.id, sharing_stopped_by=by)
    audit.note(tx, AuditEvent.SHARING_STOPPED, by, child_id=circle.child.id)
