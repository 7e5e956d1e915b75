"""By whom a place in a circle is closed, and when somebody who was put out is out for good."""

from datetime import datetime

from sqlalchemy import select

from bot.db.tables import member
from bot.db.transaction import Tx
from bot.domain.circle.circles import Member


def closers(tx: Tx, found: Member) -> set[int]:
    """The people who have held this place or put its adult out."""
    row = tx.first(select(member.c.suspended_by, member.c.removed_by).where(member.c.id == found.id))
    return {each for each in row or () if each is not None}


def final_at(tx: Tx, member_id: int) -> datetime | None:
    """When somebody who was put out is out for good, unless another adult objects."""
    found: datetime | None = tx.scalar(select(member.c.remove_at).where(member.c.id == member_id))
    return found
