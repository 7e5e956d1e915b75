"""Counts the sleeps until a promise or a visit, begins its day, and asks the parent afterwards."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.promises import (
    ASK_AT_MOST,
    Promise,
    PromiseState,
    next_step,
    pause_ends,
    sleeps,
    tell_day,
    tell_near,
    tell_others,
    tell_outcome_asked,
)
from bot.queries.circle import circles, people
from bot.queries.daily import promises
from bot.services.circle import pauses
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Take the next step of what is due; how many promises were."""
    due = promises.due(tx, BATCH)
    for each in due:
        _turn(tx, each)
    return len(due)


def _turn(tx: Tx, promise: Promise) -> None:
    mine = circles.membership(tx, promise.child_id, promise.made_by, Action.MAKE_PROMISE)
    if mine is None or promise.day is None:
        promises.change(tx, promise.id, promises.PLANNED, state=PromiseState.DROPPED, next_at=None)
        return
    circle, left = mine[0], sleeps(promise.day, tx.now, mine[0].child.zone)
    if left < 0:
        promises.change(tx, promise.id, promises.PLANNED, state=PromiseState.ASKED, next_at=None)
        if -left <= ASK_AT_MOST.days:
            notify(tx, tell_outcome_asked(promise, people.get(tx, promise.made_by), tx.now))
        return
    promises.change(tx, promise.id, (PromiseState.PLANNED,), next_at=next_step(promise.day, tx.now, circle.child.zone))
    if left == 0:
        _begin(tx, circle, promise)
    else:
        notify(tx, tell_others(circle, promise, "near"))
    if left == 1:
        notify(tx, tell_near(promise, people.get(tx, promise.made_by), tx.now))


def _begin(tx: Tx, circle: Circle, promise: Promise) -> None:
    """The day itself; the check-ins pause from now on where the parent has said so."""
    assert promise.day is not None
    if until := pause_ends(promise, circle.child.zone):
        pauses.pause(tx, circle, promise.made_by, until)
    notify(tx, tell_day(circle, promise, promise.day))
