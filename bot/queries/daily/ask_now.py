"""A parent's own questions, as check-ins in slots of their own: never missed, never reminded of, three a day."""

from datetime import datetime

from sqlalchemy import select

from bot.db.tables import check_in
from bot.db.transaction import Tx
from bot.domain.circle.circles import Child
from bot.domain.daily.check_ins import CheckIn, CheckInState
from bot.domain.local_time import local
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


def newest_answer(tx: Tx, child_id: int, since: datetime) -> CheckIn | None:
    """The newest answer about a child since then."""
    answered = (
        check_in.c.child_id == child_id,
        check_in.c.state == CheckInState.ANSWERED,
        check_in.c.answered_at >= since,
    )
    newest = select(check_in.c.id).where(*answered).order_by(check_in.c.answered_at.desc(), check_in.c.id.desc())
    number = tx.scalar(newest.limit(1))
    return check_ins.get(tx, number) if number is not None else None
