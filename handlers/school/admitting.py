"""✅ ❌ The teacher says who is in the class: one by one, or all who wait with one tap; ↩️ for a day."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school import admitting as about_
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.initials import sure
from bot.domain.screens import ButtonOutdated
from bot.queries import audit
from bot.queries.school import enrolments, initials, schools
from bot.queries.school.enrolments import Enrolment
from bot.queries.school.schools import ClassRoom
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import admitting
from bot.updates import ButtonPress


def confirm_pupil(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Whether this child is in the class."""
    asked, room = _asked(tx, me, pressed)
    if asked is None or room is None:
        return ButtonOutdated()
    welcome = pressed.args[1] == "yes"
    decide = admitting.take_in if welcome else admitting.turn_away
    if not decide(tx, me, room, asked):
        return ButtonOutdated()
    _note(tx, me, pressed, about_.EnrolmentDecided(room.id, asked.child_id, welcome))
    return None


def confirm_as(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ in the class, as this line of its list."""
    asked, room = _asked(tx, me, pressed)
    if asked is None or room is None or not admitting.take_in(tx, me, room, asked, pressed.number(1)):
        return ButtonOutdated()
    _note(tx, me, pressed, about_.EnrolmentDecided(room.id, asked.child_id, welcome=True))
    return None


def _note(tx: Tx, me: Person, pressed: ButtonPress, about: about_.Standing) -> None:
    """Where it was tapped, and on the cards of whoever teaches the class, too."""
    reply(tx, me, about, edit=pressed.message_id, card=about_.card_of(about.class_id))
    admitting.show(tx, about, but=me.id)


def ask_which(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One of several who wait: which line of the list is it?"""
    asked, room = _asked(tx, me, pressed)
    if asked is None or room is None or asked.state != EnrolmentState.PENDING:
        return ButtonOutdated()
    about = about_.EnrolmentAsked(room.id, asked.id)
    reply(tx, me, about, edit=pressed.message_id, card=about_.card_of(room.id))
    return None


def show_waiting(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """➕ who waits, from the menu of the class."""
    room = schools.my_class(tx, pressed.number(), me.id)
    if room is None or not enrolments.pending(tx, room.id):
        return ButtonOutdated()
    reply(tx, me, about_.EnrolmentsAsked(room.id), edit=pressed.message_id, card=about_.card_of(room.id))
    return None


def take_in_all(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ to exactly those who stood on the card as sure; the others are asked, who has come since is shown first."""
    class_id = pressed.number()
    room = schools.my_class(tx, class_id, me.id)
    waiting = enrolments.pending(tx, class_id) if room else []
    if room is None or not waiting:
        return ButtonOutdated()
    lines = sure(*initials.of_class(tx, class_id))
    taken = [each for each in waiting if each.id in lines]
    if not taken or about_.mark_of(lines) != pressed.number(1):
        reply(tx, me, about_.EnrolmentsAsked(class_id), edit=pressed.message_id, card=about_.card_of(class_id))
        return None
    for each in taken:
        admitting.take_in(tx, me, room, each, lines[each.id])
    accepted = about_.EnrolmentsAccepted(class_id, taken[0].id)
    _note(tx, me, pressed, accepted)
    return None


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ all of that tap wait again."""
    accepted = enrolments.get(tx, pressed.number())
    room = schools.my_class(tx, accepted.class_id, me.id) if accepted else None
    if accepted is None or room is None or accepted.state != EnrolmentState.ACTIVE:
        return ButtonOutdated()
    if not about_.may_take_back(accepted.changed_at, tx.now) or not admitting.take_back(tx, me, room, accepted):
        return ButtonOutdated()
    _note(tx, me, pressed, about_.EnrolmentsAsked(room.id))
    return None


def ask_out(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🚪 is it meant?"""
    found = _pupil(tx, me, enrolments.find(tx, pressed.number(), pressed.number(1)))
    if found is None or found[1].state != EnrolmentState.ACTIVE:
        return ButtonOutdated()
    reply(tx, me, about_.PupilOutAsked(pressed.number(), pressed.number(1)), edit=pressed.message_id)
    return None


def take_out(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ out of the class; the family reads so."""
    found = _pupil(tx, me, enrolments.get(tx, pressed.number()))
    if found is None or not admitting.take_out(tx, me, *found):
        return ButtonOutdated()
    reply(tx, me, about_.PupilOut(found[0].id, found[1].id), edit=pressed.message_id)
    return None


def put_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ for a day."""
    found = _pupil(tx, me, enrolments.get(tx, pressed.number()))
    was_in = found is not None and audit.was_in_class(tx, found[1].child_id, found[0].id)
    if found is None or not was_in or not about_.may_take_back(found[1].changed_at, tx.now):
        return ButtonOutdated()
    if not admitting.put_back(tx, me, *found):
        return ButtonOutdated()
    reply(tx, me, about_.EnrolmentDecided(found[0].id, found[1].child_id, welcome=True), edit=pressed.message_id)
    return None


def _pupil(tx: Tx, me: Person, enrolment: Enrolment | None) -> tuple[ClassRoom, Enrolment] | None:
    """A child's place in a class that this person teaches now."""
    room = schools.my_class(tx, enrolment.class_id, me.id) if enrolment else None
    return (room, enrolment) if room and enrolment else None


def _asked(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Enrolment | None, ClassRoom | None]:
    """Who asks to be let in, and the class where this person teaches it."""
    asked = enrolments.get(tx, pressed.number())
    return asked, schools.my_class(tx, asked.class_id, me.id) if asked else None


routes: list[Route] = [
    press("enrolled", confirm_pupil, NUMBER, "yes|no"),
    press("enrolled_as", confirm_as, NUMBER, NUMBER),
    press("enrolled_which", ask_which, NUMBER),
    press("enrolled_show", show_waiting, NUMBER),
    press("enrolled_all", take_in_all, NUMBER, NUMBER),
    press("enrolled_back", take_back, NUMBER),
    press("pupil_out", ask_out, NUMBER, NUMBER),
    press("pupil_out_yes", take_out, NUMBER),
    press("pupil_in", put_back, NUMBER),
]
