"""Wishes that a second adult agrees to, or the time of a day."""

from typing import Any

from sqlalchemy import Row, select, update

from bot.db.columns import LIMIT, NOW, is_in
from bot.db.tables import approval
from bot.db.transaction import Tx
from bot.domain.circle.approvals import Approval, tell_asked, tell_asked_too, within
from bot.domain.circle.circles import Circle
from bot.services.notifications import notify

DUE = (
    select(approval)
    .where(is_in(approval, "waiting"), approval.c.due_at <= NOW)
    .order_by(approval.c.due_at)
    .limit(LIMIT)
)


def _approval(row: Row[Any]) -> Approval:
    return Approval(
        id=row.id,
        child_id=row.child_id,
        action=row.action,
        asked_by=row.asked_by,
        due_at=row.due_at,
        state=row.state,
        decided_by=row.decided_by,
    )


def ask(tx: Tx, circle: Circle, action: str, asked_by: int) -> Approval:
    """Ask the other adults, once; what then follows stands in `bot/services/circle/approved.py`."""
    same = running(tx, circle.child.id, action, asked_by)
    if same is not None:
        return same
    values = {"child_id": circle.child.id, "action": action, "asked_by": asked_by}
    number = tx.add(approval, **values, asked_at=tx.now, due_at=tx.now + within(action), state="waiting")
    found = get(tx, number)
    assert found is not None
    notify(tx, tell_asked(circle, found))
    return found


def ask_too(tx: Tx, circle: Circle, person_id: int) -> None:
    """Who takes part again is asked what the others were asked meanwhile."""
    waiting = select(approval).where(approval.c.child_id == circle.child.id, is_in(approval, "waiting"))
    for row in tx.all(waiting.order_by(approval.c.id)):
        notify(tx, tell_asked_too(circle, _approval(row), person_id))


def get(tx: Tx, approval_id: int) -> Approval | None:
    """One of them."""
    row = tx.first(select(approval).where(approval.c.id == approval_id))
    return _approval(row) if row else None


def running(tx: Tx, child_id: int, action: str, asked_by: int) -> Approval | None:
    """What this person has asked for and nobody has decided yet."""
    row = tx.first(
        select(approval).where(
            approval.c.child_id == child_id,
            is_in(approval, "waiting"),
            approval.c.action == action,
            approval.c.asked_by == asked_by,
        )
    )
    return _approval(row) if row else None


def due(tx: Tx, limit: int) -> list[Approval]:
    """Those to which nobody has objected within the time."""
    return [_approval(row) for row in tx.all(DUE, {"now": tx.now, "limit": limit})]


def withdraw(tx: Tx, child_id: int, action: str) -> None:
    """What was asked for has happened meanwhile."""
    waits = (approval.c.child_id == child_id, is_in(approval, "waiting"), approval.c.action == action)
    tx.change(update(approval).where(*waits).values(state="granted", decided_at=tx.now))


def waits(tx: Tx, child_id: int, action: str) -> bool:
    """Whether anybody has asked for this, and nobody has decided yet."""
    asked = select(approval.c.id).where(approval.c.child_id == child_id, is_in(approval, "waiting"))
    return tx.first(asked.where(approval.c.action == action).limit(1)) is not None


def decide(tx: Tx, found: Approval, by: int | None, *, granted: bool) -> bool:
    """End it, once; `by` is none when its time has come."""
    values = {"state": "granted" if granted else "refused", "decided_by": by, "decided_at": tx.now}
    waits = (approval.c.id == found.id, approval.c.state == "waiting")
    return tx.change(update(approval).where(*waits).values(**values)) == 1
