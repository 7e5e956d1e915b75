"""Which child is in which class."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from bot.db.tables import child, enrolment
from bot.db.transaction import Tx
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.leaving_class import may_come_back

_IN_CLASS = enrolment.c.class_id == bindparam("class_id")
_GET = select(enrolment).where(enrolment.c.id == bindparam("key"))
_FIND = select(enrolment).where(_IN_CLASS, enrolment.c.child_id == bindparam("child"))
_CHILDREN = (
    select(enrolment.c.child_id).where(_IN_CLASS, enrolment.c.state == EnrolmentState.ACTIVE).order_by(enrolment.c.id)
)
_OF_CHILD = (
    select(enrolment)
    .where(enrolment.c.child_id == bindparam("child"), enrolment.c.state == EnrolmentState.ACTIVE)
    .order_by(enrolment.c.id)
)
_PUPILS = (
    select(child.c.id, child.c.call_name)
    .join(enrolment, enrolment.c.child_id == child.c.id)
    .where(_IN_CLASS, enrolment.c.state.in_([EnrolmentState.ACTIVE, EnrolmentState.LEFT]))
    .order_by(enrolment.c.id)
)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One child and one class."""

    id: int
    class_id: int
    child_id: int
    asked_by: int | None
    state: EnrolmentState
    changed_at: datetime | None = None
    initial: str | None = None  # with which the surname begins, as the family has said

    def may_come_back(self, now: datetime) -> bool:
        """Whether the family has left lately enough to be back with one tap."""
        return may_come_back(self.state, self.changed_at, now)


def get(tx: Tx, enrolment_id: int) -> Enrolment | None:
    """One enrolment."""
    row = tx.first(_GET, {"key": enrolment_id})
    return _enrolment(row) if row else None


def find(tx: Tx, class_id: int, child_id: int) -> Enrolment | None:
    """The enrolment of a child in a class, in whatever state."""
    row = tx.first(_FIND, {"class_id": class_id, "child": child_id})
    return _enrolment(row) if row else None


def children(tx: Tx, class_id: int) -> list[int]:
    """The children of a class, in the order in which they came."""
    return [row.child_id for row in tx.all(_CHILDREN, {"class_id": class_id})]


def pending(tx: Tx, class_id: int) -> list[Enrolment]:
    """The children who wait for the teacher's yes."""
    found = enrolment.c.class_id == class_id, enrolment.c.state == EnrolmentState.PENDING
    return [_enrolment(row) for row in tx.all(select(enrolment).where(*found).order_by(enrolment.c.id))]


def of_child(tx: Tx, child_id: int) -> list[Enrolment]:
    """The classes in which a child is now."""
    return [_enrolment(row) for row in tx.all(_OF_CHILD, {"child": child_id})]


def taken_in_with(tx: Tx, found: Enrolment) -> list[Enrolment]:
    """The children of a class whom the same tap has taken in."""
    same = enrolment.c.class_id == found.class_id, enrolment.c.changed_at == found.changed_at
    here = enrolment.c.state == EnrolmentState.ACTIVE
    return [_enrolment(row) for row in tx.all(select(enrolment).where(*same, here).order_by(enrolment.c.id))]


def pupils(tx: Tx, class_id: int) -> list[tuple[int, str]]:
    """The children who are or were in a class, with their call names, in the order in which they came."""
    return [(row.id, row.call_name) for row in tx.all(_PUPILS, {"class_id": class_id})]


def ask(tx: Tx, class_id: int, child_id: int, by: int) -> Enrolment | None:
    """A child asks to come into a class; none when it has asked already or is in it."""
    row = {
        "class_id": class_id,
        "child_id": child_id,
        "asked_by": by,
        "state": EnrolmentState.PENDING,
        "asked_at": tx.now,
    }
    if not tx.add_once(enrolment, row):
        over = enrolment.c.state.in_([EnrolmentState.LEFT, EnrolmentState.REFUSED])
        same = enrolment.c.class_id == class_id, enrolment.c.child_id == child_id
        again = {"asked_by": by, "state": EnrolmentState.PENDING, "asked_at": tx.now}
        if not tx.change(update(enrolment).where(*same, over).values(**again)):
            return None
    found = find(tx, class_id, child_id)
    if found is not None and found.initial:  # of another time; the question comes once more
        set_initial(tx, found.id, None)
    return found


def change(tx: Tx, enrolment_id: int, was: EnrolmentState, state: EnrolmentState) -> bool:
    """Move an enrolment on; false when it was not in state `was`."""
    same = enrolment.c.id == enrolment_id, enrolment.c.state == was
    return tx.change(update(enrolment).where(*same).values(state=state, changed_at=tx.now)) == 1


def set_initial(tx: Tx, enrolment_id: int, initial: str | None) -> bool:
    """With which letter the surname begins, while the teacher has not answered; false afterwards."""
    waits = enrolment.c.id == enrolment_id, enrolment.c.state == EnrolmentState.PENDING
    return tx.change(update(enrolment).where(*waits).values(initial=initial)) == 1


def _enrolment(row: Row[Any]) -> Enrolment:
    return Enrolment(
        row.id, row.class_id, row.child_id, row.asked_by, EnrolmentState(row.state), row.changed_at, row.initial
    )
