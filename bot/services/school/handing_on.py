"""🎓 What a family has written is handed on to whoever leads the school, given back, or taken back."""

from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle
from bot.domain.people import Person
from bot.domain.school.handing_on import (
    can_be_undone,
    family_card,
    lead_card,
    open_since,
    tell_family,
    tell_family_changed,
    tell_leads,
    tell_leads_changed,
    tell_teachers,
)
from bot.domain.school.school_talks import RECENT, Thread
from bot.queries import audit
from bot.queries.circle import circles
from bot.queries.school import school_talks as rows
from bot.queries.school import talk_readers as reading
from bot.queries.school.schools import ClassRoom
from bot.services.notifications import notify
from bot.services.school import talk_silences
from bot.services.school.school_talks import recount, say_anew


def hand_on(
    tx: Tx,
    me: Person,
    thread: Thread,
    circle: Circle,
    room: ClassRoom,
    event: AuditEvent = AuditEvent.TALK_HANDED_ON,
) -> bool:
    """Whoever leads the school reads and answers it, too, and everybody concerned knows; false where nobody can."""
    circles.lock(tx, circle.child.id)
    leads = reading.takers(tx, room, circle)
    if not leads:
        return False
    if not rows.hand_on(tx, thread.id, open_since(thread, rows.last(tx, thread.id, RECENT))):
        return True
    talk_silences.begin(tx, thread.id)
    _note(tx, event, me, thread)
    teachers = reading.teachers(tx, room, circle)
    notify(tx, tell_leads(thread, me.id, leads))
    notify(tx, tell_teachers(thread, [each for each in teachers if each != me.id]))
    notify(tx, tell_family(thread, me.id, [each for each in reading.family(tx, circle, thread) if each != me.id]))
    say_anew(tx, thread, teachers)
    return True


def ask_lead(tx: Tx, me: Person, thread: Thread, circle: Circle, room: ClassRoom) -> None:
    """An adult of a family that nobody has answered wishes that whoever leads the school reads it, too."""
    if hand_on(tx, me, thread, circle, room, AuditEvent.TALK_TO_LEAD):
        talk_silences.begin_anew(tx, thread.id)
        talk_silences.say_anew(tx, thread)


def hand_back(tx: Tx, me: Person, thread: Thread, circle: Circle, room: ClassRoom) -> bool:
    """The class's teachers answer alone again; false where there is nobody but who leads."""
    circles.lock(tx, circle.child.id)
    teachers = reading.teachers(tx, room, circle)
    if not teachers or not rows.hand_back(tx, thread.id):
        return False
    _note(tx, AuditEvent.TALK_HANDED_BACK, me, thread)
    _end_for_leads(tx, thread, teachers[0], reading.takers(tx, room, circle))
    notify(tx, tell_teachers(thread, teachers))
    notify(tx, tell_family(thread, teachers[0], reading.family(tx, circle, thread)))
    return True


def take_back(tx: Tx, me: Person, thread: Thread, circle: Circle, room: ClassRoom) -> bool:
    """↩️ as if it had not been; false when it is too late, or has been answered."""
    circles.lock(tx, circle.child.id)
    teachers, said = reading.teachers(tx, room, circle), rows.last(tx, thread.id, RECENT)
    if not teachers or not can_be_undone(thread, said, teachers, tx.now) or not rows.hand_back(tx, thread.id):
        return False
    _note(tx, AuditEvent.TALK_HANDED_BACK, me, thread)
    teacher = me.id if me.id in teachers else teachers[0]
    _end_for_leads(tx, thread, teacher, reading.takers(tx, room, circle))
    notify(tx, tell_teachers(thread, [each for each in teachers if each != me.id]))
    outbox.clear_card(tx, family_card(thread.id))
    family = [each for each in reading.family(tx, circle, thread) if each != me.id]
    notify(tx, tell_family_changed(thread, teacher, family))
    recount(tx, thread)
    say_anew(tx, thread, teachers)
    return True


def unask_lead(tx: Tx, me: Person, thread: Thread, circle: Circle, room: ClassRoom) -> bool:
    """↩️ of the family; false when it is too late."""
    if not take_back(tx, me, thread, circle, room):
        return False
    talk_silences.rest(tx, thread.id)
    talk_silences.say_anew(tx, thread)
    return True


def _end_for_leads(tx: Tx, thread: Thread, teacher: int, leads: list[int]) -> None:
    """What waits does not come any more, and where it stands it says so."""
    outbox.clear_card(tx, lead_card(thread.id))
    notify(tx, tell_leads_changed(thread, teacher, leads))


def _note(tx: Tx, event: AuditEvent, me: Person, thread: Thread) -> None:
    audit.note(tx, event, me.id, child_id=thread.child_id, entity=audit.THREAD, entity_id=thread.id)
