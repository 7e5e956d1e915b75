"""The danger card as a new message, and its signs as one picture below it."""

from bot.db.transaction import Tx
from bot.domain.illness.illness_alerts import DangerSigns
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.services.notifications import reply


def show_with_signs(tx: Tx, me: Person, about: Event, *, edit: int | None = None, card: str | None = None) -> None:
    """The words leave first, and by themselves: a picture that fails delays nothing."""
    reply(tx, me, about, edit=edit, card=card)
    reply(tx, me, DangerSigns())
