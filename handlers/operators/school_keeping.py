"""🎓 A coordinator's schools: a list, a name that is typed, a link to forward, somebody taken out, a school closed."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.roles import Action
from bot.domain.names import clean_title
from bot.domain.notifications import Event, Lane, Notification
from bot.domain.operators.operators import OperatorShown
from bot.domain.operators.school_keeping import (
    NAMING,
    LeadInvited,
    SchoolCloseAsked,
    SchoolKept,
    SchoolNameAsked,
    StaffOutAsked,
)
from bot.domain.people import Person
from bot.domain.school.staffing import Colleague, TeacherEnded
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import people
from bot.queries.school import schools
from bot.queries.school import staffing as staffing_rows
from bot.routes import NUMBER, TYPED, Route, message, press
from bot.services.notifications import notify, reply
from bot.services.operators import operators, school_keeping
from bot.services.school import staffing
from bot.updates import ButtonPress, IncomingMessage


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One school."""
    school_id = _school(tx, me, pressed)
    return _show(tx, me, pressed, SchoolKept(school_id)) if school_id else ButtonOutdated()


def ask_new_name(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """➕ a school: its name follows."""
    if not operators.may(tx, me, Action.KEEP_SCHOOLS):
        return ButtonOutdated()
    people.set_dialogue(tx, me.id, NAMING, {"school": 0})
    return _show(tx, me, pressed, SchoolNameAsked(0))


def ask_name(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✏️ another name follows."""
    school_id = _school(tx, me, pressed)
    if not school_id:
        return ButtonOutdated()
    people.set_dialogue(tx, me.id, NAMING, {"school": school_id})
    return _show(tx, me, pressed, SchoolNameAsked(school_id))


def name(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """The one thing that is typed: as it is, or it is asked for again."""
    dialogue = people.dialogue_of(tx, me.id)
    number = dialogue[1]["school"] if dialogue else 0
    if not operators.may(tx, me, Action.KEEP_SCHOOLS) or (number and not schools.is_open(tx, number)):
        people.end_dialogue(tx, me.id)
        reply(tx, me, OperatorShown())
        return
    cleaned = clean_title(said.text) if said.kind == "text" else ""
    if not cleaned or cleaned != " ".join(said.text.split()):
        reply(tx, me, SchoolNameAsked(number, again=True))
        return
    people.end_dialogue(tx, me.id)
    if number:
        school_keeping.rename(tx, number, cleaned, me.id)
        reply(tx, me, SchoolKept(number))
        return
    number, token = school_keeping.add(tx, cleaned, me.id)
    reply(tx, me, SchoolKept(number))
    reply(tx, me, LeadInvited(number, token))


def invite_lead(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔗 a fresh link for who leads it, as a message to forward."""
    school_id = _school(tx, me, pressed)
    if not school_id:
        return ButtonOutdated()
    reply(tx, me, LeadInvited(school_id, school_keeping.invite_lead(tx, school_id, me.id)))
    return None


def ask_close(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔒 Is it meant?"""
    school_id = _school(tx, me, pressed)
    return _show(tx, me, pressed, SchoolCloseAsked(school_id)) if school_id else ButtonOutdated()


def close(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Yes."""
    school_id = _school(tx, me, pressed)
    if not school_id:
        return ButtonOutdated()
    school_keeping.close(tx, school_id, me.id)
    return _show(tx, me, pressed, OperatorShown())


def ask_out(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🚪 Is it meant?"""
    found = _colleague(tx, me, pressed)
    return _show(tx, me, pressed, StaffOutAsked(found.id)) if found else ButtonOutdated()


def take_out(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Yes: from this tap on their phone reads nothing of the school; their classes are with who leads it."""
    found = _colleague(tx, me, pressed)
    school = schools.get(tx, found.school_id) if found else None
    if found is None or school is None or not staffing.end(tx, found, me.id, AuditEvent.TEACHER_OUT):
        return ButtonOutdated()
    notify(tx, [Notification(found.person_id, TeacherEnded(school.name), Lane.REPLY)])
    return _show(tx, me, pressed, SchoolKept(school.id))


def _show(tx: Tx, me: Person, pressed: ButtonPress, about: Event) -> Event | None:
    reply(tx, me, about, edit=pressed.message_id)
    return None


def _school(tx: Tx, me: Person, pressed: ButtonPress) -> int:
    """The school whose button was pressed; 0 for who may not, or where it is closed."""
    allowed = operators.may(tx, me, Action.KEEP_SCHOOLS) and schools.is_open(tx, pressed.number())
    return pressed.number() if allowed else 0


def _colleague(tx: Tx, me: Person, pressed: ButtonPress) -> Colleague | None:
    found = staffing_rows.get(tx, pressed.number()) if operators.may(tx, me, Action.KEEP_SCHOOLS) else None
    if found is None:
        return None
    staffing_rows.lock(tx, found.school_id)
    found = staffing_rows.get(tx, found.id)
    return found if found and found.is_here else None


routes: list[Route] = [
    press("op_school", show, NUMBER, newcomers=True),
    press("op_school_add", ask_new_name, newcomers=True),
    press("op_school_name", ask_name, NUMBER, newcomers=True),
    message(TYPED, name, state=NAMING, newcomers=True),
    press("op_lead", invite_lead, NUMBER, newcomers=True),
    press("op_school_close", ask_close, NUMBER, newcomers=True),
    press("op_school_close_yes", close, NUMBER, newcomers=True),
    press("op_staff_out", ask_out, NUMBER, newcomers=True),
    press("op_staff_out_yes", take_out, NUMBER, newcomers=True),
]
