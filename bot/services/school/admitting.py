"""Children who wait to come into a class are taken in, and a yes that was too early is taken back."""

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle
from bot.domain.people import Person
from bot.domain.school import admitting
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.leaving_class import PupilMoved, tell_moved
from bot.queries import audit
from bot.queries.circle import circles
from bot.queries.school import enrolments, rosters, schools
from bot.queries.school.enrolments import Enrolment
from bot.queries.school.schools import ClassRoom
from bot.services.notifications import notify
from bot.services.school import meetings, notice_cards, places


def ask(tx: Tx, class_id: int, *, newcomer: int | None = None) -> None:
    """Everybody who teaches the class is shown who waits; or only who has just come to it."""
    for teacher in schools.teachers(tx, class_id) if newcomer is None else [newcomer]:
        shown_at = cards.sent_at(tx, teacher, admitting.card_of(class_id))
        notify(tx, admitting.tell_asked(class_id, teacher, shown_at, tx.now))


def show(tx: Tx, about: admitting.Standing, *, but: int | None = None) -> None:
    """How it stands, on the cards of those who teach the class and were shown who waits; `but` has read it."""
    here = [each for each in schools.teachers(tx, about.class_id) if each != but]
    notify(tx, admitting.tell_changed(about, [each for each in here if _has_card(tx, each, about.class_id)]))


def _has_card(tx: Tx, teacher: int, class_id: int) -> bool:
    card = admitting.card_of(class_id)
    return cards.message_of(tx, teacher, card) is not None or outbox.pending_card(tx, teacher, card) is not None


def _moved(
    tx: Tx, me: Person, found: Enrolment, was: EnrolmentState, to: EnrolmentState, event: AuditEvent
) -> Circle | None:
    """The circle of a child whose place in the class has changed, written down; none where it was not so any more."""
    circle = circles.get(tx, found.child_id)
    if circle is None or not enrolments.change(tx, found.id, was, to):
        return None
    audit.note(tx, event, me.id, child_id=found.child_id, entity="class", entity_id=found.class_id)
    return circle


def take_in(tx: Tx, me: Person, room: ClassRoom, waiting: Enrolment, line: int | None = None) -> bool:
    """Yes to one child, who is this line of the list; the family reads it. False when that was decided already."""
    found = rosters.get(tx, line) if line else None
    if line and (found is None or found.class_id != room.id or found.child_id not in {None, waiting.child_id}):
        return False
    circle = _moved(tx, me, waiting, EnrolmentState.PENDING, EnrolmentState.ACTIVE, AuditEvent.CLASS_JOINED)
    if circle is None:
        return False
    if found is not None:
        rosters.tie(tx, found, waiting.child_id)
    places.learn(tx, room.school_id, circle.child.country, circle.child.zone)
    notify(tx, admitting.tell_welcomed(circle, waiting.id, room.id))
    meetings.welcome(tx, room.id, circle)
    notice_cards.follow(tx, room.id, circle)
    return True


def turn_away(tx: Tx, me: Person, room: ClassRoom, waiting: Enrolment) -> bool:
    """No to one child; told to who asked. False when that was decided already."""
    circle = _moved(tx, me, waiting, EnrolmentState.PENDING, EnrolmentState.REFUSED, AuditEvent.CLASS_REFUSED)
    if circle is None:
        return False
    notify(tx, admitting.tell_refused(circle, room.id, waiting.asked_by))
    return True


def take_back(tx: Tx, me: Person, room: ClassRoom, accepted: Enrolment) -> int:
    """All of one tap wait again, and their families read so; how many."""
    count = 0
    for each in enrolments.taken_in_with(tx, accepted):
        circle = _moved(tx, me, each, EnrolmentState.ACTIVE, EnrolmentState.PENDING, AuditEvent.CLASS_UNDONE)
        if circle is None:
            continue
        if each.initial:
            rosters.untie(tx, room.id, each.child_id)
        notify(tx, admitting.tell_waits_again(circle, each.id, room.id))
        meetings.release(tx, room.id, circle)
        notice_cards.follow(tx, room.id, circle)
        count += 1
    return count


def take_out(tx: Tx, me: Person, room: ClassRoom, found: Enrolment) -> bool:
    """A child is in the class no more; the family reads it. False when it was not."""
    circle = _moved(tx, me, found, EnrolmentState.ACTIVE, EnrolmentState.REFUSED, AuditEvent.CLASS_OUT)
    if circle is None:
        return False
    notify(tx, admitting.tell_taken_out(circle, found.id, room.id))
    _tell_others(tx, me, room, found)
    meetings.release(tx, room.id, circle)
    notice_cards.follow(tx, room.id, circle)
    return True


def put_back(tx: Tx, me: Person, room: ClassRoom, found: Enrolment) -> bool:
    """It was a mistake: the family has not said no meanwhile, so nobody is asked anew."""
    circle = _moved(tx, me, found, EnrolmentState.REFUSED, EnrolmentState.ACTIVE, AuditEvent.CLASS_JOINED)
    if circle is None:
        return False
    notify(tx, admitting.tell_welcomed(circle, found.id, room.id))
    _tell_others(tx, me, room, found)
    meetings.welcome(tx, room.id, circle)
    notice_cards.follow(tx, room.id, circle)
    return True


def _tell_others(tx: Tx, me: Person, room: ClassRoom, found: Enrolment) -> None:
    others = [each for each in schools.teachers(tx, room.id) if each != me.id]
    notify(tx, tell_moved(PupilMoved(found.id, room.id, found.child_id), others))
