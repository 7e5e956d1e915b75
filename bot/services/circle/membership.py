"""A place in a circle that is closed and opened again, by another adult or by whoever runs the bot (none)."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle, Member, MemberState
from bot.domain.circle.membership import tell_opened, tell_suspended
from bot.queries import audit
from bot.queries.circle import circles, invites
from bot.queries.circle.circles import MemberChanges
from bot.services.circle import approvals
from bot.services.circle.leaving import ask_again, without
from bot.services.illness.illness_alerts import carry_on_without
from bot.services.illness.illness_arrivals import has_arrived
from bot.services.notifications import notify

# What is taken from a place that another adult has held or put out, or whose adult somebody has to know first.
OPENED: MemberChanges = {"suspended_at": None, "suspended_by": None}
LET_STAY: MemberChanges = {"remove_at": None, "removed_by": None}
KNOWN: MemberChanges = {"closed_at": None}


def suspend(tx: Tx, member: Member, by: int | None) -> None:
    """From now on nothing goes to that phone, and nothing that it says counts."""
    circles.change_member(tx, member.id, MemberState.ACTIVE, suspended_at=tx.now, suspended_by=by)
    note(tx, AuditEvent.SUSPENDED, member, by)
    notify(tx, tell_suspended(cut_off(tx, member), by or 0, member))


def cut_off(tx: Tx, member: Member) -> Circle:
    """What goes on without somebody; the circle as it is afterwards."""
    invites.revoke_of(tx, member.child_id, member.person_id)
    circle = without(tx, member.child_id, member.person_id)
    carry_on_without(tx, circle, member.person_id)
    return circle


def open_again(tx: Tx, member: Member, by: int | None, event: AuditEvent, opened: MemberChanges) -> None:
    """Once nothing closes the place it is as before, and what the others were asked is asked there too."""
    circles.change_member(tx, member.id, MemberState.ACTIVE, **opened)
    note(tx, event, member, by)
    circle = circles.get(tx, member.child_id)
    assert circle is not None
    if circle.place(member.person_id) is None:
        return
    if not circle.child.sharing_stopped:
        ask_again(tx, circle)
    notify(tx, tell_opened(circle, by or 0, member))
    has_arrived(tx, circle, member.person_id)
    approvals.ask_too(tx, circle, member.person_id)


def note(tx: Tx, event: AuditEvent, member: Member, by: int | None) -> None:
    """A line of the log about a place."""
    audit.note(tx, event, by, child_id=member.child_id, entity="member", entity_id=member.id)
