"""What a coordinator does with schools, as steps of one unit."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.operators.school_keeping import tell_closed
from bot.queries import audit
from bot.queries.school import schools as school_rows
from bot.queries.school import staffing as staffing_rows
from bot.services.notifications import notify
from bot.services.school import schools, staffing, staffing_classes


def add(tx: Tx, name: str, by: int) -> tuple[int, str]:
    """A new school: its number, and the token of the link for who leads it."""
    number = school_rows.begin(tx, name)
    audit.note(tx, AuditEvent.SCHOOL_ADDED, by, entity="school", entity_id=number)
    return number, invite_lead(tx, number, by)


def invite_lead(tx: Tx, school_id: int, by: int) -> str:
    """The token of a fresh link for who leads a school; the one before it ends."""
    audit.note(tx, AuditEvent.TEACHER_INVITED, by, entity="school", entity_id=school_id)
    return schools.lead_code(tx, school_id, None)


def rename(tx: Tx, school_id: int, name: str, by: int) -> None:
    """Everybody reads the new name from now on."""
    school_rows.rename(tx, school_id, name)
    audit.note(tx, AuditEvent.SCHOOL_RENAMED, by, entity="school", entity_id=school_id)


def close(tx: Tx, school_id: int, by: int | None) -> None:
    """Its families read so, its teachers are out, and no link leads there any more."""
    staffing_rows.lock(tx, school_id)
    rooms = school_rows.classes_in(tx, school_id)
    told = {room.id: staffing_classes.families(tx, room.id) for room in rooms}
    for room in rooms:
        staffing_classes.close(tx, room)
    school_rows.close(tx, school_id)
    staffing.end_school(tx, school_id, by)
    audit.note(tx, AuditEvent.SCHOOL_CLOSED, by, entity="school", entity_id=school_id)
    for class_id, families in told.items():
        notify(tx, tell_closed(class_id, families))
