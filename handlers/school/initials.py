"""With which letter a child's surname begins: the family taps it, so that the teacher finds the child on the list."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.admitting import EnrolmentsAsked
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.initials import InitialTaken
from bot.domain.school.schools import EnrolmentWaits
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.school import enrolments, schools
from bot.queries.school.enrolments import Enrolment
from bot.queries.school.schools import ClassRoom
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import admitting
from bot.updates import ButtonPress


def choose(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One of all the letters there are."""
    found = _waiting(tx, me, pressed.number())
    if found is None:
        return ButtonOutdated()
    waiting, room = found
    enrolments.set_initial(tx, waiting.id, pressed.args[1])
    admitting.show(tx, EnrolmentsAsked(room.id))
    reply(tx, me, InitialTaken(waiting.id), edit=pressed.message_id)
    return None


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ it was another one."""
    found = _waiting(tx, me, pressed.number())
    if found is None:
        return ButtonOutdated()
    waiting, room = found
    enrolments.set_initial(tx, waiting.id, None)
    admitting.show(tx, EnrolmentsAsked(room.id))
    reply(tx, me, EnrolmentWaits(waiting.class_id, waiting.child_id), edit=pressed.message_id)
    return None


def _waiting(tx: Tx, me: Person, enrolment_id: int) -> tuple[Enrolment, ClassRoom] | None:
    """A child of this adult's family who waits for a class."""
    found = enrolments.get(tx, enrolment_id)
    if found is None or found.state != EnrolmentState.PENDING:
        return None
    room = schools.running(tx, found.class_id)
    mine = circles.membership(tx, found.child_id, me.id, Action.ENROL)
    return (found, room) if room is not None and mine is not None else None


routes: list[Route] = [
    press("initial", choose, NUMBER, "[A-Z]"),
    press("initial_back", take_back, NUMBER),
]
