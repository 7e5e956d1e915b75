"""Says at home, at once, that an alert cannot be delivered to somebody; when no parent is left, stand-ins are told."""

from bot.domain.illness import alerted_first, is_relied_on
from bot.domain.illness_tellings import ParentUnreached, tell_home
from bot.storage import circles
from bot.storage import illness as illnesses
from bot.storage.illness_alerts import step_in
from bot.storage.tellings import tell
from bot.storage.transaction import Tx

BATCH = 20


def run_once(tx: Tx) -> int:
    """Name each one once; how many were named."""
    lost = illnesses.unreached(tx, BATCH)
    return tx.each(lost, lambda each: _name(tx, *each))


def _name(tx: Tx, illness_id: int, person_id: int) -> None:
    illnesses.note(tx, illness_id, person_id, "unreached")
    found = illnesses.get(tx, illness_id)
    circle = circles.get(tx, found.child_id) if found else None
    member = circle.member(person_id) if circle else None
    if found is None or circle is None or member is None:
        return
    if not is_relied_on(circle, found.opened_by, member):
        return
    tell(tx, tell_home(circle, found, ParentUnreached(found.id, person_id), tx.now, but=person_id))
    if person_id in alerted_first(circle, found.opened_by):
        step_in(tx, circle, found)
