"""Says at home, at once, that an alert cannot be delivered to somebody; when no parent is left, those who come next."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.illness.illness_alerts import ParentUnreached, tell_home
from bot.domain.illness.illnesses import Happening, Illness, is_relied_on
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.services.illness.illness_alerts import show_cards, step_in
from bot.services.notifications import notify

BATCH = 20


def run_once(tx: Tx) -> int:
    """Name each one once; how many threads were looked at."""
    due = illnesses.due(tx, "reach_at", BATCH)
    return tx.each(due, partial(_look, tx))


def _look(tx: Tx, illness: Illness) -> None:
    circle = circles.get(tx, illness.child_id)
    unreached = illnesses.unreached(tx, illness.id)
    for each in unreached:
        illnesses.note(tx, illness.id, each, Happening.UNREACHED)
        if circle is not None:
            _name(tx, circle, illness, each)
    if unreached:
        show_cards(tx, illness)  # which said that it was on its way


def _name(tx: Tx, circle: Circle, illness: Illness, person_id: int) -> None:
    member = circle.member(person_id)
    if member is None:
        return
    if not is_relied_on(circle, illness.opened_by, member):
        return
    notify(tx, tell_home(circle, illness, ParentUnreached(illness.id, person_id), tx.now, but=person_id))
    step_in(tx, circle, illness)
