"""The log of what happened to circles and schools: lines are only ever added, and forgotten after their time."""

from typing import Any

from sqlalchemy import Row, or_, select

from bot.db.tables import audit
from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent, Entry
from bot.domain.circle.circles import Circle
from bot.domain.local_time import DAY

REPORT = "report"  # the entity of a line that its writer and the rest of the circle must not read
THREAD = "thread"  # the entity of a line that only those read whose thread it is


def note(
    tx: Tx,
    event: AuditEvent,
    by: int | None,
    *,
    child_id: int | None = None,
    entity: str | None = None,
    entity_id: int | None = None,
) -> None:
    """Write down that person `by` (none: time, or whoever runs the bot) did this, in the unit of work that does it."""
    actor = tx.keyring.look_up(_name(by)) if by is not None else None
    tx.add(audit, actor=actor, action=event.value, entity=entity, entity_id=entity_id, child_id=child_id, at=tx.now)


def of_circle(tx: Tx, circle: Circle, limit: int, skip: int = 0, *, reader: int | None = None) -> list[Entry]:
    """What happened around a child, the newest first; who did it is found among those who are or were in the circle.

    What became of a report is in it for the `reader` who made it, and for nobody else (SG-18).
    """
    people = {each.person_id for each in circle.members}
    known = {hashed: person for person in people for hashed in _look_ups(tx, person)}
    here = audit.c.child_id == circle.child.id
    reported = select(audit.c.entity_id).where(here, audit.c.entity == REPORT, audit.c.actor.in_(_look_ups(tx, reader)))
    others = or_(audit.c.entity.is_(None), audit.c.entity != REPORT, audit.c.entity_id.in_(reported))
    newest = select(audit).where(here, others).order_by(audit.c.id.desc())
    return [_entry(row, known) for row in tx.all(newest.limit(limit).offset(skip))]


def asked_schools(tx: Tx, child_id: int) -> int:
    """How often a child's family has asked a school for a place in the last 24 hours."""
    lately = audit.c.child_id == child_id, audit.c.entity == "school", audit.c.at > tx.now - DAY
    said = tx.all(select(audit.c.id, audit.c.action).where(*lately))
    return sum(row.action == AuditEvent.CONSENTED.value for row in said)


def made_slips(tx: Tx, class_id: int) -> int:
    """How often slips of a class were made in the last 24 hours."""
    lately = audit.c.entity == "class", audit.c.entity_id == class_id, audit.c.at > tx.now - DAY
    return sum(
        row.action == AuditEvent.SLIPS_MADE.value for row in tx.all(select(audit.c.id, audit.c.action).where(*lately))
    )


def was_in_class(tx: Tx, child_id: int, class_id: int) -> bool:
    """Whether a child's place in a class ended by being taken out, and not by a no: only that can be taken back."""
    theirs = audit.c.child_id == child_id, audit.c.entity == "class", audit.c.entity_id == class_id
    last = tx.scalar(select(audit.c.action).where(*theirs).order_by(audit.c.id.desc()).limit(1))
    return bool(last == AuditEvent.CLASS_OUT.value)


def last_of(tx: Tx, child_id: int, entity: str, entity_id: int) -> AuditEvent | None:
    """What was written down last of one thing about a child."""
    it = audit.c.child_id == child_id, audit.c.entity == entity, audit.c.entity_id == entity_id
    found = tx.scalar(select(audit.c.action).where(*it).order_by(audit.c.id.desc()).limit(1))
    return AuditEvent(found) if found else None


def _entry(row: Row[Any], known: dict[bytes, int]) -> Entry:
    by = known.get(bytes(row.actor), 0) if row.actor is not None else None
    return Entry(row.id, AuditEvent(row.action), by, row.entity, row.entity_id, row.at)


def _look_ups(tx: Tx, person_id: int | None) -> list[bytes]:
    return [] if person_id is None else list(tx.keyring.look_ups(_name(person_id)))


def _name(person_id: int) -> str:
    return f"actor {person_id}"
