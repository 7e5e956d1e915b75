"""⏰ A notice at an own date and time: the day, the hour, the minute; in the evening, tomorrow first."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notice_drafts import NoticeBegun
from bot.domain.school.notice_own_time import OwnTimeAsked, own_time
from bot.domain.school.notice_receivers import ReceiversAsked
from bot.domain.school.notices import ClassEmpty, NoticesExhausted
from bot.domain.screens import ButtonOutdated
from bot.queries.school import notices, schools
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import notice_drafts as drafts
from bot.services.school.notice_own_time import schedule
from bot.updates import ButtonPress


def choose_room(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🎓 to this class; it is late, so what is tapped next is when."""
    found, room = drafts.unsent(tx, me, pressed.number()), pressed.number(1)
    if found is None or schools.my_class(tx, room, me.id) is None:
        return ButtonOutdated()
    notices.set_classes(tx, found.id, [room])
    reply(tx, me, NoticeBegun(found.id), edit=pressed.message_id)
    return None


def ask_day(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Each of the next two weeks' days."""
    return _ask(tx, me, pressed)


def ask_hour(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Of the day that was tapped."""
    return _ask(tx, me, pressed, day=pressed.number(1))


def ask_minute(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Of the hour that was tapped."""
    return _ask(tx, me, pressed, day=pressed.number(1), hour=pressed.number(2))


def choose(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """It waits until then; where that has passed meanwhile, days are offered anew."""
    found = drafts.unsent(tx, me, pressed.number())
    rooms = notices.classes(tx, found.id) if found else []
    if found is None or not rooms:
        return ButtonOutdated()
    if not notices.pupils(tx, found.id):
        reply(tx, me, ReceiversAsked(found.id) if found.chosen else ClassEmpty(rooms[0]))
        return None
    at = own_time(pressed.number(1), tx.now, schools.clock(tx, found.class_id, me))
    if at is None:
        reply(tx, me, OwnTimeAsked(found.id, passed=True), edit=pressed.message_id)
        return None
    limit = schedule(tx, me, found, at, pressed.message_id)
    return NoticesExhausted(urgent=limit == "urgent") if limit else None


def _ask(tx: Tx, me: Person, pressed: ButtonPress, *, day: int = 0, hour: int = -1) -> Event | None:
    found = drafts.unsent(tx, me, pressed.number())
    if found is None:
        return ButtonOutdated()
    reply(tx, me, OwnTimeAsked(found.id, day, hour), edit=pressed.message_id)
    return None


routes: list[Route] = [
    press("notice_room", choose_room, NUMBER, NUMBER),
    press("notice_days", ask_day, NUMBER),
    press("notice_day", ask_hour, NUMBER, NUMBER),
    press("notice_hour", ask_minute, NUMBER, NUMBER, NUMBER),
    press("notice_at", choose, NUMBER, NUMBER),
]
