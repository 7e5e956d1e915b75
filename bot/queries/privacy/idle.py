"""When each family is looked at."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from bot.db.columns import LIMIT, NOW
from bot.db.tables import child
from bot.db.transaction import Tx
from bot.queries.circle import circles, people

DUE = select(child.c.id, child.c.idle_asked).where(child.c.idle_at <= NOW).order_by(child.c.idle_at).limit(LIMIT)


@dataclass(frozen=True, slots=True)
class Looked:
    """A child, and how often the family was asked already whether to keep it all."""

    id: int
    asked: int


def due(tx: Tx, limit: int) -> list[Looked]:
    """Families to look at, the longest due first."""
    return [Looked(row.id, row.idle_asked or 0) for row in tx.all(DUE, {"now": tx.now, "limit": limit})]


def last_visit(tx: Tx, child_id: int) -> date | None:
    """The last day on which any adult of the circle was here."""
    circle = circles.get(tx, child_id)
    adults = people.get_many(tx, [each.person_id for each in circle.active]) if circle else {}
    days = [each.seen_on for each in adults.values() if each.seen_on]
    return date.fromisoformat(max(days)) if days else None


def look_again(tx: Tx, child_id: int, at: datetime, asked: int) -> None:
    """When to look next."""
    circles.change_child(tx, child_id, idle_at=at, idle_asked=asked)
