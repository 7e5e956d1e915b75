"""🏠 and ☂️: always there, from every card."""

from telegram.ext import filters

from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, HelpShown, HomeShown, NotUnderstood, RoleAsked
from bot.domain.tell import About
from bot.events import Press, Said
from bot.routes import Route, command, message, press
from bot.storage import people
from bot.storage.tellings import reply
from bot.storage.transaction import Tx
from handlers.entering import belongs_somewhere


def home(tx: Tx, me: Person, event: Press | Said) -> None:
    """The first menu, as a new message: news and alerts stay as they are. What was half done is forgotten."""
    people.end_dialogue(tx, me.id)
    about = HomeShown() if belongs_somewhere(tx, me) else RoleAsked()
    reply(tx, me, about)


def show_help(tx: Tx, me: Person, event: Press | Said) -> None:
    """The card with three ways, as a new message: what was on the screen stays."""
    reply(tx, me, HelpShown())


def help_need(tx: Tx, me: Person, pressed: Press) -> None:
    """I need help."""
    reply(tx, me, HelpShown("need"), edit=pressed.message_id)


def help_how(tx: Tx, me: Person, pressed: Press) -> None:
    """How it works."""
    reply(tx, me, HelpShown("how"), edit=pressed.message_id)


def anything(tx: Tx, me: Person, said: Said) -> None:
    """Whatever has no meaning here gets a kind answer."""
    reply(tx, me, NotUnderstood(said.kind))


def outdated(tx: Tx, me: Person, pressed: Press) -> About:
    """A press that no route takes: over, or forged."""
    return ButtonOutdated()


routes: list[Route] = [
    press("home", home, newcomers=False),
    press("help", show_help),
    press("help_need", help_need),
    press("help_how", help_how),
    command("help", show_help),
    message(filters.Regex("^🏠"), home),
    message(filters.Regex("^☂"), show_help),
]

last_routes: list[Route] = [
    press("[a-z_]*(?::.*)?", outdated),
    message(filters.ALL, anything),
]
