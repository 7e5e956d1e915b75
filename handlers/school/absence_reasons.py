"""🛏 🏥 🧳 👪 🚌 Whoever has said that they know where a child is says why it is not in class, if they like."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.absences import may_explain
from bot.domain.school.school_hours import Reason
from bot.domain.school.school_words import Word, card_of
from bot.domain.screens import ButtonOutdated, PressNoted
from bot.queries.circle import circles
from bot.queries.school import school_words
from bot.routes import NUMBER, Route, press
from bot.services.school import absence_reasons
from bot.updates import ButtonPress


def explain(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The teacher reads it beside that the family knows, and the roll call shows it."""
    held = _mine(tx, me, pressed)
    if held is None or not absence_reasons.explain(tx, *held, Reason(pressed.args[1])):
        return ButtonOutdated()
    return PressNoted()


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ that somebody knows where the child is, stays."""
    held = _mine(tx, me, pressed)
    if held is None or not absence_reasons.take_back(tx, held[0]):
        return ButtonOutdated()
    return PressNoted()


def _mine(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Word, Circle] | None:
    """An absence of which this adult has said that they know."""
    word = school_words.lock(tx, pressed.number())
    mine = circles.membership(tx, word.child_id, me.id, Action.HEAR_SCHOOL) if word else None
    if word is None or mine is None or not may_explain(word, me.id, tx.now):
        return None
    cards.remember(tx, me.id, card_of(word.id), pressed.message_id or 0)
    return word, mine[0]


routes: list[Route] = [
    press("absence_why", explain, NUMBER, "|".join(Reason)),
    press("absence_unwhy", take_back, NUMBER),
]
