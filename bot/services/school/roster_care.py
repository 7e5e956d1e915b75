"""A line of a class's list goes to another class of the school, and its families with it; and back within the day."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.people import Person
from bot.domain.school import roster_care as about_
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.rosters import Line, Pupil
from bot.queries import audit
from bot.queries.circle import circles
from bot.queries.school import enrolments, rosters, schools
from bot.queries.school.schools import ClassRoom
from bot.services.notifications import notify
from bot.services.school import meetings, notice_cards


def move(tx: Tx, me: Person, found: Pupil, to: ClassRoom) -> None:
    """Its number is its class's own and stays behind; the other teacher and the families are told."""
    _take_along(tx, me, found, to.id)
    line = Line(found.line.name, None, found.line.year)
    rosters.change(tx, found, line, to.id)
    teachers = [to.teacher_id, *schools.seconds(tx, to.id)]
    notify(tx, about_.tell_arrived(teachers, to.id, found.id, me.id))
    beside = [each for each in schools.teachers(tx, found.class_id) if each not in {me.id, *teachers}]
    notify(tx, about_.tell_moved(beside, found.class_id, found.id))


def move_back(tx: Tx, me: Person, found: Pupil, before: about_.Before) -> None:
    """As if it had not been moved; who has read of it reads where the child is."""
    if before.class_id != found.class_id:
        _take_along(tx, me, found, before.class_id)
    rosters.change_back(tx, found.id, before)


def _take_along(tx: Tx, me: Person, found: Pupil, class_id: int) -> None:
    others = [child for child, line in rosters.joined(tx, found.class_id).items() if line == found.id]
    for child_id in [*([] if found.child_id is None else [found.child_id]), *others]:
        _enrol(tx, me, child_id, found.class_id, class_id)


def _enrol(tx: Tx, me: Person, child_id: int, was: int, class_id: int) -> None:
    """Only who is in the one class comes into the other: a family that has left stays out."""
    here, circle = enrolments.find(tx, was, child_id), circles.get(tx, child_id)
    if here is None or circle is None:
        return
    if not enrolments.change(tx, here.id, EnrolmentState.ACTIVE, EnrolmentState.LEFT):
        return
    there = enrolments.ask(tx, class_id, child_id, me.id) or enrolments.find(tx, class_id, child_id)
    assert there is not None
    enrolments.change(tx, there.id, EnrolmentState.PENDING, EnrolmentState.ACTIVE)
    for event, room in ((AuditEvent.CLASS_OUT, was), (AuditEvent.CLASS_JOINED, class_id)):
        audit.note(tx, event, me.id, child_id=child_id, entity="class", entity_id=room)
    notify(tx, about_.tell_changed(circle, class_id))
    meetings.release(tx, was, circle)
    meetings.welcome(tx, class_id, circle)
    for each in (was, class_id):  # where it stood, and, taken back, where it stands again
        notice_cards.follow(tx, each, circle)
