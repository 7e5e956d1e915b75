"""📅 The calendar of a school as a file (.ics), from the program in which the school keeps it."""

from telegram.ext import filters

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.people import Person
from bot.domain.school import calendar_imports as about_
from bot.domain.school.calendars import PASTING
from bot.domain.school.roster_files import MOST, Unread
from bot.domain.screens import HomeShown
from bot.queries.circle import people
from bot.queries.school import schools
from bot.queries.school.schools import School
from bot.routes import CALENDAR, Route, message
from bot.services.notifications import reply
from bot.services.school import calendar_imports, calendars
from bot.updates import IncomingMessage


def take_file(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """It is fetched when this is committed; until then a line says so."""
    data = calendars.gathered(tx, me.id)
    school = schools.workplace(tx, data.get("school", 0), me.id, Action.KEEP_CALENDAR)
    if school is None:
        people.end_dialogue(tx, me.id)
        reply(tx, me, HomeShown())
        return
    if said.size > MOST:
        reply(tx, me, about_.CalendarFileUnread(school.id, Unread.TOO_LARGE))
        return
    calendar_imports.want(tx, me, data, said.file_id)
    reply(tx, me, about_.CalendarFileWaits(school.id), card=about_.card_of(school.id))


def is_lead(tx: Tx, me: Person, said: IncomingMessage) -> bool:
    """Whether it is known for which school this person's calendar is."""
    return len(_led(tx, me)) == 1


def take_stray(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """Sent without being asked for: it is read out, and one tap adds it, as if it had been."""
    (school,) = _led(tx, me)
    if not calendars.resume(tx, me, school.id):
        people.set_dialogue(tx, me.id, PASTING, {"school": school.id, "days": [], "wrong": [], "unclear": []})
    take_file(tx, me, said)


def _led(tx: Tx, me: Person) -> list[School]:
    return [each for each in schools.of_person(tx, me.id) if each.may(Action.KEEP_CALENDAR)]


routes: list[Route] = [
    message(filters.Document.ALL, take_file, state=PASTING),
    message(CALENDAR, take_stray, meant=is_lead),
]
