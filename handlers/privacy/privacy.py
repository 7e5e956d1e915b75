"""/privacy: what is kept, who reads it, how to take it away."""

from bot.db.transaction import Tx
from bot.domain.people import Person
from bot.domain.screens import PrivacyShown
from bot.routes import Route, command
from bot.services.notifications import reply
from bot.updates import IncomingMessage


def show(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """Three short points; before consent as well."""
    reply(tx, me, PrivacyShown())


routes: list[Route] = [command("privacy", show, newcomers=True)]
