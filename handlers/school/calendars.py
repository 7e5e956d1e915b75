"""📅 The calendar of a school: pasted by who leads it, read out before it is kept, seen by whoever teaches there."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school import calendars as about_
from bot.domain.school.calendars import PASTING, SchoolDay
from bot.domain.screens import ButtonOutdated, HomeShown
from bot.queries.circle import people
from bot.queries.school import calendars, schools
from bot.routes import NUMBER, TYPED, Route, message, press
from bot.services.notifications import reply
from bot.services.school import calendar_lines
from bot.services.school import calendars as gathering
from bot.updates import ButtonPress, IncomingMessage


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """What is to come."""
    if schools.works_at(tx, me.id, pressed.number()) is None:
        return ButtonOutdated()
    people.end_dialogue(tx, me.id)
    reply(tx, me, about_.CalendarShown(pressed.number()), edit=pressed.message_id)
    return None


def ask(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """➕ paste it; where days wait already, these are read out, and what comes is added."""
    if schools.workplace(tx, pressed.number(), me.id, Action.KEEP_CALENDAR) is None:
        return ButtonOutdated()
    waiting = gathering.resume(tx, me, pressed.number())
    if waiting.get("days") or waiting.get("unclear"):
        reply(tx, me, about_.CalendarRead(pressed.number()), edit=pressed.message_id)
        return None
    people.set_dialogue(tx, me.id, PASTING, {"school": pressed.number(), "days": [], "wrong": [], "unclear": []})
    reply(tx, me, about_.CalendarAsked(pressed.number()), edit=pressed.message_id)
    return None


def paste(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """Lines, also in several messages: Telegram splits what is long. Nothing is kept before the tap."""
    data = gathering.gathered(tx, me.id)
    school = schools.workplace(tx, data.get("school", 0), me.id, Action.KEEP_CALENDAR)
    if school is None:
        people.end_dialogue(tx, me.id)
        reply(tx, me, HomeShown())
        return
    if said.kind != "text" or not said.text.strip():
        reply(tx, me, about_.CalendarAsked(school.id, again=True))
        return
    calendar_lines.gather(tx, me, data, said.text)
    reply(tx, me, about_.CalendarRead(school.id))


def take(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ all that was understood; who has pasted more in between reads the whole first."""
    school = schools.workplace(tx, pressed.number(), me.id, Action.KEEP_CALENDAR)
    data = gathering.resume(tx, me, school.id) if school else {}
    if school is None or not data.get("days") or len(data["days"]) != pressed.number(1):
        return ButtonOutdated()
    if data.get("unclear"):
        reply(tx, me, about_.CalendarRead(school.id), edit=pressed.message_id)
        return None
    gathering.end(tx, me, school.id)
    zone = calendars.zone_of(tx, school.id, me)
    there = [each.day for each in calendars.coming(tx, school.id, gathering.today_at(tx, school.id, me))]
    new, _since = about_.beside(about_.days_in(data["days"]), there)
    days = [(each, about_.told_at(each, tx.now, zone)) for each in new]
    added = (
        about_.CalendarTaken(school.id, calendars.add(tx, school.id, days)) if days else about_.CalendarShown(school.id)
    )
    reply(tx, me, added, edit=pressed.message_id)
    return None


def drop(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ these days shall not go into the calendar."""
    if schools.workplace(tx, pressed.number(), me.id, Action.KEEP_CALENDAR) is None:
        return ButtonOutdated()
    gathering.end(tx, me, pressed.number())
    reply(tx, me, about_.CalendarShown(pressed.number()), edit=pressed.message_id)
    return None


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ all lines of that tap, within the day."""
    found = _kept(tx, me, pressed)
    if found is None or not about_.may_undo(found.added_at, tx.now):
        return ButtonOutdated()
    calendars.remove(tx, calendars.added_with(tx, found))
    reply(tx, me, about_.CalendarShown(found.school_id), edit=pressed.message_id)
    return None


def show_day(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One line."""
    found = _kept(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    reply(tx, me, about_.SchoolDayShown(found.school_id, found.id), edit=pressed.message_id)
    return None


def change_kind(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔄 a holiday, an exam or something else."""
    found = _kept(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    calendars.set_kind(tx, found.id, about_.next_kind(found.day.kind))
    reply(tx, me, about_.SchoolDayShown(found.school_id, found.id), edit=pressed.message_id)
    return None


def remove(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ it is not on that day after all."""
    found = _kept(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    calendars.remove(tx, [found])
    reply(tx, me, about_.CalendarShown(found.school_id), edit=pressed.message_id)
    return None


def remove_all(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ nor on any day after it."""
    found = _kept(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    calendars.remove(tx, calendars.called_so(tx, found))
    reply(tx, me, about_.CalendarShown(found.school_id), edit=pressed.message_id)
    return None


def _kept(tx: Tx, me: Person, pressed: ButtonPress) -> SchoolDay | None:
    found = calendars.get(tx, pressed.number())
    mine = found and schools.workplace(tx, found.school_id, me.id, Action.KEEP_CALENDAR)
    return found if mine else None


routes: list[Route] = [
    press("calendar", show, NUMBER),
    press("calendar_add", ask, NUMBER),
    press("calendar_take", take, NUMBER, NUMBER),
    press("calendar_drop", drop, NUMBER),
    press("calendar_undo", take_back, NUMBER),
    press("calendar_day", show_day, NUMBER),
    press("calendar_kind", change_kind, NUMBER),
    press("calendar_off", remove, NUMBER),
    press("calendar_off_all", remove_all, NUMBER),
    message(TYPED, paste, state=PASTING),
]
