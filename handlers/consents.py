"""✅ What I agreed to: each consent with one tap, there and back."""

from bot.domain.audit import Deed
from bot.domain.consents import ConsentsShown
from bot.domain.people import Person
from bot.events import Press
from bot.routes import Route, press
from bot.storage import audit, people
from bot.storage.tellings import reply
from bot.storage.transaction import Tx

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
