"""A parent's own questions, as check-ins in slots of their own: never missed, never reminded of, three a day."""

from sqlalchemy import select

from bot.db.tables import check_in
from bot.db.transaction import Tx
from bot.domain.circle.circles import Child
from bot.domain.daily.check_ins import CheckIn, CheckInState, Face
from bot.domain.local_time import at_wall_clock, local
from bot.queries.circle import circles
from bot.queries.daily import check_ins


def today(tx: Tx, child: Child) -> str:
    """The date on the child's wall clock."""
    return local(tx.now, child.zone).date().isoformat()


def of_today(tx: Tx, child: Child) -> list[CheckIn]:
    """What parents have asked about this child today, the oldest first."""
    mine = check_in.c.child_id == child.id, check_in.c.local_date == today(tx, child), check_in.c.slot.like("ask%")
    rows = tx.all(select(check_in.c.id).where(*mine).order_by(check_in.c.slot))
    found = (check_ins.get(tx, row.id) for row in rows)
    return [each for each in found if each]


def add(tx: Tx, child: Child, number: int) -> bool:
    """One more question; where today is open already it is only counted. False when another parent was faster."""
    day = today(tx, child)
    is_open = any(each.local_date == day for each in check_ins.open_days(tx, child.id))
    state = CheckInState.CLEARED if is_open else CheckInState.ASKED
    return check_ins.expect(tx, child.id, day, f"ask{number}", state=state, due_at=tx.now, asked_at=tx.now)


def answered_today(tx: Tx, child: Child) -> CheckIn | None:
    """The newest answer of today that may be read by the parents."""
    midnight = at_wall_clock(local(tx.now, child.zone).date(), 0, child.zone)
    mine = (
        check_in.c.child_id == child.id,
        check_in.c.state == CheckInState.ANSWERED,
        check_in.c.answered_at >= midnight,
    )
    number = tx.scalar(
        select(check_in.c.id).where(*mine).order_by(check_in.c.answered_at.desc(), check_in.c.id.desc()).limit(1)
    )
    found = check_ins.get(tx, number) if number is not None else None
    if found is None or found.face in {Face.USUAL, Face.CALL}:
        return found
    return found if circles.faces_told(tx, child.id, found.answered_by or 0) else None
