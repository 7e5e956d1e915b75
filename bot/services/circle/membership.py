"""A place in a circle that is closed and opened again, by another adult or by whoever runs the bot (none)."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle, Member, MemberState
from bot.domain.circle.membership import tell_free, tell_held
from bot.queries import audit
from bot.queries.circle import circles, invites
from bot.queries.circle.circles import MemberChanges
from bot.services.circle import approvals
from bot.services.circle.leaving import ask_again, without
from bot.services.illness.illness_alerts import carry_on_without
from bot.services.notifications import notify

# What is taken from a place that another adult has held or put out, or whose adult somebody has to know first.
LET_GO: MemberChanges = {"suspended_at": None, "suspended_by": None}
LET_STAY: MemberChanges = {"remove_at": None, "removed_by": None}
KNOWN: MemberChanges = {"closed_at": None}


def suspend(tx: Tx, found: Member, by: int | None) -> None:
    """From now on nothing goes to that phone, and nothing that it says counts."""
    circles.change_member(tx, found.id, MemberState.ACTIVE, suspended_at=tx.now, suspended_by=by)
    note(tx, AuditEvent.SUSPENDED, found, by)
    notify(tx, tell_held(cut_off(tx, found), by or 0, found))


def cut_off(tx: Tx, found: Member) -> Circle:
    """What goes on without somebody; the circle as it is afterwards."""
    invites.revoke_of(tx, found.child_id, found.person_id)
    circle = without(tx, found.child_id, found.person_id)
    carry_on_without(tx, circle, found.person_id)
    return circle


def open_again(tx: Tx, found: Member, by: int | None, deed: AuditEvent, opened: MemberChanges) -> None:
    """Once nothing closes the place it is as before, and what the others were asked is asked there too."""
    circles.change_member(tx, found.id, MemberState.ACTIVE, **opened)
    note(tx, deed, found, by)
    circle = circles.get(tx, found.child_id)
    assert circle is not None
    if circle.member(found.person_id) is None:
        return
    if not circle.child.sharing_stopped:
        ask_again(tx, circle)
    notify(tx, tell_free(circle, by or 0, found))
    approvals.ask_too(tx, circle, found.person_id)


def note(tx: Tx, deed: AuditEvent, found: Member, by: int | None) -> None:
    """A line of the log about a place."""
    audit.note(tx, deed, by, child_id=found.child_id, entity="member", entity_id=found.id)
