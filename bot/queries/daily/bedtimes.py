"""Bedtimes as rows."""

from datetime import datetime

from sqlalchemy import bindparam, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import bedtime
from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.daily.bedtimes import Evening, minute_of
from bot.domain.local_time import local

_CHOSEN = select(bedtime.c.minute).where(bedtime.c.child_id == bindparam("child"))
DUE = select(bedtime).where(bedtime.c.next_at <= NOW).order_by(bedtime.c.next_at).limit(LIMIT)


def due(tx: Tx, limit: int) -> list[Evening]:
    """Children who go to bed now."""
    return [Evening(row.child_id, row.next_at) for row in due_rows(tx, DUE, bedtime, limit=limit)]


def chosen(tx: Tx, child_id: int) -> int | None:
    """The minute that the family has chosen."""
    found: int | None = tx.scalar(_CHOSEN, {"child": child_id})
    return found


def minute(tx: Tx, circle: Circle) -> int:
    """When a child goes to bed: as the family has said, else as usual at this age."""
    child = circle.child
    return minute_of(chosen(tx, child.id), child.years(local(tx.now, child.zone).date()))


def choose(tx: Tx, child_id: int, minute: int) -> None:
    """From now on at this minute."""
    if not tx.change(update(bedtime).where(bedtime.c.child_id == child_id).values(minute=minute)):
        tx.add(bedtime, child_id=child_id, minute=minute)


def plan(tx: Tx, child_id: int, at: datetime | None) -> None:
    """When something comes next; none while nothing was recorded."""
    if not tx.change(update(bedtime).where(bedtime.c.child_id == child_id).values(next_at=at)) and at:
        tx.add(bedtime, child_id=child_id, next_at=at)
