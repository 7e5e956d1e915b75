"""🚆 the days of a visit: I am here, and I leave today."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.promises import Promise, VisitFileGiven
from bot.domain.daily.visits import VisitBegun, VisitGoodbye
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.daily import promises
from bot.routes import NUMBER, Route, press
from bot.services.daily import visits
from bot.services.notifications import reply
from bot.updates import ButtonPress


def here(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Before the day, or before there was one."""
    found, circle = _mine(tx, me, pressed)
    if found is None or circle is None or not visits.here(tx, circle, found):
        return ButtonOutdated()
    reply(tx, me, VisitBegun(found.id), edit=pressed.message_id)
    return None


def leaves(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """⏹ today, perhaps before its time."""
    found, circle = _mine(tx, me, pressed)
    if found is None or circle is None or not visits.end(tx, circle, found):
        return ButtonOutdated()
    reply(tx, me, VisitGoodbye(found.id), edit=pressed.message_id)
    return None


def file(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📅 for a calendar."""
    found, circle = _mine(tx, me, pressed)
    if found is None or circle is None or not found.visit or not found.is_planned:
        return ButtonOutdated()
    reply(tx, me, VisitFileGiven(found.id))
    return None


def _mine(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Promise | None, Circle | None]:
    found = promises.get(tx, pressed.number())
    if found is None or found.made_by != me.id:
        return None, None
    mine = circles.membership(tx, found.child_id, me.id, Action.MAKE_PROMISE)
    return found, mine[0] if mine else None


routes: list[Route] = [
    press("visit_here", here, NUMBER),
    press("visit_file", file, NUMBER),
    press("visit_end", leaves, NUMBER),
]
