"""📜 What happened around a child, for the adults of the circle."""

from bot.db.transaction import Tx
from bot.domain.audit import LogChildAsked, LogShown
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.updates import ButtonPress


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The newest lines, or older ones; 0 asks around which child where there are several."""
    wanted = pressed.number()
    chosen = [circle.child.id for circle, _me in circles.of_person(tx, me.id) if wanted in {0, circle.child.id}]
    if not chosen:
        return ButtonOutdated()
    about = LogShown(chosen[0], pressed.number(1)) if len(chosen) == 1 else LogChildAsked()
    reply(tx, me, about, edit=pressed.message_id)
    return None


routes: list[Route] = [press("log", show, NUMBER, "[0-9]{1,3}")]
