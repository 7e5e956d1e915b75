"""🎞 The last seven days in one picture, whenever somebody would like to see them."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.daily.weeks import WeekShown
from bot.domain.local_time import local
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.updates import ButtonPress


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🎞 on the child's page."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.SEE_CHILD)
    if mine is None:
        return ButtonOutdated()
    child = mine[0].child
    reply(tx, me, WeekShown(local(tx.now, child.zone).date().isoformat(), (child.id,)))
    return None


routes: list[Route] = [press("week", show, NUMBER)]
