"""🏡 To who looks after the child, and not to the child."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.daily.letters import VoiceDeclined
from bot.domain.daily.talks import HomeSpokenTo
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.routes import NUMBER, Route, press
from bot.services.daily import talks
from bot.services.notifications import reply
from bot.updates import ButtonPress


def begin(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """What this parent says or writes next, for a while, goes home."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.WRITE_TO_CHILD)
    if mine is None or not mine[0].askable(tx.now):
        return ButtonOutdated()
    talks.begin(tx, me.id, pressed.number(), to_home=True)
    reply(tx, me, VoiceDeclined(pressed.number()) if me.voice is False else HomeSpokenTo(pressed.number()))
    return None


routes: list[Route] = [press("speak_home", begin, NUMBER)]
