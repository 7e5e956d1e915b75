"""A child moves: the next question and the next bedtime follow the new clock."""

from bot.db.transaction import Tx
from bot.domain.circle.child_moves import tell_moved
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.circle.times import next_after_change
from bot.domain.local_time import local
from bot.queries.circle import circles, people
from bot.queries.daily import check_ins
from bot.services.daily import bedtimes
from bot.services.notifications import notify, reconsider


def move(tx: Tx, before: Circle, by: int, country: str, zone: str) -> bool:
    """From now on, and no day twice; who lives with the child by the same clock moves along. False where it is so."""
    child_id = before.child.id
    if (before.child.country, before.child.zone) == (country, zone):
        return False
    circles.change_child(tx, child_id, country=country, time_zone=zone)
    circle = circles.get(tx, child_id)
    assert circle is not None
    for each in circle.members:
        if each.may(Action.BE_AWAY) and people.get(tx, each.person_id).zone == before.child.zone:
            people.change(tx, each.person_id, country=country, time_zone=zone)
            reconsider(tx, each.person_id)
    today = local(tx.now, zone).date().isoformat()
    asked = check_ins.asked_on(tx, child_id, today)
    check_ins.reschedule(tx, child_id, next_after_change(tx.now, circle.child.minute, zone, asked_today=asked))
    bedtimes.plan(tx, circle)
    notify(tx, tell_moved(circle, by))
    return True
