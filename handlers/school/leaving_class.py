"""👋 A family takes its child out of a class, and back within a day."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school import leaving_class as about_
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.screens import ButtonOutdated
from bot.queries import audit
from bot.queries.circle import circles
from bot.queries.school import enrolments, schools
from bot.queries.school.enrolments import Enrolment
from bot.routes import NUMBER, Route, press
from bot.services.notifications import notify, reply
from bot.services.school import meetings, notice_cards
from bot.updates import ButtonPress


def show_class(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🎓 with whom the class is, what the school sees, and the way out."""
    return _show(tx, me, pressed, about_.ClassOfChildShown)


def leave_class(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Is it meant?"""
    return _show(tx, me, pressed, about_.ClassLeaveAsked)


def _show(
    tx: Tx, me: Person, pressed: ButtonPress, about: type[about_.ClassOfChildShown | about_.ClassLeaveAsked]
) -> Event | None:
    found = _mine(tx, me, pressed)
    if found is None or found[0].state != EnrolmentState.ACTIVE:
        return ButtonOutdated()
    enrolment, circle = found
    reply(tx, me, about(enrolment.id, enrolment.class_id, circle.child.id), edit=pressed.message_id)
    return None


def leave_class_now(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ out; the teacher and the other adults of the family read so."""
    found = _mine(tx, me, pressed)
    if found is None or not enrolments.change(tx, found[0].id, EnrolmentState.ACTIVE, EnrolmentState.LEFT):
        return ButtonOutdated()
    enrolment, circle = found
    audit.note(tx, AuditEvent.WITHDRAWN, me.id, child_id=circle.child.id, entity="school", entity_id=enrolment.class_id)
    about = about_.PupilLeft(enrolment.id, enrolment.class_id, circle.child.id, me.id)
    reply(tx, me, about, edit=pressed.message_id, card=about_.card_of(enrolment.id))
    teachers = schools.teachers(tx, enrolment.class_id)
    notify(tx, about_.tell_left(circle, enrolment.id, enrolment.class_id, me.id, teachers))
    meetings.release(tx, enrolment.class_id, circle)
    notice_cards.follow(tx, enrolment.class_id, circle)
    return None


def come_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ any adult of the family, within the day; nobody is asked anew."""
    found = _mine(tx, me, pressed)
    teachers = schools.teachers(tx, found[0].class_id) if found else []
    if found is None or not teachers or not found[0].may_come_back(tx.now):
        return ButtonOutdated()
    enrolment, circle = found
    if not enrolments.change(tx, enrolment.id, EnrolmentState.LEFT, EnrolmentState.ACTIVE):
        return ButtonOutdated()
    audit.note(tx, AuditEvent.CONSENTED, me.id, child_id=circle.child.id, entity="school", entity_id=enrolment.class_id)
    reply(
        tx,
        me,
        about_.PupilBack(enrolment.id, enrolment.class_id, circle.child.id),
        edit=pressed.message_id,
        card=about_.card_of(enrolment.id),
    )
    notify(tx, about_.tell_back(circle, enrolment.id, enrolment.class_id, me.id, teachers))
    meetings.welcome(tx, enrolment.class_id, circle)
    notice_cards.follow(tx, enrolment.class_id, circle)
    return None


def _mine(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Enrolment, Circle] | None:
    """For an adult who may take this child into a class and out of it."""
    enrolment = enrolments.get(tx, pressed.number())
    place = circles.membership(tx, enrolment.child_id, me.id, Action.ENROL) if enrolment else None
    return (enrolment, place[0]) if enrolment and place else None


routes: list[Route] = [
    press("class_mine", show_class, NUMBER),
    press("class_leave", leave_class, NUMBER),
    press("class_leave_yes", leave_class_now, NUMBER),
    press("class_back", come_back, NUMBER),
]
