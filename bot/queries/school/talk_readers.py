"""Who reads what a family and a school write to each other, as it is at this moment."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.circle.times import due_for
from bot.domain.notifications import Lane
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.school_talks import Talk, Thread, at_school, line_of
from bot.queries.circle import circles, people
from bot.queries.school import enrolments, school_talks, schools, staffing
from bot.queries.school.schools import ClassRoom

Place = tuple[Circle, Member]


def room_of(tx: Tx, class_id: int, child_id: int) -> ClassRoom | None:
    """A class that somebody teaches and in which the child is now."""
    found = enrolments.find(tx, class_id, child_id)
    return schools.running(tx, class_id) if found and found.state == EnrolmentState.ACTIVE else None


def staff(tx: Tx, room: ClassRoom, circle: Circle, thread: Thread | None = None) -> list[int]:
    """Who reads for the school now: the class's teachers; the lead where it was handed on, or nobody else can."""
    teachers = [room.teacher_id, *schools.seconds(tx, room.id)]
    mine = at_school(circle, [each for each in teachers if schools.works_at(tx, each, room.school_id)])
    if mine and not (thread and thread.handed_at):
        return mine
    return at_school(circle, [*mine, *staffing.leads(tx, room.school_id)])


def for_school(tx: Tx, thread: Thread, person_id: int) -> tuple[Circle, ClassRoom] | None:
    """The child and the class, for who reads this thread at the school now; none for everybody else."""
    room, circle = room_of(tx, thread.class_id, thread.child_id), circles.get(tx, thread.child_id)
    if room is None or circle is None or circle.child.sharing_stopped:
        return None
    return (circle, room) if person_id in staff(tx, room, circle, thread) else None


def for_family(tx: Tx, thread: Thread, person_id: int) -> Place | None:
    """The circle and this adult's place in it, where the thread is of their line now."""
    mine = circles.membership(tx, thread.child_id, person_id, Action.WRITE_TO_SCHOOL)
    return mine if mine and line_of(*mine) == thread.line else None


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
