"""✅ What I agreed to: each consent with one tap, there and back."""

from bot.db.transaction import Tx
from bot.domain.audit import Deed
from bot.domain.people import Person
from bot.domain.privacy.consents import ConsentsShown
from bot.queries import audit
from bot.queries.circle import people
from bot.routes import Route, press
from bot.services.notifications import reply
from bot.updates import Press

_KEPT_IN = {"health": "health_notes", "voice": "voice"}


def show(tx: Tx, me: Person, pressed: Press) -> None:
    """How each stands."""
    reply(tx, me, ConsentsShown(), edit=pressed.message_id)


def turn(tx: Tx, me: Person, pressed: Press) -> None:
    """From now on, for everything that passes from this person."""
    purpose, answer = pressed.args
    given = answer == "yes"
    if getattr(me, _KEPT_IN[purpose]) != given:
        people.change(tx, me.id, **{_KEPT_IN[purpose]: given})
        audit.note(tx, Deed.CONSENTED if given else Deed.WITHDRAWN, me.id, entity=purpose)
    reply(tx, me, ConsentsShown(), edit=pressed.message_id)


routes: list[Route] = [press("consents", show), press("consent", turn, "health|voice", "yes|no")]
