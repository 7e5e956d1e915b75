"""A school, its teachers and classes, and how a child comes into one."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.joining import InviteKind, InvitesExhausted
from bot.domain.circle.roles import Action
from bot.domain.limits import CLASSES, REQUESTS_A_DAY, LimitReached
from bot.domain.names import clean_title
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.class_years import ClassCarried, ClassRenamed
from bot.domain.school.schools import (
    LINKS_A_DAY,
    NAMING,
    ClassNameAsked,
    ClassOpened,
    ClassPageMade,
    ClassShown,
    EnrolledAlready,
    EnrolmentWaits,
    PosterMade,
    PosterRenewed,
    SchoolConsentAsked,
    SchoolConsentRefused,
    TeacherInvited,
    clock_of,
    school_year_end,
)
from bot.domain.screens import ButtonOutdated
from bot.queries import audit
from bot.queries.circle import circles, invites, people
from bot.queries.school import enrolments, posters, schools, staffing
from bot.routes import NUMBER, TYPED, Route, begins_with, message, press
from bot.services.notifications import reply
from bot.services.school import admitting, class_years
from bot.updates import ButtonPress, IncomingMessage
from handlers.entering import first_menu


def add_class(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """➕"""
    school = schools.works_at(tx, me.id, pressed.number())
    if school is None:
        return ButtonOutdated()
    if schools.opened_today(tx, me.id) >= LINKS_A_DAY:
        reply(tx, me, InvitesExhausted(), edit=pressed.message_id)
        return None
    if len(schools.classes_of(tx, me.id)) >= CLASSES:
        reply(tx, me, LimitReached("classes"), edit=pressed.message_id)
        return None
    people.set_dialogue(tx, me.id, NAMING, {"school": school.id})
    reply(tx, me, ClassNameAsked(), edit=pressed.message_id)
    return None


def name_class(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """The one thing that is typed; the poster follows at once. A class that is there is called so from now on."""
    dialogue = people.dialogue_of(tx, me.id)
    data = dialogue[1] if dialogue else {}
    school = schools.works_at(tx, me.id, data.get("school", 0))
    room = class_years.held(tx, data.get("class", 0), me.id)
    cleaned = clean_title(said.text) if said.kind == "text" else ""
    if school is None and room is None:
        people.end_dialogue(tx, me.id)
        reply(tx, me, first_menu(tx, me))
    elif not cleaned:
        reply(tx, me, ClassNameAsked(again=True))
    else:
        people.end_dialogue(tx, me.id)
        if room is not None:
            _name_anew(tx, me, room, cleaned, carried="carry" in data)
        elif school is not None:
            _open(tx, me, school, cleaned)


def _name_anew(tx: Tx, me: Person, room: schools.ClassRoom, wanted: str, *, carried: bool) -> None:
    if carried:
        class_years.carry(tx, me, room, wanted)
        reply(tx, me, ClassCarried(room.id, room.name))
    else:
        class_years.rename(tx, me, room, wanted)
        reply(tx, me, ClassRenamed(room.id, room.name))


def _open(tx: Tx, me: Person, school: schools.School, wanted: str) -> None:
    zone = clock_of(school.zone, me.zone if me.country else None, me.language)
    name = class_years.free_name(tx, school.id, wanted, me.id)
    class_id = schools.open_class(tx, school.id, me.id, name, school_year_end(tx.now, zone))
    audit.note(tx, AuditEvent.CLASS_OPENED, me.id, entity="class", entity_id=class_id)
    reply(tx, me, ClassOpened(class_id, wanted))
    _poster(tx, me, class_id)


def show_class(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🎓 the menu of one class."""
    if schools.my_class(tx, pressed.number(), me.id) is None:
        return ButtonOutdated()
    reply(tx, me, ClassShown(pressed.number()), edit=pressed.message_id)
    return None


