"""Offers the idea of the week: to each parent for each child, on their Sunday at ten."""

from datetime import datetime, timedelta

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.ideas import TOO_LATE, IdeaOffered, next_offer
from bot.domain.local_time import DAY
from bot.domain.notifications import Lane, Notification
from bot.domain.people import Person
from bot.queries.circle import circles, people
from bot.queries.daily import ideas as idea_rows
from bot.services.daily import ideas
from bot.services.notifications import notify
from bot.texts.daily.ideas_catalogue import plan

BATCH = 10
_KEEPS = timedelta(days=2)


def run_once(tx: Tx) -> int:
    """Offer what is due, and plan the next; how many plans were due."""
    due = idea_rows.due(tx, BATCH)
    for child_id, person_id, at, step in due:
        _turn(tx, child_id, person_id, at if step else None)
    return len(due)


def _turn(tx: Tx, child_id: int, person_id: int, at: datetime | None) -> None:
    """One plan: offer, unless it has only just begun; then the next."""
    me = people.get(tx, person_id)
    children = [circle for circle, _member in circles.of_person(tx, person_id, Action.READ_IDEA)]
    circle = next((each for each in children if each.child.id == child_id), None)
    if circle is None:
        idea_rows.stop(tx, child_id, person_id)
        return
    if at is not None and ideas.is_ill(tx, child_id):  # no day for play: it comes once that is over
        idea_rows.plan(tx, child_id, person_id, at + DAY)
        return
    if at is not None and tx.now - at < TOO_LATE and _is_time(tx, me, circle):
        found = ideas.offer(tx, circle, me, plan())
        if found is None:  # the parent is there: it comes once they have gone
            idea_rows.plan(tx, child_id, person_id, at + DAY)
            return
        notify(
            tx,
            [Notification(me.id, IdeaOffered(found.id, begun=True), Lane.BULK, f"idea:{found.id}", expires_in=_KEEPS)],
        )
    idea_rows.plan(tx, child_id, person_id, next_offer(tx.now, me.zone, children.index(circle)))


def _is_time(tx: Tx, me: Person, circle: Circle) -> bool:
    """Not twice in a week, not while somebody rests from it, and not on a day on which we have asked already."""
    resting = me.urgent_only or _lasts(tx, me.paused_until) or _lasts(tx, circle.child.paused_until)
    return not resting and idea_rows.of_week(tx, circle.child.id, me) is None and not idea_rows.was_asked_today(tx, me)


def _lasts(tx: Tx, until: datetime | None) -> bool:
    return until is not None and until > tx.now
