"""🔄 below a menu that does not fit on one page."""

from bot.db.transaction import Tx
from bot.delivery import endings
from bot.domain.circle.roles import Action
from bot.domain.menus import GROWING
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.child_of import child_of
from bot.queries.circle import circles
from bot.routes import Route, press
from bot.services.notifications import show_page
from bot.updates import ButtonPress


def turn(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The page of the menu that stands in this message, as it is for this person now."""
    said = endings.said_in(tx, me.id, pressed.message_id or 0)
    about = said["events"][-1] if said and said.get("events") else None
    if said is None or about is None or about["kind"] not in GROWING:
        return ButtonOutdated()
    named = {child_of(tx, about, me.id), *about.get("children", ())} - {None}
    if any(circles.membership(tx, each, me.id, Action.TAKE_PART) is None for each in named):
        return ButtonOutdated()
    show_page(tx, me, said, pressed.number(), edit=pressed.message_id or 0)
    return None


routes: list[Route] = [press("more", turn, "[0-9]{1,2}")]
