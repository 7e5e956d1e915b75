"""Stopping and resuming all sharing about a child: what runs is brought to rest, and goes on afterwards."""

from bot.domain.audit import Deed
from bot.domain.circle import Circle
from bot.domain.illness import ASK_AFTER, at_home
from bot.domain.sharing import tell_resumed, tell_stopped
from bot.storage import audit, circles, people
from bot.storage import illness as illnesses
from bot.storage.departures import ask_again, stop_asking
from bot.storage.tellings import forget_unshared, share_again, tell
from bot.storage.transaction import Tx


def stop(tx: Tx, circle: Circle, by: int) -> set[int]:
    """From now on nothing new about this child is passed on; who knows of an illness that goes on."""
    child_id = circle.child.id
    circles.change_child(tx, child_id, frozen_at=tx.now, frozen_by=by)
    audit.note(tx, Deed.FROZEN, by, child_id=child_id)
    stop_asking(tx, child_id)
    knowing = _rest_illness(tx, circle)
    for each in circle.active:
        people.end_dialogue(tx, each.person_id)
        forget_unshared(tx, each.person_id, child_id)
    tell(tx, tell_stopped(circle, by, knowing))
    return knowing


def resume(tx: Tx, circle: Circle, by: int | None) -> None:
    """As before; what was written before it stopped arrives. `by` is none where the operator does it."""
    child_id = circle.child.id
    circles.change_child(tx, child_id, frozen_at=None, frozen_by=None)
    audit.note(tx, Deed.UNFROZEN, by, child_id=child_id)
    if not circle.child.is_paused(tx.now):
        ask_again(tx, circle)
    for each in circle.active:
        share_again(tx, each.person_id, child_id)
    found = illnesses.running(tx, child_id)
    if found is not None:
        illnesses.change(tx, found.id, "open", ask_at=tx.now + ASK_AFTER)
    tell(tx, tell_resumed(circle, by))


def _rest_illness(tx: Tx, circle: Circle) -> set[int]:
    """An alert that has not left does not leave; a thread that runs waits, and those who know of it are named."""
    found = illnesses.running(tx, circle.child.id)
    if found is None:
        return set()
    if illnesses.change(tx, found.id, "draft", state="undone", closed_at=tx.now, alert_at=None):
        return set()
    illnesses.change(tx, found.id, "open", escalate_at=None, ask_at=None, call_until=None, caller_id=None)
    return {*illnesses.told(tx, found.id), *at_home(circle, found, tx.now)}
