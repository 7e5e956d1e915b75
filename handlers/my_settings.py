"""⚙️ Everything that one person can set, on one card."""

from bot.db.transaction import Tx
from bot.domain.people import Person
from bot.domain.screens import SettingsShown
from bot.routes import Route, press
from bot.services.notifications import reply
from bot.updates import ButtonPress


def show(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """In the place of what was pressed."""
    reply(tx, me, SettingsShown(), edit=pressed.message_id)


routes: list[Route] = [
    press("settings", show, near=True),
    press("times", show, near=True),  # on cards that stood before there was one for everything
]
