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
from bot.routes import Route, message
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


routes: list[Route] = [message(filters.Document.ALL, take_file, state=PASTING)]
