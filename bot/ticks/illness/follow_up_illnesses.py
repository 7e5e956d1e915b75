"""Asks at home how the child is now: after four hours, next morning, and every morning until it is over."""

from functools import partial

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.illness.illness_follow_up import question_card, tell_asked
from bot.domain.illness.illnesses import Happening, Illness, IllnessState, ask_next, at_home
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.services.notifications import notify

BATCH = 20


def run_once(tx: Tx) -> int:
    """Ask where it is time; how many threads were due."""
    due = illnesses.due(tx, "ask_at", BATCH)
    return tx.each(due, partial(_ask, tx))


def _ask(tx: Tx, due: Illness) -> None:
    found = illnesses.still_due(tx, due, "ask_at")
    if found is None:
        return
    circle = circles.get(tx, found.child_id)
    if circle is None:
        return
    illnesses.change(tx, found.id, IllnessState.OPEN, ask_at=ask_next(tx.now, circle.child.zone))
    event_id = illnesses.note(tx, found.id, None, Happening.ASKED)
    for each in at_home(circle, found, tx.now):
        cards.forget(tx, each, question_card(found.id))
    notify(tx, tell_asked(circle, found, event_id, tx.now))