def poster(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔗 a new poster; the old ones keep working."""
    if schools.my_class(tx, pressed.number(), me.id) is None:
        return ButtonOutdated()
    if invites.made_today(tx, me.id) >= LINKS_A_DAY:
        reply(tx, me, InvitesExhausted())
        return None
    _poster(tx, me, pressed.number())
    return None


def renew_poster(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔄 every older poster and link of the class ends with this tap; who is in the class stays."""
    class_id = pressed.number()
    mine = schools.my_class(tx, class_id, me.id) or schools.led_class(tx, class_id, me.id, Action.RENEW_POSTER)
    if mine is None:
        return ButtonOutdated()
    if invites.made_today(tx, me.id) >= LINKS_A_DAY:
        reply(tx, me, InvitesExhausted())
        return None
    invites.revoke_posters(tx, class_id)
    audit.note(tx, AuditEvent.POSTER_RENEWED, me.id, entity="class", entity_id=class_id)
    reply(tx, me, PosterRenewed(class_id))
    _poster(tx, me, class_id)
    return None


def _poster(tx: Tx, me: Person, class_id: int) -> None:
    room = schools.class_room_of(tx, class_id)
    assert room is not None
    token = invites.create(
        tx, InviteKind.CLASS, class_id=class_id, created_by=me.id, single_use=False, expires_at=room.ends_at
    )
    reply(tx, me, ClassPageMade(class_id, token))
    reply(tx, me, PosterMade(class_id, token))


def invite_teacher(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔗 the lead hands out a code that works once."""
    school = schools.workplace(tx, pressed.number(), me.id, Action.INVITE_TEACHER)
    if school is None:
        return ButtonOutdated()
    if invites.made_today(tx, me.id) >= LINKS_A_DAY:
        reply(tx, me, InvitesExhausted())
        return None
    token = invites.create(tx, InviteKind.TEACHER, school_id=school.id, created_by=me.id)
    audit.note(tx, AuditEvent.TEACHER_INVITED, me.id, entity="school", entity_id=school.id)
    reply(tx, me, TeacherInvited(school.id, token))
    return None


def choose_pupil(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Which child, where there are several."""
    if _enrolling(tx, me, pressed) is None:
        return ButtonOutdated()
    reply(tx, me, SchoolConsentAsked(pressed.number(), pressed.number(1)), edit=pressed.message_id)
    return None


def enrol(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The family's yes or no to the school; the teacher confirms a yes."""
    class_id, child_id = pressed.number(), pressed.number(1)
    found = _enrolling(tx, me, pressed)
    room = schools.class_room_of(tx, class_id)
    if room is not None:
        staffing.lock(tx, room.school_id)  # so that whoever has the class from now on is asked
    room = schools.running(tx, class_id)
    if found is None or room is None:
        return ButtonOutdated()
    posters.forget(tx, me.id)
    if pressed.args[2] == "no":
        reply(tx, me, SchoolConsentRefused(child_id), edit=pressed.message_id)
        return None
    if audit.asked_schools(tx, child_id) >= REQUESTS_A_DAY:
        reply(tx, me, LimitReached("requests"), edit=pressed.message_id)
        return None
    asked = enrolments.ask(tx, class_id, child_id, me.id)
    if asked is None:
        reply(tx, me, EnrolledAlready(class_id, child_id), edit=pressed.message_id)
        return None
    audit.note(tx, AuditEvent.CONSENTED, me.id, child_id=child_id, entity="school", entity_id=class_id)
    reply(tx, me, EnrolmentWaits(class_id, child_id), edit=pressed.message_id)
    admitting.ask(tx, class_id)
    return None


def _enrolling(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Circle, Member] | None:
    """The circle of the child, for an adult of the family who has opened a link of this class that still works."""
    opened = posters.of(tx, me.id)
    if opened is None or opened.class_id != pressed.number():
        return None
    return circles.membership(tx, pressed.number(1), me.id, Action.ENROL)


routes: list[Route] = [
    press("class_add", add_class, NUMBER),
    press("class", show_class, NUMBER),
    press("poster", poster, NUMBER),
    press("poster_new", renew_poster, NUMBER),
    press("teacher_invite", invite_teacher, NUMBER),
    press("enrol_ask", choose_pupil, NUMBER, NUMBER),
    press("enrol", enrol, NUMBER, NUMBER, "yes|no"),
    message(TYPED & ~begins_with("📣"), name_class, state=NAMING),
]
