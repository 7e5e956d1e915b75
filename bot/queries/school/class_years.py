"""The year of a class as rows: what is due, what goes on, what ends."""

from datetime import datetime

from sqlalchemy import select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import class_room, invite
from bot.db.transaction import Tx
from bot.domain.school.class_years import BACK_WITHIN
from bot.queries.school import schools
from bot.queries.school.schools import ClassRoom

DUE = select(class_room).where(class_room.c.next_at <= NOW).order_by(class_room.c.next_at).limit(LIMIT)


def due(tx: Tx, limit: int) -> list[ClassRoom]:
    """Classes whose offer or whose end has come, the longest due first."""
    return [room for row in due_rows(tx, DUE, class_room, limit=limit) if (room := schools.class_room_of(tx, row.id))]


def look_next(tx: Tx, class_id: int, at: datetime | None) -> None:
    """When to look at this class again."""
    tx.change(update(class_room).where(class_room.c.id == class_id).values(next_at=at))


def end(tx: Tx, room: ClassRoom) -> None:
    """It is over; the children stay in it, so that it can be brought back."""
    ends_at = min(room.ends_at, tx.now)
    values = {"ends_at": ends_at, "next_at": ends_at + BACK_WITHIN}
    tx.change(update(class_room).where(class_room.c.id == room.id).values(**values))


def carry(tx: Tx, room: ClassRoom, name: str, ends_at: datetime, next_at: datetime) -> None:
    """Another year, with the posters that hang already."""
    values = {"name": name, "ends_at": ends_at, "next_at": next_at}
    tx.change(update(class_room).where(class_room.c.id == room.id).values(**values))
    hangs = invite.c.class_id == room.id, invite.c.revoked_at.is_(None)
    tx.change(update(invite).where(*hangs).values(expires_at=ends_at))


def rename(tx: Tx, class_id: int, name: str) -> None:
    """Everybody reads this name from now on."""
    tx.change(update(class_room).where(class_room.c.id == class_id).values(name=name))
