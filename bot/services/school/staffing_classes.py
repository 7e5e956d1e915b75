"""A class goes from one teacher to another, and is never left in silence."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.notifications import Lane, Notification
from bot.domain.school.notices import NoticeState
from bot.domain.school.schools import family
from bot.domain.school.staffing import ClassGiven, ClassLost, card_of_class, tell_families
from bot.queries import audit
from bot.queries.circle import circles, invites
from bot.queries.school import enrolments, notices, schools
from bot.queries.school.schools import ClassRoom
from bot.services.notifications import forget_closed, notify
from bot.services.school import admitting, class_groups, meetings, notice_waiting, talk_silences


def give(tx: Tx, room: ClassRoom, to: int, by: int | None) -> None:
    """A lead gives a class to a colleague; both read it, and the families."""
    before = room.teacher_id
    unsent = hand_over(tx, [room], to, by)
    forget_closed(tx, before)
    if schools.works_at(tx, before, room.school_id):
        notify(tx, [Notification(before, ClassLost(room.id), Lane.NOTICE, written=True)] if before != by else [])
    notify(tx, [Notification(to, ClassGiven(room.id), Lane.NOTICE, written=True)] if to != by else [])
    class_groups.inherit(tx, room.id, to)
    notice_waiting.tell_passed_on(tx, room.id, to, unsent)


def lend(tx: Tx, room: ClassRoom, back_at: datetime) -> None:
    """Only for some days: then who had it before has it again. Both read it, and the families."""
    schools.lend(tx, room.id, back_at)
    both = [room.teacher_id, *([room.given_by] if room.given_by else [])]
    here = [each for each in both if schools.works_at(tx, each, room.school_id)]
    notify(
        tx, [Notification(each, ClassLost(room.id), Lane.NOTICE, card_of_class(room.id), written=True) for each in here]
    )
    notify(tx, tell_families(room.id, families(tx, room.id)))


def bring_back(tx: Tx, room: ClassRoom) -> None:
    """Its day has come; where nobody is there to take it back, it stays where it is."""
    before = room.given_by
    schools.lend(tx, room.id, None)
    if before is not None and before != room.teacher_id and schools.works_at(tx, before, room.school_id):
        give(tx, room, before, None)


def join(tx: Tx, room: ClassRoom, person_id: int) -> bool:
    """A second teacher; they and the families read it. False when it is so already."""
    if not schools.join(tx, room.id, person_id):
        return False
    notify(tx, [Notification(person_id, ClassGiven(room.id), Lane.NOTICE, written=True)])
    class_groups.inherit(tx, room.id, person_id)
    _ask_anew(tx, room, person_id)
    notify(tx, tell_families(room.id, families(tx, room.id)))
    return True


def leave(tx: Tx, room: ClassRoom, person_id: int) -> bool:
    """No second teacher any more: from this moment their phone reads nothing of the class."""
    if not schools.leave(tx, room.id, person_id):
        return False
    forget_closed(tx, person_id)
    notify(tx, [Notification(person_id, ClassLost(room.id), Lane.NOTICE, written=True)])
    notify(tx, tell_families(room.id, families(tx, room.id)))
    meetings.without_teacher(tx, person_id)
    unsent = notice_waiting.pass_on(tx, room.id, room.teacher_id)
    notice_waiting.tell_passed_on(tx, room.id, room.teacher_id, unsent)
    return True


def hand_over(tx: Tx, rooms: Iterable[ClassRoom], to: int | None, by: int | None) -> list[int]:
    """Classes are with somebody else from now on, or with nobody; the notices that were to be sent, and now wait."""
    unsent: list[int] = []
    for room in rooms:
        invites.disown(tx, room.id)
        if to is not None:
            schools.give(tx, room.id, to, room.given_by if room.back_at else room.teacher_id)
            audit.note(tx, AuditEvent.CLASS_GIVEN, by, entity="class", entity_id=room.id)
            unsent += notice_waiting.pass_on(tx, room.id, to)
            _ask_anew(tx, room, to)
            talk_silences.passed_on(tx, room.id)
        meetings.hand_over(tx, room.id, to)
        notify(tx, tell_families(room.id, families(tx, room.id)))
    return unsent


def _ask_anew(tx: Tx, room: ClassRoom, to: int) -> None:
    """Families who wait for the yes to their child do not wait for somebody who has gone; who comes sees them."""
    if enrolments.pending(tx, room.id):
        admitting.ask(tx, room.id, newcomer=to)


def families(tx: Tx, class_id: int) -> Sequence[int]:
    """Every adult who hears of a class."""
    found = (circles.get(tx, child_id) for child_id in enrolments.children(tx, class_id))
    return sorted({each.person_id for circle in found if circle for each in family(circle)})


def close(tx: Tx, room: ClassRoom) -> None:
    """What was still to be sent stays here; nobody comes in by a poster."""
    invites.revoke_posters(tx, room.id)
    class_groups.end(tx, room.id)
    meetings.hand_over(tx, room.id, None)
    for each in notices.scheduled(tx, room.id):
        notices.change(tx, each, (NoticeState.SCHEDULED,), state=NoticeState.WITHDRAWN, send_at=None)


def adopt(tx: Tx, school_id: int, lead: int) -> Sequence[ClassRoom]:
    """The classes that nobody teaches are with a lead who has just come."""
    alone = [each for each in schools.classes_in(tx, school_id) if not schools.works_at(tx, each.teacher_id, school_id)]
    hand_over(tx, alone, lead, lead)
    for each in alone:
        class_groups.inherit(tx, each.id, lead)
    return alone
