"""❤️ below a voice, a picture or words from home, and below what a parent writes to those at home."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import ThanksNoted
from bot.domain.daily.letter_hearts import takes_heart, tell_heart
from bot.domain.daily.letters import Letter, tell_changed
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.daily import letter_hearts as hearts
from bot.queries.daily import letters
from bot.routes import NUMBER, Route, press
from bot.services.notifications import notify
from bot.updates import ButtonPress


def thank(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❤️ once; it is seen on the letter from then on."""
    found, mine = _read(tx, me, pressed)
    author = mine[0].member(found.author_id) if found and mine else None
    if found is None or mine is None or author is None:
        return ButtonOutdated()
    if hearts.thank(tx, found.id, me.id):
        notify(tx, [*tell_heart(*mine, author), *tell_changed(found, [mine[1]])])
    return ThanksNoted(found.child_id, author.person_id)


def unthank(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❤️ taken away again: the letter is as it was."""
    found, mine = _read(tx, me, pressed)
    if found is None or mine is None or not hearts.unthank(tx, found.id, me.id):
        return ButtonOutdated()
    notify(tx, tell_changed(found, [mine[1]]))
    return None


def _read(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Letter | None, tuple[Circle, Member] | None]:
    """A letter that has come to this person's phone, and their place beside the child."""
    found = letters.get(tx, pressed.number())
    if found is None or not takes_heart(found, me.id) or cards.message_of(tx, me.id, f"letter:{found.id}") is None:
        return None, None
    return found, circles.membership(tx, found.child_id, me.id, Action.THANK)


routes: list[Route] = [
    press("letter_thank", thank, NUMBER),
    press("letter_unthank", unthank, NUMBER),
]
