"""🎓 Who works at a school: the lead lets teachers in and takes them out; anybody may leave."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.joining import InviteDead, InviteKind
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event, Lane, Notification
from bot.domain.people import Person
from bot.domain.school import staffing as about_
from bot.domain.school.staffing import Colleague, can_take_out
from bot.domain.screens import ButtonOutdated
from bot.queries import audit
from bot.queries.circle import invites, people
from bot.queries.school import schools
from bot.queries.school import staffing as staffing_rows
from bot.routes import NUMBER, Route, press
from bot.services.notifications import notify, reply
from bot.services.school import staffing
from bot.updates import ButtonPress
from handlers.entering import NAMED, come_in, first_menu

_PAGE = "[0-9]{1,3}"


def answer_name(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """✅ ❌ Is it you whom the code is for? A no leaves it as good as it was."""
    dialogue = people.dialogue_of(tx, me.id)
    invite = invites.by_id(tx, dialogue[1]["invite"]) if dialogue else None
    people.end_dialogue(tx, me.id)
    if pressed.args[0] == "no":
        reply(tx, me, about_.NamedCodeKept(), edit=pressed.message_id)
    elif invite is None or invite.problem:
        reply(tx, me, InviteDead(), edit=pressed.message_id)
    else:
        come_in(tx, me, invite, pressed.message_id)


def wait_no_more(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ who waits for a school's yes asks no more."""
    colleague = staffing_rows.of(tx, pressed.number(), me.id)
    if colleague is None or not staffing_rows.decide(tx, colleague, welcome=False):
        return ButtonOutdated()
    reply(tx, me, first_menu(tx, me), edit=pressed.message_id)
    return None


def let_in(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Is it really a teacher of this school?"""
    colleague = staffing_rows.colleague(tx, pressed.number(), me.id, Action.LET_TEACHER_IN)
    welcome = pressed.args[1] == "yes"
    if colleague is None or not colleague.waits or not staffing.decide(tx, colleague, me.id, welcome=welcome):
        return ButtonOutdated()
    return None


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Teachers and classes, a page at a time."""
    if schools.workplace(tx, pressed.number(), me.id, Action.SEE_STAFF) is None:
        return ButtonOutdated()
    reply(tx, me, about_.StaffShown(pressed.number(), pressed.number(1)), edit=pressed.message_id)
    return None


def revoke_code(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ a teacher's code that nobody has used yet."""
    invite = invites.by_id(tx, pressed.number())
    school = schools.workplace(tx, invite.school_id or 0, me.id, Action.INVITE_TEACHER) if invite else None
    if invite is None or school is None or invite.kind != InviteKind.TEACHER or not invites.revoke(tx, invite.id):
        return ButtonOutdated()
    audit.note(tx, AuditEvent.CODE_REVOKED, me.id, entity="school", entity_id=school.id)
    reply(tx, me, about_.StaffShown(school.id), edit=pressed.message_id)
    return None


def take_out(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🚪 Is it meant?"""
    found = _other(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    reply(tx, me, about_.TeacherOutAsked(found.id, found.school_id), edit=pressed.message_id)
    return None


def take_out_now(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Yes: from this tap on their phone reads nothing of the school."""
    found = _other(tx, me, pressed)
    school = schools.get(tx, found.school_id) if found else None
    if found is None or school is None or not staffing.end(tx, found, me.id, AuditEvent.TEACHER_OUT):
        return ButtonOutdated()
    notify(tx, [Notification(found.person_id, about_.TeacherEnded(school.name), Lane.REPLY)])
    reply(tx, me, about_.StaffShown(school.id), edit=pressed.message_id)
    return None


def leave(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """👋 Is it meant?"""
    if schools.workplace(tx, pressed.number(), me.id, Action.LEAVE_SCHOOL) is None:
        return ButtonOutdated()
    reply(tx, me, about_.LeaveSchoolAsked(pressed.number(), pressed.number(1)), edit=pressed.message_id)
    return None


def leave_now(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Yes."""
    staffing_rows.lock(tx, pressed.number())
    mine = schools.workplace(tx, pressed.number(), me.id, Action.LEAVE_SCHOOL)
    colleague = staffing_rows.of(tx, mine.id, me.id) if mine else None
    return _gone(tx, me, colleague, pressed)


def leave_to(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A lead leaves, and says who leads from now on."""
    heir = staffing_rows.colleague(tx, pressed.number(), me.id, Action.GIVE_LEAD)
    if heir is None or heir.person_id == me.id or not staffing_rows.make_lead(tx, heir):
        return ButtonOutdated()
    audit.note(tx, AuditEvent.LEAD_GIVEN, me.id, entity="staff", entity_id=heir.id)
    notify(tx, [Notification(heir.person_id, about_.LeadGiven(heir.school_id), Lane.NOTICE, written=True)])
    staffing.ask_about_waiting(tx, heir.school_id, heir.person_id)
    return _gone(tx, me, staffing_rows.of(tx, heir.school_id, me.id), pressed)


def _gone(tx: Tx, me: Person, colleague: Colleague | None, pressed: ButtonPress) -> Event | None:
    school = schools.get(tx, colleague.school_id) if colleague else None
    if colleague is None or school is None or not staffing.end(tx, colleague, me.id, AuditEvent.TEACHER_LEFT):
        return ButtonOutdated()
    reply(tx, me, about_.SchoolLeft(school.name), edit=pressed.message_id)
    return None


def _other(tx: Tx, me: Person, pressed: ButtonPress) -> Colleague | None:
    """The teacher whom a press is about, as long as this person may take them out now."""
    colleague = staffing_rows.colleague(tx, pressed.number(), me.id, Action.TAKE_TEACHER_OUT)
    return colleague if colleague and can_take_out(colleague, me.id) else None


routes: list[Route] = [
    press("code_mine", answer_name, "yes|no", state=NAMED),
    press("code_back", wait_no_more, NUMBER),
    press("staff", show, NUMBER, _PAGE),
    press("staff_in", let_in, NUMBER, "yes|no"),
    press("staff_out", take_out, NUMBER),
    press("staff_out_yes", take_out_now, NUMBER),
    press("code_revoke", revoke_code, NUMBER),
    press("school_leave", leave, NUMBER, _PAGE),
    press("school_leave_yes", leave_now, NUMBER),
    press("school_leave_to", leave_to, NUMBER),
]
