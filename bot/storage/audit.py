"""The log of what happened to circles and schools: lines are only ever added, and forgotten after their time."""

from typing import Any

from sqlalchemy import Row, select

from bot.domain.audit import Deed, Entry
from bot.domain.circle import Circle
from bot.storage.tables import audit
from bot.storage.transaction import Tx


def note(
    tx: Tx,
    deed: Deed,
    by: int | None,
    *,
    child_id: int | None = None,
    entity: str | None = None,
    entity_id: int | None = None,
) -> None:
    """Write down that person `by` (none: time, or whoever runs the bot) did this, in the unit of work that does it."""
    actor = tx.keyring.look_up(_name(by)) if by is not None else None
    tx.add(audit, actor=actor, action=deed.value, entity=entity, entity_id=entity_id, child_id=child_id, at=tx.now)


def of_circle(tx: Tx, circle: Circle, limit: int, skip: int = 0) -> list[Entry]:
    """What happened around a child, the newest first; who did it is found among those who are or were in the circle."""
    people = {each.person_id for each in circle.members}
    known = {hashed: person for person in people for hashed in tx.keyring.look_ups(_name(person))}
    newest = select(audit).where(audit.c.child_id == circle.child.id).order_by(audit.c.id.desc())
    return [_entry(row, known) for row in tx.all(newest.limit(limit).offset(skip))]


def _entry(row: Row[Any], known: dict[bytes, int]) -> Entry:
    by = known.get(bytes(row.actor), 0) if row.actor is not None else None
    return Entry(row.id, Deed(row.action), by, row.entity, row.entity_id, row.at)


def _name(person_id: int) -> str:
    return f"actor {person_id}"
