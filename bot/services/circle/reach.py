"""Notes that a person's phone is lost or back, and lets the others know once."""

from sqlalchemy import update

from bot.db.tables import outbox as rows
from bot.db.tables import person
from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.domain.circle.reach import card_name, tell_back, tell_lost
from bot.domain.daily.check_ins import CheckInAsked, card_of
from bot.domain.notifications import Lane, Notification
from bot.queries.circle import circles
from bot.queries.daily import check_ins
from bot.queries.illness import illnesses
from bot.services.notifications import notify, reconsider


def lost(tx: Tx, person_id: int) -> None:
    """Keep everything for this person until they are back; the other adults are told once."""
    was_reachable = tx.change(
        update(person)
        .where(person.c.id == person_id, person.c.unreachable_since.is_(None))
        .values(unreachable_since=tx.now)
    )
    outbox.hold(tx, person_id)
    if was_reachable:
        illnesses.person_lost(tx, person_id)
        notify(tx, tell_lost((circle for circle, _me in circles.of_person(tx, person_id)), person_id))


def back(tx: Tx, person_id: int) -> None:
    """Deliver what waited, ask again what is still open, and tell those who had heard of it."""
    was_lost = tx.change(
        update(person)
        .where(person.c.id == person_id, person.c.unreachable_since.is_not(None))
        .values(unreachable_since=None)
    )
    if not was_lost:
        return
    mine = circles.of_person(tx, person_id)
    for circle, _me in mine:
        outbox.clear_card(tx, card_of(circle.child.id), person_id)
    outbox.release(tx, person_id)
    reconsider(tx, person_id)
    for circle, me in mine:
        if me in circle.askable(tx.now) and check_ins.open_days(tx, circle.child.id):
            outbox.forget_card(tx, person_id, card_of(circle.child.id))
            again = CheckInAsked(circle.child.id)
            notify(tx, [Notification(person_id, again, Lane.ROUTINE, card=card_of(circle.child.id))])
    others = {each.person_id for circle, _me in mine for each in circle.others(person_id)}
    unaware = {
        each for each in others if outbox.clear(tx, rows.c.person_id == each, rows.c.card == card_name(person_id))
    }
    notify(tx, tell_back((circle for circle, _me in mine), person_id, unaware))
