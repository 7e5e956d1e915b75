"""Who works at a school as rows: asked for, let in, taken out, gone."""

from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.db.tables import school, staff
from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.people import Person
from bot.domain.school.staffing import Colleague
from bot.queries.school import schools

_LOCK = select(school.c.id).with_for_update(key_share=True)


def lock(tx: Tx, school_id: int) -> None:
    """Let nobody else change who works here until the transaction ends."""
    tx.scalar(_LOCK.where(school.c.id == school_id))


def get(tx: Tx, staff_id: int) -> Colleague | None:
    """One colleague, here or not."""
    row = tx.first(select(staff).where(staff.c.id == staff_id))
    return _colleague(row) if row else None


def of(tx: Tx, school_id: int, person_id: int) -> Colleague | None:
    """A person's place at a school, whether or not they are here."""
    row = tx.first(select(staff).where(staff.c.school_id == school_id, staff.c.person_id == person_id))
    return _colleague(row) if row else None


def everybody(tx: Tx, school_id: int) -> list[Colleague]:
    """Who waits to be let in, then who is here; each in the order in which they came."""
    rows = tx.all(select(staff).where(staff.c.school_id == school_id).order_by(staff.c.id))
    known = [each for each in map(_colleague, rows) if each.is_here or each.waits]
    return sorted(known, key=lambda each: not each.waits)


def leads(tx: Tx, school_id: int) -> list[int]:
    """The people who lead a school now, the longest there first."""
    return [each.person_id for each in everybody(tx, school_id) if each.is_here and each.lead]


def waits_at(tx: Tx, person_id: int) -> int | None:
    """The school whose yes this person waits for."""
    waiting = staff.c.person_id == person_id, staff.c.asked_at.is_not(None)
    number: int | None = tx.scalar(select(staff.c.school_id).where(*waiting).limit(1))
    return number


def colleague(tx: Tx, staff_id: int, person_id: int, action: Action) -> Colleague | None:
    """A colleague of this person, who may do `action` at that school; the school is held until the end of this unit."""
    found = get(tx, staff_id)
    if found is None:
        return None
    lock(tx, found.school_id)
    return get(tx, staff_id) if schools.workplace(tx, found.school_id, person_id, action) else None


def ask(tx: Tx, school_id: int, me: Person) -> Colleague:
    """Somebody waits to be let in; who waits is not here."""
    row = {"school_id": school_id, "person_id": me.id, "lead": False, "called": me.name, "joined_at": tx.now}
    if not tx.add_once(staff, {**row, "left_at": tx.now, "asked_at": tx.now}):
        same = staff.c.school_id == school_id, staff.c.person_id == me.id, staff.c.left_at.is_not(None)
        again = {"called": me.name, "lead": False, "asked_at": tx.now}
        tx.change(update(staff).where(*same).values(**again))
    found = of(tx, school_id, me.id)
    assert found is not None
    return found


def decide(tx: Tx, found: Colleague, *, welcome: bool) -> bool:
    """Let somebody in who waits, or not; false when that was decided already. Of who never was here nothing stays."""
    waits = staff.c.id == found.id, staff.c.asked_at.is_not(None)
    if not welcome and not found.was_here:
        return tx.change(delete(staff).where(*waits)) == 1
    values = {"left_at": None, "joined_at": tx.now} if welcome else {}
    return tx.change(update(staff).where(*waits).values(asked_at=None, **values)) == 1


def end(tx: Tx, found: Colleague) -> bool:
    """Not here any more, and no lead; false when they were gone already."""
    here = staff.c.id == found.id, staff.c.left_at.is_(None)
    return tx.change(update(staff).where(*here).values(left_at=tx.now, lead=False, hears_worries=False)) == 1


def make_lead(tx: Tx, found: Colleague) -> bool:
    """From now on this colleague leads the school; false when they are not here."""
    here = staff.c.id == found.id, staff.c.left_at.is_(None)
    return tx.change(update(staff).where(*here).values(lead=True)) == 1


def _colleague(row: Row[Any]) -> Colleague:
    return Colleague(
        id=row.id,
        school_id=row.school_id,
        person_id=row.person_id,
        called=row.called,
        lead=row.lead,
        since=row.asked_at or row.joined_at,
        is_here=row.left_at is None,
        waits=row.asked_at is not None,
        was_here=row.asked_at is None or row.joined_at < row.asked_at,
        hears_worries=row.hears_worries,
    )
