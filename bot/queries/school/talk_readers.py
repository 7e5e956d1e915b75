"""Who reads what a family and a school write to each other, as it is at this moment."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.circle.times import due_for
from bot.domain.notifications import Lane
from bot.domain.school import handing_on
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.school_talks import RECENT, Talk, Thread, answered_line, at_school, line_of, readers
from bot.domain.school.talk_silences import ENOUGH
from bot.queries import audit
from bot.queries.circle import circles, people
from bot.queries.school import enrolments, school_talks, schools, staffing
from bot.queries.school.schools import ClassRoom

Place = tuple[Circle, Member]
Here = tuple[Circle, ClassRoom]


def room_of(tx: Tx, class_id: int, child_id: int) -> ClassRoom | None:
    """A class that somebody teaches and in which the child is now."""
    found = enrolments.find(tx, class_id, child_id)
    return schools.running(tx, class_id) if found and found.state == EnrolmentState.ACTIVE else None


def staff(tx: Tx, room: ClassRoom, circle: Circle, thread: Thread | None = None) -> list[int]:
    """Who reads for the school now: the class's teachers; the lead where it was handed on, or nobody else can."""
    mine = teachers(tx, room, circle)
    if mine and not (thread and thread.handed_at):
        return mine
    return at_school(circle, [*mine, *staffing.leads(tx, room.school_id)])


def teachers(tx: Tx, room: ClassRoom, circle: Circle) -> list[int]:
    """Who teaches the class and is not of the child's own family."""
    found = [room.teacher_id, *schools.seconds(tx, room.id)]
    return at_school(circle, [each for each in found if schools.works_at(tx, each, room.school_id)])


def takers(tx: Tx, room: ClassRoom, circle: Circle) -> list[int]:
    """Who leads the school beside the class's teachers, and can take what these hand on."""
    return handing_on.takers(at_school(circle, staffing.leads(tx, room.school_id)), teachers(tx, room, circle))


def hands_on(tx: Tx, thread: Thread, person_id: int) -> Here | None:
    """The child and the class, for a teacher who may hand a thread on to whoever leads the school: nobody to
    themselves."""
    here = for_school(tx, thread, person_id)
    school = schools.workplace(tx, here[1].school_id, person_id, Action.HAND_ON) if here else None
    return here if school and not school.lead else None


def asks_lead(tx: Tx, thread: Thread, person_id: int) -> Here | None:
    """The child and the class, for an adult whose line has waited for an answer in vain, and who may ask whoever leads
    the school, too: nobody who reads it already."""
    mine, room = for_family(tx, thread, person_id), room_of(tx, thread.class_id, thread.child_id)
    in_vain = thread.waits_since and tx.now - thread.waits_since >= ENOUGH and not thread.handed_at
    if mine is None or room is None or not in_vain or mine[0].child.sharing_stopped:
        return None
    circle = mine[0]
    return (circle, room) if teachers(tx, room, circle) and takers(tx, room, circle) else None


def unasks_lead(tx: Tx, thread: Thread, person_id: int) -> Here | None:
    """The child and the class, for an adult of the line that has asked the lead."""
    mine, room = for_family(tx, thread, person_id), room_of(tx, thread.class_id, thread.child_id)
    return (mine[0], room) if mine and room and is_with_lead_by_family(tx, thread) else None


def is_with_lead_by_family(tx: Tx, thread: Thread) -> bool:
    """Whether whoever leads the school reads it because the family has asked them, not a teacher."""
    last = audit.last_of(tx, thread.child_id, audit.THREAD, thread.id) if thread.handed_at else None
    return last == AuditEvent.TALK_TO_LEAD


def hands_back(tx: Tx, thread: Thread, person_id: int) -> Here | None:
    """The child and the class, for who leads the school and may give a thread back to the class's teachers."""
    here = for_school(tx, thread, person_id) if thread.handed_at else None
    if here is None or schools.workplace(tx, here[1].school_id, person_id, Action.HAND_BACK) is None:
        return None
    circle, room = here
    mine = teachers(tx, room, circle)
    return here if mine and person_id not in mine else None


def asking_line(tx: Tx, circle: Circle, thread: Thread) -> str:
    """The line to which an answer goes: that of who has asked last, as it is now."""
    said = school_talks.last(tx, thread.id, RECENT)
    asked = next((each for each in reversed(said) if not each.from_school), None)
    return answered_line(circle, thread, asked.author_id) if asked else thread.line


def family(tx: Tx, circle: Circle, thread: Thread) -> list[int]:
    """The adults whom an answer reaches."""
    return readers(circle, asking_line(tx, circle, thread))


def for_school(tx: Tx, thread: Thread, person_id: int) -> Here | None:
    """The child and the class, for who reads this thread at the school now; none for everybody else."""
    room, circle = room_of(tx, thread.class_id, thread.child_id), circles.get(tx, thread.child_id)
    if room is None or circle is None or circle.child.sharing_stopped:
        return None
    return (circle, room) if person_id in staff(tx, room, circle, thread) else None


def for_family(tx: Tx, thread: Thread, person_id: int) -> Place | None:
    """The circle and this adult's place in it, where the thread is of their line now."""
    mine = circles.membership(tx, thread.child_id, person_id, Action.WRITE_TO_SCHOOL)
    return mine if mine and line_of(*mine) == thread.line else None


def may_write(tx: Tx, class_id: int, child_id: int, person_id: int) -> tuple[Place, ClassRoom] | None:
    """The adult's place beside the child, and its class, where somebody of the school reads what they write now."""
    mine = circles.membership(tx, child_id, person_id, Action.WRITE_TO_SCHOOL)
    room = room_of(tx, class_id, child_id) if mine else None
    return (mine, room) if mine and room and staff(tx, room, mine[0]) else None


def rests(tx: Tx, person_id: int) -> bool:
    """Whether a notice would wait for this person now."""
    person = people.get(tx, person_id)
    return not person.reachable or due_for(person, tx.now, Lane.NOTICE, written=True) > tx.now


def for_staff(tx: Tx, thread: Thread) -> list[int]:
    """Who reads a thread at the school now."""
    room, circle = room_of(tx, thread.class_id, thread.child_id), circles.get(tx, thread.child_id)
    return staff(tx, room, circle, thread) if room and circle else []


def is_answered(tx: Tx, talk: Talk, thread: Thread) -> bool:
    """Whether the school has answered a family's words."""
    after = school_talks.since(tx, thread.id, talk.sent_at)
    return not talk.from_school and any(each.from_school and each.id > talk.id for each in after)
