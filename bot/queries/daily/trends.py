"""The answers of a child's own weeks, as far as the parents have read them, and what was last said of them."""

from datetime import date, datetime

from sqlalchemy import bindparam, select, update

from bot.db.tables import check_in, child
from bot.db.transaction import Tx
from bot.domain.daily.check_ins import CheckInState
from bot.domain.daily.news import Seen
from bot.domain.daily.trends import WEEKS, Day, Level
from bot.domain.local_time import local
from bot.domain.privacy.childs_say import is_mood

_DAYS = (
    select(check_in.c.local_date, check_in.c.face, check_in.c.seen)
    .where(
        check_in.c.child_id == bindparam("child"),
        check_in.c.local_date > bindparam("since"),
        check_in.c.state == CheckInState.ANSWERED,
        check_in.c.tell_at.is_(None),
    )
    .order_by(check_in.c.local_date, check_in.c.due_at)
)


def days(tx: Tx, child_id: int, zone: str) -> list[Day]:
    """Four weeks of answers, the oldest first."""
    since = (local(tx.now, zone).date() - WEEKS).isoformat()
    rows = tx.all(_DAYS, {"child": child_id, "since": since})
    return [
        Day(date.fromisoformat(row.local_date), row.face, [Seen(each) for each in (row.seen or "").split(",") if each])
        for row in rows
        if is_mood(row.face)
    ]


def told(tx: Tx, child_id: int) -> tuple[Level, datetime | None]:
    """What was last so, and when."""
    found = tx.scalar(select(child.c.trend).where(child.c.id == child_id))
    return (Level(found["level"]), datetime.fromisoformat(found["at"])) if found else (Level.NONE, None)


def keep(tx: Tx, child_id: int, level: Level) -> None:
    """It is so now; none: nothing was said."""
    said = {"level": int(level), "at": tx.now.isoformat()} if level else None
    tx.change(update(child).where(child.c.id == child_id).values(trend=said))
