"""An operator's own card, beside whatever their family reads."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.operators.operators import OperatorShown, StatusShown
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.routes import press
from bot.services.notifications import reply
from bot.services.operators import operators
from bot.updates import ButtonPress


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """What there is to do."""
    if not me.operates:
        return ButtonOutdated()
    reply(tx, me, OperatorShown(), edit=pressed.message_id)
    return None


def status(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """How the installation is."""
    if not operators.may(tx, me, Action.SEE_INSTALLATION):
        return ButtonOutdated()
    reply(tx, me, StatusShown(), edit=pressed.message_id)
    return None


# Nobody needs to have agreed to what families agree to: nothing here is about them.
routes = [
    press("operator", show, newcomers=True),
    press("op_status", status, newcomers=True),
]
