"""Escalations as rows: at most one runs for a child."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import escalation, member
from bot.db.transaction import Tx
from bot.domain.circle.circles import MemberState
from bot.domain.daily.escalation import Escalation, Step

_RUNNING = select(escalation).where(escalation.c.ended_at.is_(None))
_OF_CHILD = _RUNNING.where(escalation.c.child_id == bindparam("child"))
_CHILDREN = select(member.c.child_id).where(
    member.c.person_id.in_(bindparam("people", expanding=True)), member.c.state == MemberState.ACTIVE
)
_BESIDE = _RUNNING.where(escalation.c.child_id.in_(_CHILDREN), escalation.c.child_id != bindparam("child")).order_by(
    escalation.c.child_id
)
DUE = _RUNNING.where(escalation.c.next_at <= NOW).order_by(escalation.c.next_at).limit(LIMIT)


def _escalation(row: Row[Any]) -> Escalation:
    steps = tuple(Step.load(each) for each in row.steps)
    return Escalation(row.id, row.child_id, steps, row.step, tuple(row.told), row.next_at)


def running(tx: Tx, child_id: int) -> Escalation | None:
    """The escalation that runs for a child."""
    row = tx.first(_OF_CHILD, {"child": child_id})
    return _escalation(row) if row else None


def beside(tx: Tx, child_id: int, people: Collection[int]) -> list[Escalation]:
    """Those that run for the other children of these people."""
    return [_escalation(row) for row in tx.all(_BESIDE, {"child": child_id, "people": list(people)})]


def start(tx: Tx, child_id: int, steps: tuple[Step, ...]) -> None:
    """Start an escalation with its snapshot of the circle; the first step is due after its own wait."""
    tx.add(
        escalation,
        child_id=child_id,
        steps=[each.dump() for each in steps],
        step=0,
        next_at=tx.now + steps[0].after,
        told=[],
    )


def due(tx: Tx, limit: int) -> list[Escalation]:
    """Escalations whose next step is due, the longest due first."""
    return [_escalation(row) for row in due_rows(tx, DUE, escalation, limit=limit)]


def advance(tx: Tx, found: Escalation, told: Iterable[int], next_at: datetime) -> bool:
    """Note who was told and when the next step is due; false when the escalation has moved or ended meanwhile."""
    same = (escalation.c.id == found.id, escalation.c.step == found.step, escalation.c.ended_at.is_(None))
    values = {"step": found.step + 1, "told": sorted({*found.told, *told}), "next_at": next_at}
    return tx.change(update(escalation).where(*same).values(**values)) == 1


def wait(tx: Tx, found: Escalation, until: datetime) -> None:
    """Its next step is due later."""
    tx.change(update(escalation).where(escalation.c.id == found.id).values(next_at=until))


def rest(tx: Tx, found: Escalation, step: int, until: datetime) -> None:
    """Nothing is said before that, and then this step."""
    tx.change(update(escalation).where(escalation.c.id == found.id).values(step=step, next_at=until))


def extend(tx: Tx, found: Escalation, steps: tuple[Step, ...]) -> None:
    """Somebody has come who is told too."""
    tx.change(update(escalation).where(escalation.c.id == found.id).values(steps=[each.dump() for each in steps]))


def add_told(tx: Tx, found: Escalation, told: Iterable[int]) -> None:
    """These have heard of the silence too, and hear that it is over."""
    tx.change(update(escalation).where(escalation.c.id == found.id).values(told=sorted({*found.told, *told})))


def end(tx: Tx, child_id: int) -> tuple[int, ...]:
    """End the escalation of a child, if one runs; who had been told."""
    found = running(tx, child_id)
    if found is None:
        return ()
    tx.change(update(escalation).where(escalation.c.id == found.id).values(ended_at=tx.now, next_at=None))
    return found.told
