"""A teacher is let in, taken out, or leaves: from that moment their phone reads nothing, and their classes go on."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.notifications import Event, Lane, Notification
from bot.domain.school.notice_choices import CHOOSING
from bot.domain.school.roster_care import RENAMING
from bot.domain.school.rosters import LISTING
from bot.domain.school.school_hours import HOURS
from bot.domain.school.school_numbers import STATE as NUMBERING
from bot.domain.school.school_words import TELLING, WordKind
from bot.domain.school.schools import NAMING, SchoolJoined
from bot.domain.school.staffing import (
    Colleague,
    LeadJoined,
    NobodyLeads,
    TeacherEnded,
    TeacherTurnedAway,
    tell_asked,
    tell_decided,
    tell_gone,
)
from bot.domain.school.worries import STATE as WORRY
from bot.queries import audit
from bot.queries.circle import invites, people
from bot.queries.school import school_words, schools, staffing
from bot.services.notifications import forget_closed, notify
from bot.services.school import class_groups, meetings, places, staffing_classes, worries

_OF_SCHOOL = {
    NAMING,
    LISTING,
    RENAMING,
    NUMBERING,
    "notice",
    CHOOSING,
    TELLING,
    WORRY,
}  # the next answer would be for a class


def decide(tx: Tx, colleague: Colleague, by: int, *, welcome: bool) -> bool:
    """A lead lets somebody in, or not; false when that was decided already."""
    if not staffing.decide(tx, colleague, welcome=welcome):
        return False
    event = AuditEvent.TEACHER_JOINED if welcome else AuditEvent.TEACHER_REFUSED
    audit.note(tx, event, by, entity="staff", entity_id=colleague.id)
    if welcome:
        people.change(tx, colleague.person_id, teaches=True)
        places.settle(tx, colleague.school_id, colleague.person_id)
    said: Event = SchoolJoined(colleague.school_id, lead=False) if welcome else TeacherTurnedAway()
    told = tell_decided(colleague, staffing.leads(tx, colleague.school_id), welcome=welcome)
    notify(tx, [*told, Notification(colleague.person_id, said, Lane.REPLY)])
    return True


def begin_to_lead(tx: Tx, colleague: Colleague) -> None:
    """Whoever leads from now on has the classes that nobody has, and is asked about those who wait."""
    others = [each for each in staffing.leads(tx, colleague.school_id) if each != colleague.person_id]
    notify(
        tx,
        [
            Notification(each, LeadJoined(colleague.school_id, colleague.id), Lane.NOTICE, written=True)
            for each in others
        ],
    )
    staffing_classes.adopt(tx, colleague.school_id, colleague.person_id)
    ask_about_waiting(tx, colleague.school_id, colleague.person_id)


def ask_about_waiting(tx: Tx, school_id: int, lead: int) -> None:
    """Who waits to be let in is shown to a lead who has not been asked."""
    for each in staffing.everybody(tx, school_id):
        notify(tx, tell_asked(each, [lead]) if each.waits else [])


def end(tx: Tx, colleague: Colleague, by: int | None, event: AuditEvent) -> bool:
    """Not here any more; false when they were gone already. What is said to them is said by who calls this."""
    if not staffing.end(tx, colleague):
        return False
    audit.note(tx, event, by, entity="staff", entity_id=colleague.id)
    leads = staffing.leads(tx, colleague.school_id)
    rooms = [each for each in schools.classes_in(tx, colleague.school_id) if each.teacher_id == colleague.person_id]
    invites.revoke_codes_of(tx, colleague.school_id, colleague.person_id)
    schools.leave_all(tx, colleague.school_id, colleague.person_id)
    _leave_no_half_sentence(tx, colleague.person_id)
    worries.reader_lost(tx, colleague.person_id, colleague.school_id)
    unsent = staffing_classes.hand_over(tx, rooms, leads[0] if leads else None, by)
    meetings.without_teacher(tx, colleague.person_id)
    forget_closed(tx, colleague.person_id)
    notify(tx, tell_gone(colleague, leads, [each.id for each in rooms], unsent))
    for each in rooms if leads else []:
        class_groups.inherit(tx, each.id, leads[0])
    if not leads and colleague.lead:
        stay = [each.person_id for each in staffing.everybody(tx, colleague.school_id) if each.is_here]
        notify(tx, [Notification(each, NobodyLeads(colleague.school_id), Lane.NOTICE, written=True) for each in stay])
    return True


def end_school(tx: Tx, school_id: int, by: int | None) -> None:
    """A school is closed: everybody is out, and nobody reads of the others."""
    for each in staffing.everybody(tx, school_id):
        if each.waits:
            staffing.decide(tx, each, welcome=False)
            notify(tx, [Notification(each.person_id, TeacherTurnedAway(), Lane.REPLY)])
            continue
        staffing.end(tx, each)
        audit.note(tx, AuditEvent.TEACHER_OUT, by, entity="staff", entity_id=each.id)
        _leave_no_half_sentence(tx, each.person_id)
        worries.reader_lost(tx, each.person_id, school_id)
        forget_closed(tx, each.person_id)
        notify(tx, [Notification(each.person_id, TeacherEnded(_name(tx, school_id)), Lane.REPLY)])
    invites.revoke_codes(tx, school_id)


def _name(tx: Tx, school_id: int) -> str:
    school = schools.get(tx, school_id)
    return school.name if school else ""


def end_everywhere(tx: Tx, person_id: int) -> None:
    """Who erases themselves leaves every school; that a child is missed or ill stays, said by who has the class now."""
    for each in schools.of_person(tx, person_id):
        staffing.lock(tx, each.id)
        colleague = staffing.of(tx, each.id, person_id)
        if colleague is not None and end(tx, colleague, person_id, AuditEvent.TEACHER_LEFT):
            _pass_on_words(tx, colleague)


def _pass_on_words(tx: Tx, colleague: Colleague) -> None:
    """A child who is missed or ill must not be forgotten because of who has said it."""
    for room in schools.classes_in(tx, colleague.school_id):
        successor = schools.teaches(tx, room.id)
        if successor is not None:
            school_words.pass_on(tx, room.id, colleague.person_id, successor, {WordKind.ABSENT, WordKind.ILL, *HOURS})


def _leave_no_half_sentence(tx: Tx, person_id: int) -> None:
    dialogue = people.dialogue_of(tx, person_id)
    if dialogue is not None and dialogue[0] in _OF_SCHOOL:
        people.end_dialogue(tx, person_id)
    people.change(tx, person_id, teaches=bool(schools.of_person(tx, person_id)))
