"""Wishes that a second adult agrees to, or the time of a day; and what then follows."""

from collections.abc import Callable

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.approvals import Approval, Wish, needs_second_adult, tell_asked, tell_asked_too, tell_decided
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.privacy.exports import tell_given
from bot.domain.privacy.sharing import tell_to_resume
from bot.queries import audit
from bot.queries.circle import approvals, circles
from bot.queries.privacy import sharing as sharing_rows
from bot.services.notifications import notify
from bot.services.privacy import erasing, sharing


def ask(tx: Tx, circle: Circle, action: Wish, asked_by: int) -> Approval:
    """Ask the other adults, once."""
    same = approvals.running(tx, circle.child.id, action, asked_by)
    if same is not None:
        return same
    found = approvals.add(tx, circle.child.id, action, asked_by)
    notify(tx, tell_asked(circle, found))
    return found


def ask_too(tx: Tx, circle: Circle, person_id: int) -> None:
    """Who takes part again is asked what the others were asked meanwhile."""
    for each in approvals.waiting(tx, circle.child.id):
        notify(tx, tell_asked_too(circle, each, person_id))


def ask_to_resume(tx: Tx, circle: Circle, by: int) -> None:
    """Who stopped it cannot start it again: a day in which anybody may object; nobody to ask, and it begins now."""
    if not needs_second_adult(circle, by):
        sharing.resume(tx, circle, by)
    else:
        notify(tx, tell_to_resume(circle, ask(tx, circle, Wish.THAW, by).due_at))


def _hand_out(tx: Tx, approval: Approval) -> None:
    audit.note(tx, AuditEvent.EXPORTED, approval.asked_by, child_id=approval.child_id)
    notify(tx, tell_given(approval.asked_by, [approval.child_id], own=False))


def _erase(tx: Tx, approval: Approval) -> None:
    erasing.erase_child(tx, approval.child_id)


def _share(tx: Tx, approval: Approval) -> None:
    circle = circles.get(tx, approval.child_id)
    assert circle is not None
    sharing.resume(tx, circle, approval.asked_by)


# For each action what is done; what has no entry is only told to who asked, and they may go on.
THEN: dict[Wish, Callable[[Tx, Approval], None]] = {Wish.EXPORT: _hand_out, Wish.ERASE: _erase, Wish.THAW: _share}


def settle(tx: Tx, approval: Approval, by: int | None, *, granted: bool) -> bool:
    """Decide, do what follows, and tell everybody; false when it had been decided already.

    Nothing is granted to somebody whose place is held or put out meanwhile, or what is no longer theirs to ask for.
    """
    circle = circles.get(tx, approval.child_id)
    granted = granted and circle is not None and _stands(tx, circle, approval)
    if not approvals.decide(tx, approval, by, granted=granted):
        return False
    if circle is None:
        return True
    if approval.action == Wish.ERASE and not granted:
        audit.note(tx, AuditEvent.ERASURE_STOPPED, by, child_id=approval.child_id)
    if approval.action == Wish.THAW and by is not None and not granted:
        _object(tx, circle, approval, by)
    notify(tx, tell_decided(circle, approval))
    if granted and approval.action in THEN:
        THEN[approval.action](tx, approval)
    return True


def _stands(tx: Tx, circle: Circle, approval: Approval) -> bool:
    asks = circle.member(approval.asked_by) is not None
    return asks and not (
        approval.action == Wish.THAW
        and (not circle.child.sharing_stopped or sharing_rows.author_can_resume(tx, circle))
    )


def _object(tx: Tx, circle: Circle, approval: Approval, by: int) -> None:
    """Who may stop sharing, and says no to its beginning, has stopped it."""
    me = circle.member(by)
    if me is not None and me.may(Action.STOP_SHARING) and by != approval.asked_by:
        sharing.take_over(tx, circle, by)
