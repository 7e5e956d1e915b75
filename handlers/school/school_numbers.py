"""📞 Whoever leads a school says which number of its office families read, and takes it back with one tap."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.school_numbers import STATE, SchoolNumberAsked, SchoolNumberShown, number_in
from bot.domain.screens import ButtonOutdated
from bot.queries import audit
from bot.queries.circle import people
from bot.queries.school import schools
from bot.routes import NUMBER, TYPED, Route, begins_with, message, press
from bot.services.notifications import reply
from bot.updates import ButtonPress, IncomingMessage
from handlers.entering import first_menu


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📞 the number there is; where there is none yet, it is asked for at once."""
    school_id = pressed.number()
    if schools.workplace(tx, school_id, me.id, Action.KEEP_NUMBER) is None:
        return ButtonOutdated()
    found = schools.get(tx, school_id)
    if found is not None and found.number:
        reply(tx, me, SchoolNumberShown(school_id))
        return None
    return ask(tx, me, pressed)


def ask(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✏️ what is written next is the number."""
    school_id = pressed.number()
    if schools.workplace(tx, school_id, me.id, Action.KEEP_NUMBER) is None:
        return ButtonOutdated()
    people.set_dialogue(tx, me.id, STATE, {"school": school_id})
    reply(tx, me, SchoolNumberAsked(school_id))
    return None


def take(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """The one number in what was written; whatever else came, it is asked for again."""
    dialogue = people.dialogue_of(tx, me.id)
    school_id = dialogue[1]["school"] if dialogue else 0
    if schools.workplace(tx, school_id, me.id, Action.KEEP_NUMBER) is None:
        people.end_dialogue(tx, me.id)
        reply(tx, me, first_menu(tx, me))
        return
    number = number_in(said.text) if said.kind == "text" else ""
    if not number:
        reply(tx, me, SchoolNumberAsked(school_id, again=True))
        return
    people.end_dialogue(tx, me.id)
    _keep(tx, me, school_id, number)
    reply(tx, me, SchoolNumberShown(school_id))


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ families read none."""
    school_id = pressed.number()
    if schools.workplace(tx, school_id, me.id, Action.KEEP_NUMBER) is None:
        return ButtonOutdated()
    _keep(tx, me, school_id, None)
    reply(tx, me, SchoolNumberShown(school_id), edit=pressed.message_id)
    return None


def _keep(tx: Tx, me: Person, school_id: int, number: str | None) -> None:
    schools.keep_number(tx, school_id, number)
    audit.note(tx, AuditEvent.SCHOOL_NUMBER, me.id, entity="school", entity_id=school_id)


routes: list[Route] = [
    press("school_number", show, NUMBER),
    press("school_number_new", ask, NUMBER),
    press("school_number_back", take_back, NUMBER),
    message(TYPED & ~begins_with("📣"), take, state=STATE),
]
