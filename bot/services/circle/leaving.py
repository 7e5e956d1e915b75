"""What goes on in a circle without somebody who is gone, for now or for good."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, MemberState
from bot.domain.circle.joining import tell_join_asked
from bot.domain.daily.check_ins import CheckInState
from bot.domain.local_time import next_at
from bot.queries.circle import circles, people
from bot.queries.daily import check_ins, escalation
from bot.queries.daily import look_ins as look_in_rows
from bot.services.daily import look_ins
from bot.services.notifications import forget_circle, notify
from bot.services.school import meetings


def without(tx: Tx, child_id: int, person_id: int) -> Circle:
    """Nothing that waits goes to who is gone, and nobody is asked where nobody is left; the circle as it is now."""
    forget_circle(tx, person_id, child_id)
    look_in_rows.end_of(tx, child_id, person_id)
    meetings.without(tx, child_id, person_id)
    circle = circles.get(tx, child_id)
    assert circle is not None
    if not circle.guardians and not circle.stand_ins:
        stop_asking(tx, child_id)
    _show_the_door(tx, circle)
    return circle


def stop_asking(tx: Tx, child_id: int) -> None:
    """What is open about a child is let go, and nothing new begins."""
    check_ins.schedule(tx, child_id, None)
    check_ins.end_open(tx, child_id, CheckInState.CLEARED)
    told = escalation.end(tx, child_id)
    circle = circles.get(tx, child_id) if told else None
    if circle is not None:
        look_ins.over(tx, circle, told)


def ask_again(tx: Tx, circle: Circle) -> None:
    """Check-ins go on where somebody can be asked."""
    if circle.guardians or circle.stand_ins:
        child = circle.child
        check_ins.schedule_once(tx, child.id, next_at(tx.now, child.minute, child.zone))


def _show_the_door(tx: Tx, circle: Circle) -> None:
    """Who waits to be let in without their host is shown to the others."""
    for each in circle.members:
        if each.state == MemberState.PENDING and (each.invited_by is None or circle.member(each.invited_by) is None):
            notify(tx, tell_join_asked(circle, each, people.get(tx, each.person_id).name, None))
