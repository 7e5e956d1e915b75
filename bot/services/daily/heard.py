"""A sign of life is noted in the unit that handles it: what was asked is settled, and a silence is over."""

from collections.abc import Collection

from bot.db.transaction import Tx
from bot.domain.circle.circles import Child, Circle, Member
from bot.domain.daily.heard import Sign, speaks_for_home, tell_heard_again
from bot.domain.local_time import local
from bot.queries.daily import escalation, heard
from bot.services.daily import look_ins
from bot.services.notifications import notify


def note_heard(tx: Tx, circle: Circle, by: Member, sign: Sign, knows: Collection[int] = ()) -> None:
    """`by` has done something that speaks of the child; `knows` are those who read that itself."""
    if not speaks_for_home(by):
        return
    child_id = circle.child.id
    heard.note(tx, child_id, by.person_id, sign)
    heard.settle(tx, child_id)
    told = escalation.end(tx, child_id)
    notify(tx, tell_heard_again(circle, by, told, knows, tx.now))
    look_ins.over(tx, circle, told)


def heard_today(tx: Tx, child: Child) -> bool:
    """Whether anything has come from home today."""
    last = heard.last(tx, child.id)
    return last is not None and local(last.at, child.zone).date() == local(tx.now, child.zone).date()
