"""Voices that Telegram did not let in, once more."""

from bot.db.transaction import Tx
from bot.domain.daily.voices import VoiceTried
from bot.domain.people import Person
from bot.routes import Route, press
from bot.services.daily import voices
from bot.services.notifications import reply
from bot.updates import ButtonPress


def allowed(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """✅ the setting has been changed: try what waits."""
    voices.try_now(tx, me)
    reply(tx, me, VoiceTried(), edit=pressed.message_id)


routes: list[Route] = [press("voices_now", allowed)]
