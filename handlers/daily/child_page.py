"""🧒 The page of a child, and the illness that it leads to."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.daily.child_page import ChildShown, ThreadShown
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.illness import illness_pages, illnesses
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.updates import ButtonPress


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🧒 in the first menu."""
    if not circles.membership(tx, pressed.number(), me.id, Action.SEE_CHILD):
        return ButtonOutdated()
    reply(tx, me, ChildShown(pressed.number()))
    return None


def show_thread(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🤒 on the page."""
    found = illnesses.get(tx, pressed.number())
    mine = circles.membership(tx, found.child_id, me.id, Action.SEE_CHILD) if found else None
    if found is None or mine is None or found.id not in [each.id for each in illness_pages.seen_by(tx, mine[0], me.id)]:
        return ButtonOutdated()
    reply(tx, me, ThreadShown(found.id))
    return None


routes: list[Route] = [press("child", show, NUMBER), press("thread", show_thread, NUMBER)]
