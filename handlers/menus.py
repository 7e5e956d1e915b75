"""🔄 below a menu that does not fit on one page."""

from bot.domain.menus import GROWING
from bot.domain.people import Person
from bot.domain.roles import Action
from bot.domain.screens import ButtonOutdated
from bot.domain.tell import About
from bot.events import Press
from bot.routes import Route, press
from bot.storage import circles, outbox
from bot.storage.tellings import show_page
from bot.storage.transaction import Tx
from bot.storage.whose import child_of


def turn(tx: Tx, me: Person, pressed: Press) -> About | None:
    """The page of the menu that stands in this message, as it is for this person now."""
    said = outbox.said_in(tx, me.id, pressed.message_id or 0)
    about = said["about"][-1] if said and said.get("about") else None
    if said is None or about is None or about["kind"] not in GROWING:
        return ButtonOutdated()
    named = {child_of(tx, about, me.id), *about.get("children", ())} - {None}
    if any(circles.mine(tx, each, me.id, Action.TAKE_PART) is None for each in named):
        return ButtonOutdated()
    show_page(tx, me, said, pressed.number(), edit=pressed.message_id or 0)
    return None


routes: list[Route] = [press("more", turn, "[0-9]{1,2}")]
