"""When each adult is given the text to read to the child."""

from datetime import datetime

from sqlalchemy import select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import child, member
from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Member
from bot.queries.circle import circles

DUE = (
    select(member.c.id, member.c.child_id)
    .where(member.c.read_at.is_not(None), member.c.read_at <= NOW)
    .order_by(member.c.read_at)
    .limit(LIMIT)
)


def due(tx: Tx, limit: int) -> list[Member]:
    """Those whose turn it is."""
    found = (circles.member_by_id(tx, row.id) for row in due_rows(tx, DUE, member, limit=limit))
    return [each for each in found if each]


def plan(tx: Tx, member_id: int, at: datetime | None) -> None:
    """When it is their turn again; none for who is no longer there."""
    tx.change(update(member).where(member.c.id == member_id).values(read_at=at))


def plan_first(tx: Tx, member_id: int) -> None:
    """Now, unless their turn is known already."""
    unplanned = member.c.id == member_id, member.c.read_at.is_(None)
    tx.change(update(member).where(*unplanned).values(read_at=tx.now))


def keep_faces(tx: Tx, child_id: int, *, kept: bool) -> bool:
    """Note what the child says; false when it is so already."""
    other = child.c.keeps_faces.is_not(True) if kept else child.c.keeps_faces.is_(True)
    return tx.change(update(child).where(child.c.id == child_id, other).values(keeps_faces=kept)) == 1


def names_faces(tx: Tx, circle: Circle) -> bool:
    """Whether faces pass at all about this child: from somebody at home or, while nobody is, to who reads it."""
    asked = circle.guardians or circle.active
    return any(circles.agreed(tx, circle, each.person_id) for each in asked)
