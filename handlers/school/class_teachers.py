"""🎓 With whom a class is: given for good or for some days, and a second teacher beside; by who leads the school."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.local_time import at_wall_clock, day_of, days_ahead
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school import staffing as about_
from bot.domain.school.staffing import LENT_FOR, Colleague, can_help, can_take
from bot.domain.screens import ButtonOutdated
from bot.queries.school import schools
from bot.queries.school import staffing as staffing_rows
from bot.queries.school.schools import ClassRoom
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import staffing_classes
from bot.updates import ButtonPress

_PAGE = "[0-9]{1,3}"


def show_class(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One class, whoever teaches it: a new poster, another teacher, a second one."""
    if schools.led_class(tx, pressed.number(), me.id, Action.SEE_STAFF) is None:
        return ButtonOutdated()
    reply(tx, me, about_.ClassLed(pressed.number(), pressed.number(1)), edit=pressed.message_id)
    return None


def give_class(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """To a colleague, with this tap; it is as easily given back."""
    found = _class_and_colleague(tx, me, pressed)
    if found is None or not can_take(found[1], found[0].teacher_id):
        return ButtonOutdated()
    room, colleague = found
    staffing_classes.give(tx, room, colleague.person_id, me.id)
    reply(tx, me, about_.ClassLed(room.id), edit=pressed.message_id)
    return None


def lend_class(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """⏰ only until a day: then who had it before has it again."""
    room, day = schools.led_class(tx, pressed.number(), me.id, Action.GIVE_CLASS), day_of(pressed.number(1))
    zone = schools.clock(tx, room.id, me) if room else ""
    offered = {days_ahead(tx.now, each, zone) for each in LENT_FOR} if room else set()
    if room is None or day is None or room.given_by is None or pressed.number(1) not in offered:
        return ButtonOutdated()
    staffing_classes.lend(tx, room, at_wall_clock(day, 0, zone))
    reply(tx, me, about_.ClassLed(room.id), edit=pressed.message_id)
    return None


def ask_second(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """➕ who helps?"""
    if schools.led_class(tx, pressed.number(), me.id, Action.GIVE_CLASS) is None:
        return ButtonOutdated()
    reply(tx, me, about_.SecondTeacherAsked(pressed.number(), pressed.number(1)), edit=pressed.message_id)
    return None


def add_second(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """They write to the class, too."""
    found = _class_and_colleague(tx, me, pressed)
    if found is None or not can_help(found[1], found[0].teacher_id, schools.seconds(tx, found[0].id)):
        return ButtonOutdated()
    room, colleague = found
    staffing_classes.join(tx, room, colleague.person_id)
    reply(tx, me, about_.ClassLed(room.id), edit=pressed.message_id)
    return None


def end_second(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🚪 with this tap; it is as easily taken back."""
    found = _class_and_colleague(tx, me, pressed)
    if found is None or not staffing_classes.leave(tx, found[0], found[1].person_id):
        return ButtonOutdated()
    reply(tx, me, about_.ClassLed(found[0].id), edit=pressed.message_id)
    return None


def _class_and_colleague(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[ClassRoom, Colleague] | None:
    """Both of one school that this person leads; it is held until the end of this unit."""
    colleague = staffing_rows.colleague(tx, pressed.number(1), me.id, Action.GIVE_CLASS)
    room = schools.led_class(tx, pressed.number(), me.id, Action.GIVE_CLASS)
    same = room is not None and colleague is not None and room.school_id == colleague.school_id
    return (room, colleague) if same and room and colleague else None


routes: list[Route] = [
    press("class_led", show_class, NUMBER, _PAGE),
    press("class_give", give_class, NUMBER, NUMBER),
    press("class_lend", lend_class, NUMBER, NUMBER),
    press("class_second", ask_second, NUMBER, _PAGE),
    press("class_second_in", add_second, NUMBER, NUMBER),
    press("class_second_out", end_second, NUMBER, NUMBER),
]
