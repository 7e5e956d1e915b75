"""Gives the adults around a child a text to read to the child: at the start, each year, and when the child turns 13."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Member, MemberState
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import kind_hour
from bot.domain.notifications import Lane, Notification
from bot.domain.privacy.childs_say import ReadingGiven, look_again, next_reading
from bot.queries.circle import circles
from bot.queries.privacy import childs_say
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Give it to those whose turn it is; how many there were."""
    return tx.each(childs_say.due(tx, BATCH), lambda each: _give(tx, each))


def _give(tx: Tx, reader: Member) -> None:
    circle = circles.get(tx, reader.child_id)
    if circle is None or reader.state != MemberState.ACTIVE:
        childs_say.plan(tx, reader.id, None)
        return
    child = circle.child
    may_read = circles.membership(tx, child.id, reader.person_id, Action.READ_TO_CHILD) is not None
    if not may_read or child.is_paused(tx.now):
        childs_say.plan(tx, reader.id, look_again(child, tx.now))
        return
    childs_say.plan(tx, reader.id, next_reading(child, tx.now))
    at = kind_hour(tx.now, child.zone) if reader.at_home else None
    notify(tx, [Notification(reader.person_id, ReadingGiven(child.id), Lane.ROUTINE, not_before=at)])
