"""Notes that a person's phone is lost or back, and lets the others know once."""

from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.reach import card_name, tell_back, tell_lost
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import CheckInAsked
from bot.domain.daily.one_card import CARD
from bot.domain.notifications import Lane, Notification
from bot.queries.circle import circles, reach
from bot.queries.daily import check_ins
from bot.queries.illness import illnesses
from bot.services.daily import look_ins
from bot.services.illness.illness_arrivals import can_read_again
from bot.services.notifications import notify, reconsider
from bot.services.school import worries


def lost(tx: Tx, person_id: int) -> None:
    """Keep everything for this person until they are back; the other adults are told once."""
    was_reachable = reach.note_lost(tx, person_id)
    worries.reader_lost(tx, person_id)
    outbox.hold(tx, person_id)
    if was_reachable:
        illnesses.person_lost(tx, person_id)
        notify(tx, tell_lost((circle for circle, _me in _relied_on(tx, person_id)), person_id))
        look_ins.lost(tx, person_id)


def back(tx: Tx, person_id: int) -> None:
    """Deliver what waited, ask again what is still open, and tell those who had heard of it."""
    if not reach.note_back(tx, person_id):
        return
    mine = _relied_on(tx, person_id)
    outbox.clear_card(tx, CARD, person_id)
    outbox.release(tx, person_id)
    reconsider(tx, person_id)
    ask_again(tx, person_id)
    can_read_again(tx, person_id)
    others = {each.person_id for circle, _me in mine for each in circle.others(person_id)}
    unaware = {each for each in others if outbox.clear_card(tx, card_name(person_id), each)}
    notify(tx, tell_back((circle for circle, _me in mine), person_id, unaware))


def _relied_on(tx: Tx, person_id: int) -> list[tuple[Circle, Member]]:
    """Where others count on them, be they only near."""
    return [*circles.of_person(tx, person_id), *circles.of_person(tx, person_id, Action.LOOK_IN)]


def ask_again(tx: Tx, person_id: int) -> None:
    """The question that is open, as a new message: the one in which it stood may be gone."""
    for circle, me in circles.of_person(tx, person_id):
        if me in circle.askable(tx.now) and check_ins.missing_days(tx, circle.child.id):
            notify(tx, [Notification(person_id, CheckInAsked(circle.child.id), Lane.ROUTINE, card=CARD)])
