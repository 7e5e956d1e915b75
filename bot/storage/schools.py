"""Schools, their staff, and classes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot.storage import invites
from bot.storage.tables import class_room, school, staff
from bot.storage.transaction import Tx


@dataclass(frozen=True, slots=True)
class School:
    """A school, and whether the person asked about leads it."""

    id: int
    name: str
    lead: bool = False


@dataclass(frozen=True, slots=True)
class ClassRoom:
    """A class of one teacher."""

    id: int
    school_id: int
    teacher_id: int
    name: str
    ends_at: datetime


def of_person(tx: Tx, person_id: int) -> list[School]:
    """The schools where this person works now."""
    rows = tx.all(
        select(school.c.id, school.c.name, staff.c.lead)
        .join(staff, staff.c.school_id == school.c.id)
        .where(staff.c.person_id == person_id, staff.c.left_at.is_(None))
        .order_by(school.c.id)
    )
    return [School(row.id, row.name, row.lead) for row in rows]


def classes_of(tx: Tx, person_id: int) -> list[ClassRoom]:
    """The classes that this person teaches now."""
    rows = tx.all(
        select(class_room)
        .where(class_room.c.teacher_id == person_id, class_room.c.ends_at > tx.now)
        .order_by(class_room.c.id)
    )
    return [ClassRoom(row.id, row.school_id, row.teacher_id, row.name, row.ends_at) for row in rows]


def add(tx: Tx, name: str) -> str:
    """A new school; the token of the single-use link for who leads it."""
    school_id = tx.add(school, name=name, created_at=tx.now)
    return invites.create(tx, "lead", school_id=school_id)
