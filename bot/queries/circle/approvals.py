"""Wishes that a second adult agrees to, as rows."""

from typing import Any

from sqlalchemy import Row, select, update

from bot.db.columns import LIMIT, NOW, is_in
from bot.db.tables import approval
from bot.db.transaction import Tx
from bot.domain.circle.approvals import Approval, ApprovalState, Wish, within

DUE = (
    select(approval)
    .where(is_in(approval, ApprovalState.WAITING), approval.c.due_at <= NOW)
    .order_by(approval.c.due_at)
    .limit(LIMIT)
)


def _approval(row: Row[Any]) -> Approval:
    return Approval(
        id=row.id,
        child_id=row.child_id,
        action=Wish(row.action),
        asked_by=row.asked_by,
        due_at=row.due_at,
        state=ApprovalState(row.state),
        decided_by=row.decided_by,
    )


def get(tx: Tx, approval_id: int) -> Approval | None:
    """One of them."""
    row = tx.first(select(approval).where(approval.c.id == approval_id))
    return _approval(row) if row else None


def running(tx: Tx, child_id: int, action: Wish, asked_by: int) -> Approval | None:
    """What this person has asked for and nobody has decided yet."""
    row = tx.first(
        select(approval).where(
            approval.c.child_id == child_id,
            is_in(approval, ApprovalState.WAITING),
            approval.c.action == action,
            approval.c.asked_by == asked_by,
        )
    )
    return _approval(row) if row else None


def due(tx: Tx, limit: int) -> list[Approval]:
    """Those to which nobody has objected within the time."""
    return [_approval(row) for row in tx.all(DUE, {"now": tx.now, "limit": limit})]


def withdraw(tx: Tx, child_id: int, action: Wish) -> None:
    """What was asked for has happened meanwhile."""
    waits = (approval.c.child_id == child_id, is_in(approval, ApprovalState.WAITING), approval.c.action == action)
    tx.change(update(approval).where(*waits).values(state=ApprovalState.GRANTED, decided_at=tx.now))


def waits(tx: Tx, child_id: int, action: Wish) -> bool:
    """Whether anybody has asked for this, and nobody has decided yet."""
    asked = select(approval.c.id).where(approval.c.child_id == child_id, is_in(approval, ApprovalState.WAITING))
    return tx.first(asked.where(approval.c.action == action).limit(1)) is not None


def decide(tx: Tx, found: Approval, by: int | None, *, granted: bool) -> bool:
    """End it, once; `by` is none when its time has come."""
    values = {
        "state": ApprovalState.GRANTED if granted else ApprovalState.REFUSED,
        "decided_by": by,
        "decided_at": tx.now,
    }
    waits = (approval.c.id == found.id, approval.c.state == ApprovalState.WAITING)
    return tx.change(update(approval).where(*waits).values(**values)) == 1


def add(tx: Tx, child_id: int, action: Wish, asked_by: int) -> Approval:
    """Somebody asks for it now."""
    values = {"child_id": child_id, "action": action, "asked_by": asked_by, "state": ApprovalState.WAITING}
    found = get(tx, tx.add(approval, **values, asked_at=tx.now, due_at=tx.now + within(action)))
    assert found is not None
    return found


def waiting(tx: Tx, child_id: int) -> list[Approval]:
    """What was asked for around a child and nobody has decided yet, in that order."""
    mine = approval.c.child_id == child_id, is_in(approval, ApprovalState.WAITING)
    return [_approval(row) for row in tx.all(select(approval).where(*mine).order_by(approval.c.id))]
