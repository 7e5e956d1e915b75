"""A visit on its days: it begins, perhaps before its day, and ends, perhaps before its time."""

from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.domain.circle.circles import Circle
from bot.domain.daily.promises import Promise, PromiseState, pause_ends, sleeps, tell_day, tell_others
from bot.domain.daily.visits import tell_begun, tell_first_evening, tell_goodbye
from bot.domain.local_time import local
from bot.queries.daily import promises
from bot.services.circle import pauses
from bot.services.notifications import notify

RUNS = (*promises.PLANNED, PromiseState.KEPT)


def begin(tx: Tx, circle: Circle, promise: Promise) -> None:
    """The day itself; the check-ins pause from now on where the parent has said so."""
    assert promise.day is not None
    rest(tx, circle, promise)
    notify(tx, tell_day(circle, promise, promise.day))
    if promise.visit:
        notify(tx, tell_begun(promise, circle.child.zone))


def here(tx: Tx, circle: Circle, promise: Promise) -> bool:
    """The parent is there before the day, or before there was one; false when it has begun."""
    if not promise.visit or (promise.day is not None and has_begun(tx, circle, promise)):
        return False
    if not promises.set_day(tx, promise, local(tx.now, circle.child.zone).date(), circle.child.zone):
        return False
    outbox.clear_card(tx, f"promise_near:{promise.id}")
    now = promises.get(tx, promise.id) or promise
    rest(tx, circle, now)
    notify(tx, tell_others(circle, now, "made" if promise.day is None else "moved"))
    return True


def rest(tx: Tx, circle: Circle, promise: Promise) -> None:
    """Questions rest for as long as the parent has said."""
    until = pause_ends(promise, circle.child.zone)
    if until and until > tx.now and has_begun(tx, circle, promise):
        pauses.pause(tx, circle, promise.made_by, until)


def end(tx: Tx, circle: Circle, promise: Promise) -> bool:
    """The parent leaves today: questions come again, and the first evening is not forgotten; false when it was over."""
    if not promise.visit or not has_begun(tx, circle, promise):
        return False
    if not promises.change(tx, promise.id, RUNS, state=PromiseState.KEPT, next_at=None, pause_days=None):
        return False
    end_pause(tx, circle, promise)
    outbox.clear_card(tx, f"visit:{promise.id}")
    notify(tx, tell_first_evening(circle, promise, tx.now))
    return True


def last_days(tx: Tx, circle: Circle, promise: Promise) -> None:
    """The last evening together, and the first one apart."""
    left = promise.leaves and (promise.leaves - local(tx.now, circle.child.zone).date()).days
    if left == 1:
        notify(tx, tell_goodbye(promise))
    elif left == 0:
        notify(tx, tell_first_evening(circle, promise, tx.now))


def end_pause(tx: Tx, circle: Circle, promise: Promise) -> None:
    """A pause that this visit has begun ends with it."""
    until = pause_ends(promise, circle.child.zone)
    if until and has_begun(tx, circle, promise) and circle.child.paused_until == until:
        pauses.resume(tx, circle, promise.made_by)


def has_begun(tx: Tx, circle: Circle, promise: Promise) -> bool:
    """Whether its day has come."""
    return promise.day is not None and sleeps(promise.day, tx.now, circle.child.zone) <= 0
