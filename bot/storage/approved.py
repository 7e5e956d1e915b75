"""What follows when a second adult has agreed, or the time is over."""

from collections.abc import Callable

from bot.domain.approvals import ERASE, EXPORT, Approval, tell_decided
from bot.domain.audit import Deed
from bot.domain.exports import tell_given
from bot.storage import approvals, audit, circles, erasing
from bot.storage.tellings import tell
from bot.storage.transaction import Tx


def _hand_out(tx: Tx, found: Approval) -> None:
    audit.note(tx, Deed.EXPORTED, found.asked_by, child_id=found.child_id)
    tell(tx, tell_given(found.asked_by, [found.child_id], own=False))


def _erase(tx: Tx, found: Approval) -> None:
    erasing.erase_child(tx, found.child_id)


# For each action what is done; what has no entry is only told to who asked, and they may go on.
THEN: dict[str, Callable[[Tx, Approval], None]] = {EXPORT: _hand_out, ERASE: _erase}


def settle(tx: Tx, found: Approval, by: int | None, *, granted: bool) -> bool:
    """Decide, do what follows, and tell everybody; false when it had been decided already.

    Nothing is granted to somebody whose place is held or put out meanwhile.
    """
    circle = circles.get(tx, found.child_id)
    asks = circle is not None and circle.member(found.asked_by) is not None
    granted = granted and asks
    if not approvals.decide(tx, found, by, granted=granted):
        return False
    if circle is None:
        return True
    if found.action == ERASE and not granted:
        audit.note(tx, Deed.ERASURE_STOPPED, by, child_id=found.child_id)
    tell(tx, tell_decided(circle, found))
    if granted and found.action in THEN:
        THEN[found.action](tx, found)
    return True
