"""❄️ Nothing new about a child is shared, until who wanted it says otherwise, or is not there any more to say it."""

from bot.db.transaction import Tx
from bot.domain.circle.approvals import Wish
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.privacy.sharing import SharingResumed, SharingStopped, StopAskedOfSharing, may_ask_to_resume, may_resume
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import approvals as approval_rows
from bot.queries.circle import circles
from bot.queries.privacy import sharing as sharing_rows
from bot.routes import NUMBER, Route, press
from bot.services.circle import approvals
from bot.services.notifications import reply
from bot.services.privacy import sharing
from bot.updates import ButtonPress


def ask(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Is it meant?"""
    mine = circles.membership(tx, pressed.number(), me.id, Action.STOP_SHARING)
    if mine is None or mine[0].child.sharing_stopped:
        return ButtonOutdated()
    reply(tx, me, StopAskedOfSharing(pressed.number()), edit=pressed.message_id)
    return None


def stop(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Yes: everybody keeps what they have, and nothing new is added."""
    circles.lock(tx, pressed.number())
    mine = circles.membership(tx, pressed.number(), me.id, Action.STOP_SHARING)
    if mine is None or mine[0].child.sharing_stopped:
        return ButtonOutdated()
    sharing.stop(tx, mine[0], me.id)
    reply(tx, me, SharingStopped(pressed.number()), edit=pressed.message_id)
    return None


def resume(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Who has stopped it, as long as they can: who is in the right is not Homeline's to decide."""
    circles.lock(tx, pressed.number())
    mine = circles.membership(tx, pressed.number(), me.id, Action.TAKE_PART)
    if mine is None or not may_resume(mine[0], me.id):
        return ButtonOutdated()
    sharing.resume(tx, mine[0], me.id)
    reply(tx, me, SharingResumed(pressed.number()), edit=pressed.message_id)
    return None


def ask_to_resume(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Another adult, once who has stopped it cannot start it again: the others have a day to object."""
    circles.lock(tx, pressed.number())
    mine = circles.membership(tx, pressed.number(), me.id, Action.APPROVE)
    if mine is None or not may_ask_to_resume(*mine) or sharing_rows.author_can_resume(tx, mine[0]):
        return ButtonOutdated()
    if approval_rows.waits(tx, pressed.number(), Wish.THAW):
        return ButtonOutdated()
    approvals.ask_to_resume(tx, mine[0], me.id)
    return None


routes: list[Route] = [
    press("freeze", ask, NUMBER),
    press("freeze_yes", stop, NUMBER),
    press("thaw", resume, NUMBER),
    press("thaw_ask", ask_to_resume, NUMBER),
]
