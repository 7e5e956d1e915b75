"""✅ ❌ to what another adult of the circle asks for."""

from bot.db.transaction import Tx
from bot.domain.circle.approvals import UNHURRIED
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import approvals as approval_rows
from bot.queries.circle import circles
from bot.routes import NUMBER, Route, press
from bot.services.circle import approvals
from bot.updates import ButtonPress


def decide(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The first adult who answers decides; who asked may take it back, and not agree to it."""
    approval = approval_rows.get(tx, pressed.number())
    mine = circles.membership(tx, approval.child_id, me.id, Action.APPROVE) if approval else None
    agrees = pressed.args[1] == "yes"
    if approval is None or mine is None or (agrees and (approval.asked_by == me.id or approval.action in UNHURRIED)):
        return ButtonOutdated()
    return None if approvals.settle(tx, approval, me.id, granted=agrees) else ButtonOutdated()


routes: list[Route] = [press("approve", decide, NUMBER, "yes|no")]
