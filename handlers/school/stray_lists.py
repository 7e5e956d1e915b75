"""🗒 What a teacher has sent was the list of a class, and no notice."""

from bot.db.transaction import Tx
from bot.domain.local_time import local
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notices import Notice
from bot.domain.school.roster_files import RosterFileWaits, card_of
from bot.domain.school.rosters import RosterRead, lines_in
from bot.domain.school.stray_lists import WhoseListAsked, may_be_list
from bot.domain.screens import ButtonOutdated
from bot.queries.school import notices, schools
from bot.queries.school.schools import ClassRoom
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import notice_drafts, roster_files
from bot.updates import ButtonPress


def take(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """These are the pupils of the one class that it is for; of several classes that is asked."""
    found = _draft(tx, me, pressed.number())
    rooms = schools.classes_of(tx, me.id)
    if found is None or not rooms:
        return ButtonOutdated()
    chosen = [each for each in rooms if len(rooms) == 1 or notices.classes(tx, found.id) == [each.id]]
    if not chosen:
        reply(tx, me, WhoseListAsked(found.id), edit=pressed.message_id)
        return None
    _read(tx, me, found, chosen[0])
    return None


def take_for(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Of this class."""
    found, room = _draft(tx, me, pressed.number()), schools.my_class(tx, pressed.number(1), me.id)
    if found is None or room is None:
        return ButtonOutdated()
    _read(tx, me, found, room)
    return None


def _draft(tx: Tx, me: Person, notice_id: int) -> Notice | None:
    """What was sent and may be a list: a draft until the names stand on the list, so that nothing is lost."""
    found = notice_drafts.unsent(tx, me, notice_id)
    return found if found and may_be_list(found.text, found.media, tx.now.year) else None


def _read(tx: Tx, me: Person, found: Notice, room: ClassRoom) -> None:
    """As if it had been pasted, or sent, where the list is asked for."""
    waiting = roster_files.resume(tx, me, room.id) or {"lines": [], "wrong": []}
    data = {**waiting, "class": room.id, "notice": found.id}
    if found.media:
        roster_files.want(tx, me, data, str(found.media[0]["file_id"]), {})
        reply(tx, me, RosterFileWaits(room.id), card=card_of(room.id))
        return
    year = local(tx.now, schools.clock(tx, room.id, me)).year
    roster_files.read(tx, me, room.id, lines_in(found.text, year), data)
    reply(tx, me, RosterRead(room.id))


routes: list[Route] = [
    press("roster_from", take, NUMBER),
    press("roster_from_to", take_for, NUMBER, NUMBER),
]
