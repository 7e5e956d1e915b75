"""Whoever comes into a circle, or back, while its child is ill: they have the alert too, and what follows it."""

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.illness.illness_alerts import alert_card
from bot.domain.illness.illnesses import IllnessState
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.services.illness.illness_alerts import alert


def has_arrived(tx: Tx, circle: Circle, person_id: int) -> None:
    """The alert as it stands now, as a new message, unless one is on its way; nobody else is asked anew."""
    illness = illnesses.running(tx, circle.child.id)
    if illness is None or illness.state != IllnessState.OPEN or circle.member(person_id) is None:
        return
    card = alert_card(illness.id)
    is_on_its_way = outbox.pending_card(tx, person_id, card) and cards.message_of(tx, person_id, card) is None
    if not is_on_its_way:
        alert(tx, illness, [person_id])


def can_read_again(tx: Tx, person_id: int) -> None:
    """A phone that could not be reached: only where it has not been said there that the alert was seen."""
    for circle, _me in circles.of_person(tx, person_id, Action.FOLLOW_ILLNESS):
        illness = illnesses.running(tx, circle.child.id)
        acts = illness is None or person_id in {illness.opened_by, illness.caller_id}
        if illness is not None and not acts and not illnesses.has_seen(tx, illness.id, person_id):
            has_arrived(tx, circle, person_id)


def shares_again(tx: Tx, circle: Circle) -> None:
    """Whoever was told nothing while nothing was shared."""
    illness = illnesses.running(tx, circle.child.id)
    known = {*illnesses.told(tx, illness.id), illness.opened_by} if illness else set()
    for each in circle.active:
        if illness is not None and each.person_id not in known:
            has_arrived(tx, circle, each.person_id)


def has_consented(tx: Tx, person_id: int) -> None:
    """Health notes are agreed to: what was only a wish for a call is shown once more, with what it may say now."""
    for circle, _me in circles.of_person(tx, person_id, Action.FOLLOW_ILLNESS):
        illness = illnesses.running(tx, circle.child.id)
        if illness is not None and illness.is_plain and illness.opened_by != person_id:
            has_arrived(tx, circle, person_id)
