"""A class is carried on, renamed, closed and brought back by who has it or leads its school."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school import class_years as about_
from bot.domain.school.schools import NAMING, ClassNameAsked
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import people
from bot.queries.school import schools
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import class_years
from bot.updates import ButtonPress


def ask_to_carry(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔄 a class that has ended, or soon does: how is it called then?"""
    room = class_years.held(tx, pressed.number(), me.id)
    if room is None:
        return ButtonOutdated()
    reply(tx, me, about_.CarryAsked(room.id), edit=pressed.message_id, card=about_.card_of(room.id))
    return None


def carry(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ under the name of the next year, or as before."""
    room = class_years.held(tx, pressed.number(), me.id)
    if room is None or not _near_its_end(tx, room):
        return ButtonOutdated()
    class_years.carry(tx, me, room, about_.next_name(room.name) if pressed.args[1] == "next" else room.name)
    reply(tx, me, about_.ClassCarried(room.id, room.name), edit=pressed.message_id)
    return None


def _near_its_end(tx: Tx, room: schools.ClassRoom) -> bool:
    """A button that was pressed already carries nothing a second time."""
    return tx.now >= about_.offered_at(room.ends_at)


def let_it_end(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ nothing changes before its day."""
    room = class_years.held(tx, pressed.number(), me.id)
    if room is None or not _near_its_end(tx, room):
        return ButtonOutdated()
    class_years.decline(tx, me, room)
    reply(tx, me, about_.CarryDeclined(room.id), edit=pressed.message_id)
    return None


def ask_name(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✏️ another name, from now on."""
    room = schools.my_class(tx, pressed.number(), me.id)
    if room is None:
        return ButtonOutdated()
    people.set_dialogue(tx, me.id, NAMING, {"class": room.id})
    reply(tx, me, ClassNameAsked(), edit=pressed.message_id)
    return None


def ask_next_name(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✏️ another name, for the year to come."""
    room = class_years.held(tx, pressed.number(), me.id)
    if room is None or not _near_its_end(tx, room):
        return ButtonOutdated()
    people.set_dialogue(tx, me.id, NAMING, {"class": room.id, "carry": 1})
    reply(tx, me, ClassNameAsked(), edit=pressed.message_id)
    return None


def ask_to_close(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """⏹ is it meant?"""
    room = schools.my_class(tx, pressed.number(), me.id)
    if room is None:
        return ButtonOutdated()
    reply(tx, me, about_.ClassCloseAsked(room.id), edit=pressed.message_id)
    return None


def close(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ its families read so; it can be brought back."""
    room = schools.my_class(tx, pressed.number(), me.id)
    if room is None:
        return ButtonOutdated()
    class_years.end(tx, room, me.id)
    reply(tx, me, about_.ClassOver(room.id), edit=pressed.message_id, card=about_.card_of(room.id))
    return None


routes: list[Route] = [
    press("class_carry", ask_to_carry, NUMBER),
    press("class_carry_yes", carry, NUMBER, "next|same"),
    press("class_carry_no", let_it_end, NUMBER),
    press("class_carry_name", ask_next_name, NUMBER),
    press("class_rename", ask_name, NUMBER),
    press("class_close", ask_to_close, NUMBER),
    press("class_close_yes", close, NUMBER),
]
