"""A class goes from one teacher to another, and is never left in silence."""

from collections.abc import Iterable, Sequence

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.notifications import Lane, Notification
from bot.domain.school.notices import NoticeState
from bot.domain.school.schools import family
from bot.domain.school.staffing import ClassGiven, ClassLost, tell_families
from bot.queries import audit
from bot.queries.circle import circles, invites
from bot.queries.school import enrolments, notices, schools
from bot.queries.school.schools import ClassRoom
from bot.services.notifications import forget_closed, notify
from bot.services.school import admitting


def give(tx: Tx, room: ClassRoom, to: int, by: int) -> None:
    """A lead gives a class to a colleague; both read it, and the families."""
    before = room.teacher_id
    hand_over(tx, [room], to, by)
    forget_closed(tx, before)
    if schools.works_at(tx, before, room.school_id):
        notify(tx, [Notification(before, ClassLost(room.id), Lane.NOTICE, written=True)] if before != by else [])
    notify(tx, [Notification(to, ClassGiven(room.id), Lane.NOTICE, written=True)] if to != by else [])


def hand_over(tx: Tx, rooms: Iterable[ClassRoom], to: int | None, by: int | None) -> list[int]:
    """Classes are with somebody else from now on, or with nobody; the notices that were to be sent, and now wait."""
    unsent: list[int] = []
    for room in rooms:
        invites.disown(tx, room.id)
        if to is not None:
            schools.give(tx, room.id, to)
            audit.note(tx, AuditEvent.CLASS_GIVEN, by, entity="class", entity_id=room.id)
            unsent += _take_over_notices(tx, room, to)
            _ask_anew(tx, room, to)
        notify(tx, tell_families(room.id, families(tx, room.id)))
    return unsent


def _take_over_notices(tx: Tx, room: ClassRoom, to: int) -> list[int]:
    """Nothing leaves in the name of somebody who has not read it: what had its time waits for a tap."""
    waiting = notices.scheduled(tx, room.id)
    for each in waiting:
        notices.change(tx, each, (NoticeState.SCHEDULED,), state=NoticeState.DRAFT, send_at=None, author_id=to)
    return waiting


def _ask_anew(tx: Tx, room: ClassRoom, to: int) -> None:
    """Families who wait for the yes to their child do not wait for somebody who has gone."""
    if enrolments.pending(tx, room.id):
        admitting.ask(tx, room.id, to)


def families(tx: Tx, class_id: int) -> Sequence[int]:
    """Every adult who hears of a class."""
    found = (circles.get(tx, child_id) for child_id in enrolments.children(tx, class_id))
    return sorted({each.person_id for circle in found if circle for each in family(circle)})


def close(tx: Tx, room: ClassRoom) -> None:
    """What was still to be sent stays here; nobody comes in by a poster."""
    invites.revoke_posters(tx, room.id)
    for each in notices.scheduled(tx, room.id):
        notices.change(tx, each, (NoticeState.SCHEDULED,), state=NoticeState.WITHDRAWN, send_at=None)


def adopt(tx: Tx, school_id: int, lead: int) -> Sequence[ClassRoom]:
    """The classes that nobody teaches are with a lead who has just come."""
    alone = [each for each in schools.classes_in(tx, school_id) if not schools.works_at(tx, each.teacher_id, school_id)]
    hand_over(tx, alone, lead, lead)
    return alone
