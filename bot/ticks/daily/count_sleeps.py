"""Counts the sleeps until a promise or a visit, begins its day, and asks the parent afterwards."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.promises import (
    ASK_AT_MOST,
    Promise,
    PromiseState,
    next_step,
    sleeps,
    tell_near,
    tell_others,
    tell_outcome_asked,
    tell_undated,
)
from bot.domain.daily.visits import BRING, tell_bring
from bot.queries.circle import circles, people
from bot.queries.daily import promises
from bot.services.daily import visits
from bot.services.notifications import notify

BATCH = 10
_OPEN = (*promises.UNDATED, *promises.PLANNED)


def run_once(tx: Tx) -> int:
    """Take the next step of what is due; how many promises were."""
    due = promises.due(tx, BATCH)
    for each in due:
        _turn(tx, each)
    return len(due)


def _turn(tx: Tx, promise: Promise) -> None:
    circle = circles.get(tx, promise.child_id)
    maker = circle.member(promise.made_by) if circle else None
    # While nothing is shared the days are counted on in silence: what was promised before stands afterwards.
    if circle is None or maker is None or not maker.may(Action.MAKE_PROMISE):
        promises.change(tx, promise.id, _OPEN, state=PromiseState.DROPPED, next_at=None)
        return
    if promise.day is None:
        promises.change(tx, promise.id, promises.UNDATED, next_at=None)
        notify(tx, tell_undated(promise, people.get(tx, promise.made_by), tx.now))
        return
    left = sleeps(promise.day, tx.now, circle.child.zone)
    step = next_step(promise.day, tx.now, circle.child.zone, promise.leaves)
    if left < 0 and promise.state == PromiseState.PLANNED:
        promises.change(tx, promise.id, promises.PLANNED, state=PromiseState.ASKED, next_at=step)
        if -left <= ASK_AT_MOST.days:
            notify(tx, tell_outcome_asked(promise, people.get(tx, promise.made_by), tx.now))
    else:
        promises.change(tx, promise.id, visits.RUNS, next_at=step)
    if left < 0:
        visits.last_days(tx, circle, promise)
    elif left == 0:
        visits.begin(tx, circle, promise)
    else:
        _count(tx, circle, promise, left)


def _count(tx: Tx, circle: Circle, promise: Promise, left: int) -> None:
    parent = people.get(tx, promise.made_by)
    notify(tx, tell_others(circle, promise, "near"))
    if left == 1:
        notify(tx, tell_near(promise, parent, tx.now))
    if promise.visit and left == BRING:
        notify(tx, tell_bring(promise, parent, tx.now))
