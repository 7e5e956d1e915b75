"""A school begins, and the codes by which the first people come."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.joining import InviteKind
from bot.queries import audit
from bot.queries.circle import invites
from bot.queries.school import schools


def add(tx: Tx, name: str, for_whom: str | None = None) -> str:
    """A new school; the token of the single-use link for who leads it."""
    school_id = schools.begin(tx, name)
    audit.note(tx, AuditEvent.SCHOOL_ADDED, None, entity="school", entity_id=school_id)
    return lead_code(tx, school_id, for_whom)


def lead_code(tx: Tx, school_id: int, for_whom: str | None) -> str:
    """The token of a single-use link for who leads a school; the one before it ends."""
    invites.revoke_lead_codes(tx, school_id)
    return invites.create(tx, InviteKind.LEAD, school_id=school_id, for_whom=for_whom)


def teacher_code(tx: Tx, school_id: int, for_whom: str | None) -> str:
    """The token of a single-use link for a teacher, from whoever runs the bot."""
    return invites.create(tx, InviteKind.TEACHER, school_id=school_id, for_whom=for_whom)
