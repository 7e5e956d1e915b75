"""🎓 Office hours in one tap, on the first screen of who comes to a school."""

from bot.db.transaction import Tx
from bot.domain.circle.times import OFFICE, quiet_outside
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.schools import SchoolJoined
from bot.domain.screens import ButtonOutdated
from bot.queries.school import schools
from bot.routes import NUMBER, Route, press
from bot.services.circle.times import keep_quiet
from bot.services.notifications import reply
from bot.updates import ButtonPress


def set_office(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The screen stays, and says which hours were chosen."""
    place, school = pressed.number(), schools.works_at(tx, me.id, pressed.number(1))
    if school is None or place > len(OFFICE):
        return ButtonOutdated()
    keep_quiet(tx, me, quiet_outside(place))
    reply(tx, me, SchoolJoined(school.id, school.lead), edit=pressed.message_id)
    return None


routes: list[Route] = [press("office_first", set_office, "[0-9]", NUMBER)]
