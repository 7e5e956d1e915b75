"""✅ What I agreed to: each consent with one tap, there and back."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.people import Person
from bot.domain.privacy.consents import ConsentsShown
from bot.queries import audit
from bot.queries.circle import people
from bot.routes import Route, press
from bot.services.illness.illness_arrivals import has_consented
from bot.services.notifications import reply
from bot.updates import ButtonPress


def show(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """How each stands."""
    reply(tx, me, ConsentsShown(), edit=pressed.message_id)


def turn(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """From now on, for everything that passes from this person."""
    purpose, answer = pressed.args
    given = answer == "yes"
    if (me.health_notes if purpose == "health" else me.voice) != given:
        people.consent(tx, me.id, purpose, given=given)
        audit.note(tx, AuditEvent.CONSENTED if given else AuditEvent.WITHDRAWN, me.id, entity=purpose)
        if given and purpose == "health":
            has_consented(tx, me.id)
    reply(tx, me, ConsentsShown(), edit=pressed.message_id)


routes: list[Route] = [press("consents", show), press("consent", turn, "health|voice", "yes|no")]
