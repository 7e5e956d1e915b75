"""✏️ One line of a class's list: written anew, found to be another's child, moved to another class, taken off."""

from bot.db.transaction import Tx
from bot.domain.local_time import local
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school import roster_care as about_
from bot.domain.school.roster_care import RENAMING
from bot.domain.school.rosters import Line, Pupil, RosterShown, beside, parsed
from bot.domain.screens import ButtonOutdated, HomeShown
from bot.queries.circle import people
from bot.queries.school import rosters, schools
from bot.routes import NUMBER, TYPED, Route, begins_with, message, press
from bot.services.notifications import reply
from bot.services.school import roster_care
from bot.updates import ButtonPress, IncomingMessage

_PAGE = "[0-9]{1,3}"


def show_lines(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✏️ which line?"""
    if schools.my_class(tx, pressed.number(), me.id) is None:
        return ButtonOutdated()
    people.end_dialogue(tx, me.id)
    reply(tx, me, about_.LinesShown(pressed.number(), pressed.number(1)), edit=pressed.message_id)
    return None


def show_line(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """This one."""
    found = _mine(tx, me, pressed.number())
    if found is None or found.removed:
        return ButtonOutdated()
    people.end_dialogue(tx, me.id)
    reply(tx, me, about_.LineShown(found.class_id, found.id), edit=pressed.message_id)
    return None


def ask_name(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✏️ how is it written?"""
    found = _mine(tx, me, pressed.number())
    if found is None or found.removed:
        return ButtonOutdated()
    people.set_dialogue(tx, me.id, RENAMING, {"pupil": found.id})
    reply(tx, me, about_.LineNameAsked(found.class_id, found.id), edit=pressed.message_id)
    return None


def rename(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """As a line of a pasted list: what is left out, its number or its year, stays as it is."""
    dialogue = people.dialogue_of(tx, me.id)
    found = _mine(tx, me, dialogue[1].get("pupil", 0)) if dialogue else None
    if found is None or found.removed:
        people.end_dialogue(tx, me.id)
        reply(tx, me, HomeShown())
        return
    year = local(tx.now, schools.clock(tx, found.class_id, me)).year
    read = parsed(" ".join(said.text.split()), year) if said.kind == "text" else None
    line = _written(read, found) if isinstance(read, Line) else None
    others = [each.line for each in rosters.of_class(tx, found.class_id) if each.id != found.id]
    if line is None or beside([(1, "", line)], others)[1]:
        reply(tx, me, about_.LineNameAsked(found.class_id, found.id, again=True))
        return
    people.end_dialogue(tx, me.id)
    rosters.change(tx, found, line, found.class_id)
    reply(tx, me, about_.LineRenamed(found.class_id, found.id))


def _written(read: Line, found: Pupil) -> Line:
    was = found.line
    return Line(
        read.name, was.number if read.number is None else read.number, was.year if read.year is None else read.year
    )


def ask_same(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔗 which other line is the same child?"""
    found = _mine(tx, me, pressed.number())
    if found is None or found.removed:
        return ButtonOutdated()
    reply(tx, me, about_.SameLineAsked(found.class_id, found.id, pressed.number(1)), edit=pressed.message_id)
    return None


def join(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """These two; the first stays as it is written."""
    kept, other = _pair(tx, me, pressed)
    if kept is None or other is None or kept.removed or other.removed:
        return ButtonOutdated()
    if about_.are_two_families(kept, other):
        reply(tx, me, about_.TwoFamiliesAsked(kept.class_id, kept.id, other.id), edit=pressed.message_id)
        return None
    return _join(tx, me, pressed, kept, other)


def join_families(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ one child with two families: each stays by itself."""
    kept, other = _pair(tx, me, pressed)
    if kept is None or other is None or kept.removed or other.removed or not about_.are_two_families(kept, other):
        return ButtonOutdated()
    return _join(tx, me, pressed, kept, other)


def _join(tx: Tx, me: Person, pressed: ButtonPress, kept: Pupil, other: Pupil) -> Event | None:
    if not rosters.join(tx, kept, other):
        return ButtonOutdated()
    reply(tx, me, about_.LinesJoined(kept.class_id, kept.id, other.id), edit=pressed.message_id)
    return None


def part(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ two children after all: within the day, or at any time where each has a family."""
    kept, other = _pair(tx, me, pressed)
    if kept is None or other is None:
        return ButtonOutdated()
    if not about_.are_two_families(kept, other) and not about_.may_undo(rosters.removed_at(tx, other.id), tx.now):
        return ButtonOutdated()
    if not rosters.part(tx, kept, other):
        return ButtonOutdated()
    reply(tx, me, RosterShown(kept.class_id), edit=pressed.message_id)
    return None


def ask_class(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🎓 to which class?"""
    found = _mine(tx, me, pressed.number())
    if found is None or found.removed:
        return ButtonOutdated()
    reply(tx, me, about_.LineClassAsked(found.class_id, found.id), edit=pressed.message_id)
    return None


def move(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """To this class of the same school."""
    found = _mine(tx, me, pressed.number())
    here = schools.my_class(tx, found.class_id, me.id) if found else None
    rooms = {each.id: each for each in schools.classes_in(tx, here.school_id)} if here else {}
    to = rooms.get(pressed.number(1))
    if found is None or here is None or to is None or found.removed or to.id == found.class_id:
        return ButtonOutdated()
    roster_care.move(tx, me, found, to)
    reply(tx, me, about_.LineMoved(here.id, found.id), edit=pressed.message_id)
    return None


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ a name, or a move, within the day: by who teaches the class in which it stood."""
    found, before = rosters.get(tx, pressed.number()), rosters.before(tx, pressed.number())
    if found is None or before is None or found.removed or schools.my_class(tx, before.class_id, me.id) is None:
        return ButtonOutdated()
    roster_care.move_back(tx, me, found, before)
    reply(tx, me, about_.LineShown(before.class_id, found.id), edit=pressed.message_id)
    return None


def take_off(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🚪 off the list; ↩️ puts it back."""
    found = _mine(tx, me, pressed.number())
    if found is None or not rosters.take_off(tx, found.id):
        return ButtonOutdated()
    reply(tx, me, about_.LineOff(found.class_id, found.id), edit=pressed.message_id)
    return None


def put_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️"""
    found = _mine(tx, me, pressed.number())
    if found is None or not rosters.put_back(tx, found.id):
        return ButtonOutdated()
    reply(tx, me, RosterShown(found.class_id), edit=pressed.message_id)
    return None


def _pair(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Pupil | None, Pupil | None]:
    """Two lines of one class that this person teaches now."""
    kept, other = (_mine(tx, me, pressed.number(place)) for place in (0, 1))
    if kept is None or other is None or kept.id == other.id or kept.class_id != other.class_id:
        return None, None
    return kept, other


def _mine(tx: Tx, me: Person, pupil_id: int) -> Pupil | None:
    """A line of a class that this person teaches now."""
    found = rosters.get(tx, pupil_id)
    return found if found and schools.my_class(tx, found.class_id, me.id) else None


routes: list[Route] = [
    press("roster_lines", show_lines, NUMBER, _PAGE),
    press("roster_line", show_line, NUMBER),
    press("roster_name", ask_name, NUMBER),
    press("roster_same", ask_same, NUMBER, _PAGE),
    press("roster_join", join, NUMBER, NUMBER),
    press("roster_both", join_families, NUMBER, NUMBER),
    press("roster_part", part, NUMBER, NUMBER),
    press("roster_class", ask_class, NUMBER),
    press("roster_move", move, NUMBER, NUMBER),
    press("roster_back", take_back, NUMBER),
    press("roster_off", take_off, NUMBER),
    press("roster_on", put_back, NUMBER),
    message(TYPED & ~begins_with("📣"), rename, state=RENAMING),
]
