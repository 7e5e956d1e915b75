"""Asks at home how the child is now: after four hours, next morning, and every morning until it is over."""

from functools import partial

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.illness.illness_follow_up import question_card, tell_asked
from bot.domain.illness.illnesses import Happening, Illness, IllnessState, ask_next, at_home
from bot.queries.circle import circles, people
from bot.queries.illness import illnesses
from bot.services.illness.illness_threads import answers_elsewhere
from bot.services.notifications import notify

BATCH = 20


def run_once(tx: Tx) -> int:
    """Ask where it is time; how many threads were due."""
    due = illnesses.due(tx, "ask_at", BATCH)
    return tx.each(due, partial(_ask, tx))


def _ask(tx: Tx, due: Illness) -> None:
    illness = illnesses.still_due(tx, due, "ask_at")
    if illness is None:
        return
    circle = circles.get(tx, illness.child_id)
    if circle is None:
        return
    home = at_home(circle, illness, tx.now)
    awake = [each.asleep_until(tx.now) or tx.now for each in people.get_many(tx, home).values()]
    read_at = min(awake, default=tx.now)  # what a night holds is the question of that morning
    illnesses.change(tx, illness.id, IllnessState.OPEN, ask_at=ask_next(read_at, circle.child.zone))
    event_id = illnesses.note(tx, illness.id, None, Happening.ASKED)
    for each in home:
        cards.forget(tx, each, question_card(illness.id))
    asked = tell_asked(circle, illness, event_id, tx.now)
    notify(tx, [each for each in asked if not answers_elsewhere(tx, illness, circle, each.to)])
