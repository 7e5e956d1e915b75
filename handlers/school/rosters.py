"""🗒 The school's own list of a class: pasted, shown before it is kept, tied to the families who join."""

from bot.db.transaction import Tx
from bot.domain.local_time import local
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school import rosters as about_
from bot.domain.school.rosters import LISTING, Line, Pupil
from bot.domain.screens import ButtonOutdated, HomeShown
from bot.queries.circle import people
from bot.queries.school import enrolments, rosters, schools
from bot.routes import NUMBER, TYPED, Route, begins_with, message, press
from bot.services.notifications import reply
from bot.services.school import notice_drafts, roster_files
from bot.updates import ButtonPress, IncomingMessage

_PAGE = "[0-9]{1,3}"


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The list, a page at a time."""
    if schools.my_class(tx, pressed.number(), me.id) is None:
        return ButtonOutdated()
    people.end_dialogue(tx, me.id)
    reply(tx, me, about_.RosterShown(pressed.number(), pressed.number(1)), edit=pressed.message_id)
    return None


def ask(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """➕ paste it; where names wait already, these are read out, and what comes is added."""
    if schools.my_class(tx, pressed.number(), me.id) is None:
        return ButtonOutdated()
    if (waiting := roster_files.resume(tx, me, pressed.number())) and waiting["lines"]:
        reply(tx, me, about_.RosterRead(pressed.number()), edit=pressed.message_id)
        return None
    people.set_dialogue(tx, me.id, LISTING, {"class": pressed.number(), "lines": [], "wrong": []})
    reply(tx, me, about_.RosterAsked(pressed.number()), edit=pressed.message_id)
    return None


def paste(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """Lines, also in several messages: Telegram splits what is long. Nothing is kept before the tap."""
    data = roster_files.listing(tx, me.id)
    room = schools.my_class(tx, data["class"], me.id) if data else None
    if data is None or room is None:
        people.end_dialogue(tx, me.id)
        reply(tx, me, HomeShown())
        return
    if said.kind != "text" or not said.text.strip():
        reply(tx, me, about_.RosterAsked(room.id, again=True))
        return
    year = local(tx.now, schools.clock(tx, room.id, me)).year
    roster_files.read(tx, me, room.id, about_.lines_in(said.text, year), data)
    reply(tx, me, about_.RosterRead(room.id))


def take(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ all that was understood, but for what somebody else has added meanwhile.

    Who has pasted more in between reads the whole first.
    """
    room = schools.my_class(tx, pressed.number(), me.id)
    data = roster_files.resume(tx, me, room.id) if room else None
    if room is None or data is None or len(data["lines"]) != pressed.number(1) or not data["lines"]:
        return ButtonOutdated()
    roster_files.end(tx, me, room.id)
    notice_drafts.leave(tx, me, data.get("notice", 0))
    there = [each.line for each in rosters.of_class(tx, room.id)]
    lines, _since = about_.beside([(0, "", Line(*each)) for each in data["lines"]], there)
    added = about_.RosterTaken(room.id, rosters.add(tx, room.id, lines)) if lines else about_.RosterShown(room.id)
    reply(tx, me, added, edit=pressed.message_id)
    return None


def drop(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ these names shall not go on the list."""
    if schools.my_class(tx, pressed.number(), me.id) is None:
        return ButtonOutdated()
    roster_files.end(tx, me, pressed.number())
    reply(tx, me, about_.RosterShown(pressed.number()), edit=pressed.message_id)
    return None


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ all lines of that tap, within the day."""
    found = _mine(tx, me, pressed.number())
    if found is None or found.removed or not about_.may_undo(found.added_at, tx.now):
        return ButtonOutdated()
    rosters.take_back(tx, rosters.added_with(tx, found))
    reply(tx, me, about_.RosterShown(found.class_id), edit=pressed.message_id)
    return None


def ask_line(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔗 a child whose family has joined: which line of the list is it?"""
    class_id, child_id = pressed.number(), pressed.number(1)
    if schools.my_class(tx, class_id, me.id) is None or child_id not in enrolments.children(tx, class_id):
        return ButtonOutdated()
    reply(tx, me, about_.LineAsked(class_id, child_id, pressed.number(2)), edit=pressed.message_id)
    return None


def tie(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """This one."""
    found, child_id = _mine(tx, me, pressed.number()), pressed.number(1)
    if found is None or child_id not in enrolments.children(tx, found.class_id) or not rosters.tie(tx, found, child_id):
        return ButtonOutdated()
    reply(tx, me, about_.RosterShown(found.class_id), edit=pressed.message_id)
    return None


def _mine(tx: Tx, me: Person, pupil_id: int) -> Pupil | None:
    """A line of a class that this person teaches now."""
    found = rosters.get(tx, pupil_id)
    return found if found and schools.my_class(tx, found.class_id, me.id) else None


routes: list[Route] = [
    press("roster", show, NUMBER, _PAGE),
    press("roster_add", ask, NUMBER),
    press("roster_take", take, NUMBER, NUMBER),
    press("roster_drop", drop, NUMBER),
    press("roster_undo", take_back, NUMBER),
    press("roster_tie", ask_line, NUMBER, NUMBER, _PAGE),
    press("roster_tie_to", tie, NUMBER, NUMBER),
    message(TYPED & ~begins_with("📣"), paste, state=LISTING),
]
