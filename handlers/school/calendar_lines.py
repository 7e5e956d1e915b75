"""📅 A line of a pasted calendar that could be meant twice: its writer says which day it is."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.calendar_lines import NEITHER, Order
from bot.domain.school.calendars import CalendarRead
from bot.domain.screens import ButtonOutdated
from bot.queries.school import schools
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import calendar_lines, calendars
from bot.updates import ButtonPress


def choose(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """This day, so all are read in that order; or neither, and none of them is taken."""
    school = schools.workplace(tx, pressed.number(), me.id, Action.KEEP_CALENDAR)
    data = calendars.resume(tx, me, school.id) if school else {}
    if school is None or not data.get("unclear"):
        return ButtonOutdated()
    if pressed.args[1] == NEITHER:
        calendar_lines.leave_out(tx, me, data)
    else:
        calendar_lines.gather(tx, me, data, "", Order(pressed.args[1]))
    reply(tx, me, CalendarRead(school.id), edit=pressed.message_id)
    return None


routes: list[Route] = [press("calendar_order", choose, NUMBER, "|".join([*Order, NEITHER]))]
