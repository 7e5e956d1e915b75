"""⏰ A notice goes out every week on a day until a date: stopped with one tap, and taken up again with another."""

from datetime import datetime

from bot.db.transaction import Tx
from bot.domain.limits import LimitReached
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notice_drafts import NoticeBegun
from bot.domain.school.notice_receivers import ReceiversAsked
from bot.domain.school.notice_weekly import WeeklyAsked, plan
from bot.domain.school.notices import ClassEmpty, Notice, NoticeScheduled, NoticeState
from bot.domain.screens import ButtonOutdated
from bot.queries.school import notices, schools
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import notice_drafts as drafts
from bot.services.school import notice_weekly as weekly
from bot.updates import ButtonPress


def ask_day(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The days of the week."""
    return _ask(tx, me, pressed, WeeklyAsked(pressed.number()))


def ask_time(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Of the day that was tapped."""
    return _ask(tx, me, pressed, WeeklyAsked(pressed.number(), pressed.number(1)))


def ask_until(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The last date."""
    return _ask(tx, me, pressed, WeeklyAsked(pressed.number(), pressed.number(1), pressed.number(2)))


def begin(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """From the next such day until that date; where it has passed meanwhile, days are offered anew."""
    found = _mine(tx, me, pressed)
    rooms = notices.classes(tx, found.id) if found else []
    if found is None or not rooms:
        return ButtonOutdated()
    if not notices.pupils(tx, found.id):
        reply(tx, me, ReceiversAsked(found.id) if found.chosen else ClassEmpty(rooms[0]))
        return None
    zone = schools.clock(tx, found.class_id, me)
    times = plan(pressed.number(1), pressed.number(2), pressed.number(3), tx.now, zone)
    ends = [room.ends_at for each in rooms if (room := schools.class_room_of(tx, each))]
    if times is None or times[1] >= max(ends):
        reply(tx, me, WeeklyAsked(found.id), edit=pressed.message_id)
        return None
    if not weekly.begin(tx, me, found, *times):
        return LimitReached("weekly")
    reply(tx, me, NoticeScheduled(found.id), edit=pressed.message_id)
    return None


def take_up(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ what was dropped before anybody saw it is as it was, unless its time has passed meanwhile."""
    found = drafts.mine(tx, me, pressed.number())
    if found is None or found.state != NoticeState.WITHDRAWN or found.sent_at or _is_past(found.send_at, tx.now):
        return ButtonOutdated()
    state = NoticeState.SCHEDULED if found.send_at else NoticeState.DRAFT
    notices.change(tx, found.id, (NoticeState.WITHDRAWN,), state=state)
    reply(tx, me, NoticeScheduled(found.id) if found.send_at else NoticeBegun(found.id), edit=pressed.message_id)
    return None


def _is_past(at: datetime | None, now: datetime) -> bool:
    return at is not None and at <= now


def _ask(tx: Tx, me: Person, pressed: ButtonPress, about: WeeklyAsked) -> Event | None:
    if _mine(tx, me, pressed) is None:
        return ButtonOutdated()
    reply(tx, me, about, edit=pressed.message_id)
    return None


def _mine(tx: Tx, me: Person, pressed: ButtonPress) -> Notice | None:
    """Not sent, and not urgent: what is urgent does not come every week."""
    found = drafts.unsent(tx, me, pressed.number())
    return found if found is not None and not found.urgent else None


routes: list[Route] = [
    press("notice_weekly", ask_day, NUMBER),
    press("notice_take_up", take_up, NUMBER),
    press("weekly_day", ask_time, NUMBER, NUMBER),
    press("weekly_time", ask_until, NUMBER, NUMBER, NUMBER),
    press("weekly_until", begin, NUMBER, NUMBER, NUMBER, NUMBER),
]
