"""🌐 The language in which a person reads; before consent as well."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, LanguageAsked, LanguageChanged
from bot.i18n import available
from bot.queries.circle import people
from bot.routes import Route, command, press
from bot.services.notifications import reply
from bot.updates import ButtonPress, IncomingMessage
from handlers import entering


def ask(tx: Tx, me: Person, event: ButtonPress | IncomingMessage) -> None:
    """Each language under its own name."""
    reply(tx, me, LanguageAsked(), edit=event.message_id if isinstance(event, ButtonPress) else None)


def choose(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """From now on in this language; who has not agreed yet reads the question again."""
    code = pressed.args[0]
    if code not in available():
        return ButtonOutdated()
    people.change(tx, me.id, language=code)
    me = people.get(tx, me.id)
    reply(tx, me, LanguageChanged(code), edit=pressed.message_id)
    if not me.is_ready:
        reply(tx, me, entering.near_home(tx, me) or entering.consent(tx, me))
    return None


routes: list[Route] = [
    command("language", ask, newcomers=True),
    press("language", ask, newcomers=True),
    press("lang", choose, "[A-Za-z_]{2,12}", newcomers=True),
]
