"""A parent's own question, and the newest answer that they may read."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Child
from bot.domain.daily.check_ins import CheckIn, CheckInState, Face
from bot.domain.local_time import at_wall_clock, local
from bot.queries.circle import circles
from bot.queries.daily import ask_now, check_ins


def add(tx: Tx, child: Child, number: int, *, is_counted: bool = False) -> bool:
    """One more question; where today is open already, or with `is_counted`, it is only counted.

    False when another parent was faster.
    """
    day = ask_now.today(tx, child)
    is_open = any(each.local_date == day for each in check_ins.open_days(tx, child.id))
    state = CheckInState.CLEARED if is_open or is_counted else CheckInState.ASKED
    return check_ins.expect(tx, child.id, day, f"ask{number}", state=state, due_at=tx.now, asked_at=tx.now)


def answered_today(tx: Tx, child: Child) -> CheckIn | None:
    """The newest answer of today that may be read by the parents."""
    midnight = at_wall_clock(local(tx.now, child.zone).date(), 0, child.zone)
    found = ask_now.newest_answer(tx, child.id, midnight)
    if found is None or found.held:
        return None
    if found.face in {Face.USUAL, Face.CALL}:
        return found
    return found if circles.faces_told(tx, child.id, found.answered_by or 0) else None
