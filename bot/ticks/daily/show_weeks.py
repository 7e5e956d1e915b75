"""Shows each parent the week of their children, on Sunday evening."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.daily.weeks import is_sunday_evening, next_sunday, tell_week
from bot.queries.circle import circles, people
from bot.queries.daily import weeks
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Whose evening it is is shown the week; how many were due."""
    due = weeks.due(tx, BATCH)
    for each in due:
        _turn(tx, each)
    return len(due)


def _turn(tx: Tx, person_id: int) -> None:
    me = people.get(tx, person_id)
    if not weeks.is_a_parent(tx, person_id):
        weeks.plan(tx, person_id, None)
        return
    children = circles.of_person(tx, person_id, Action.ASK_NOW)
    weeks.plan(tx, person_id, next_sunday(tx.now, me.zone, person_id))
    resting = me.urgent_only or (me.paused_until is not None and me.paused_until > tx.now)
    if children and is_sunday_evening(tx.now, me.zone) and not resting:
        notify(tx, tell_week(person_id, tx.now, me.zone))
