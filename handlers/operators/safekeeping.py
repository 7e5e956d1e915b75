"""🔓 For a number that a family has told by telephone: its place is opened, or it shares again."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.operators.operators import OperatorShown
from bot.domain.operators.safekeeping import NUMBERING, Act, NumberAsked, Wish, wish_in
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import people
from bot.routes import NUMBER, TYPED, Route, message, press
from bot.services.notifications import reply
from bot.services.operators import operators, safekeeping
from bot.updates import ButtonPress, IncomingMessage


def ask_number(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔓 the number follows."""
    if not operators.may(tx, me, Action.OPEN_PLACES):
        return ButtonOutdated()
    people.set_dialogue(tx, me.id, NUMBERING, {})
    reply(tx, me, NumberAsked(), edit=pressed.message_id)
    return None


def number(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """The one thing that is typed."""
    if not operators.may(tx, me, Action.OPEN_PLACES):
        people.end_dialogue(tx, me.id)
        reply(tx, me, OperatorShown())
        return
    wish = wish_in(said.text)
    if wish is None:
        reply(tx, me, NumberAsked(again=True))
        return
    people.end_dialogue(tx, me.id)
    reply(tx, me, safekeeping.offer(tx, me, wish))


def do(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """After the check by telephone."""
    if not operators.may(tx, me, Action.OPEN_PLACES):
        return ButtonOutdated()
    wish = Wish(Act(pressed.args[0]), pressed.number(1), pressed.number(2))
    reply(tx, me, safekeeping.ask(tx, me, wish), edit=pressed.message_id)
    return None


def decide(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ ❌ the second operator's answer."""
    allowed = operators.may(tx, me, Action.OPEN_PLACES)
    if not allowed or not safekeeping.decide(tx, me, pressed.number(), agreed=pressed.args[1] == "yes"):
        return ButtonOutdated()
    return None


routes: list[Route] = [
    press("op_open", ask_number, newcomers=True),
    message(TYPED, number, state=NUMBERING, newcomers=True),
    press("op_do", do, "|".join(Act), NUMBER, NUMBER, newcomers=True),
    press("op_second", decide, NUMBER, "yes|no", newcomers=True),
]
