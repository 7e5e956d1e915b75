"""Home is asked how the child is now, and reads with it that nothing was heard of a call where both are due."""

from collections.abc import Iterable

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle
from bot.domain.illness.illness_alerts import CallExpired, tell_home
from bot.domain.illness.illness_follow_up import is_asked_soon, question_card, tell_asked, tell_asked_with_call
from bot.domain.illness.illnesses import Happening, Illness, IllnessState, ask_next, at_home
from bot.queries.circle import people
from bot.queries.illness import illnesses
from bot.services.illness.illness_threads import answers_elsewhere
from bot.services.notifications import notify


def ask(tx: Tx, illness: Illness, circle: Circle, *, lost: int = 0) -> set[int]:
    """The question, and when it comes next; who has read with it that nothing was heard of the call of `lost`."""
    home = people.get_many(tx, at_home(circle, illness, tx.now))
    asleep = {each: person.asleep_until(tx.now) for each, person in home.items()}
    read_at = min((until or tx.now for until in asleep.values()), default=tx.now)  # by night: that morning's question
    illnesses.change(tx, illness.id, IllnessState.OPEN, ask_at=ask_next(read_at, circle.child.zone))
    event_id = illnesses.note(tx, illness.id, None, Happening.ASKED)
    for each in home:
        cards.forget(tx, each, question_card(illness.id))
    asked = tell_asked(circle, illness, event_id, tx.now)
    told = [each for each in asked if not answers_elsewhere(tx, illness, circle, each.to)]
    awake = {each for each, until in asleep.items() if until is None} if lost else set[int]()
    notify(tx, tell_asked_with_call(told, lost, awake))
    return awake & {each.to for each in told}


def tell_call_lost(tx: Tx, illness: Illness, circle: Circle, by: int) -> None:
    """At once, by night too; with the question where that is due about now."""
    heard: Iterable[int] = ask(tx, illness, circle, lost=by) if is_asked_soon(illness, tx.now) else ()
    told = tell_home(circle, illness, CallExpired(illness.id, by), tx.now, but=by)
    notify(tx, [each for each in told if each.to not in heard])
