"""A thread as a press finds it, held for its transaction, with the place of whoever pressed; the card shown anew."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.illness.illness_alerts import DangerCardShown, danger_card
from bot.domain.illness.illnesses import Illness
from bot.domain.people import Person
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.services.notifications import reply


def thread_for(tx: Tx, me: Person, illness_id: int, *, silent: bool = False) -> tuple[Illness, Circle, Member] | None:
    """The running thread (or one that a silence has ended), held for this transaction, and this person's place."""
    illness = illnesses.lock(tx, illness_id)
    stands = illness is not None and (illness.is_running or (silent and illness.is_unknown))
    mine = circles.membership(tx, illness.child_id, me.id, Action.FOLLOW_ILLNESS) if illness and stands else None
    return (illness, *mine) if illness and mine else None


def show_danger_card(tx: Tx, me: Person, illness: Illness) -> None:
    """The danger card as a new message, and what it is asked below it."""
    card = danger_card(illness.id)
    cards.forget(tx, me.id, card)
    reply(tx, me, DangerCardShown(illness.id, ask=True), card=card)
