"""🎁 A year to keep: from which years there is something, and the making of one."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.daily.keepsakes import KeepsakeShown, KeepsakesOffered, card_of
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.routes import NUMBER, Route, press
from bot.services.daily import keepsakes
from bot.services.notifications import reply
from bot.updates import ButtonPress


def offer(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🎁 on the child's page, and below the idea for a birthday: nothing is made before a year is chosen."""
    if not circles.membership(tx, pressed.number(), me.id, Action.KEEPSAKE):
        return ButtonOutdated()
    reply(tx, me, KeepsakesOffered(pressed.number()))
    return None


def make(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A year: it is begun, or it is shown how far it is."""
    child_id, age = pressed.number(0), pressed.number(1)
    mine = circles.membership(tx, child_id, me.id, Action.KEEPSAKE)
    if mine is None or age > mine[0].child.years(tx.now.date()) + 1:
        return ButtonOutdated()
    found = keepsakes.ask(tx, child_id, me.id, age)
    reply(tx, me, KeepsakeShown(found.id), card=card_of(found.id))
    return None


routes: list[Route] = [press("keepsake", offer, NUMBER), press("keepsake_make", make, NUMBER, NUMBER)]
