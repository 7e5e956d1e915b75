"""When each person is told next how to keep their account."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select

from bot.db.columns import LIMIT, NOW
from bot.db.tables import person
from bot.db.transaction import Tx

TO_COACH = (
    select(person.c.id)
    .where(person.c.coach_at.is_not(None), person.c.coach_at <= NOW)
    .order_by(person.c.coach_at)
    .limit(LIMIT)
)


def to_coach(tx: Tx, limit: int) -> list[int]:
    """Those who shall read again how to keep their account."""
    return [row.id for row in tx.all(TO_COACH, {"now": tx.now, "limit": limit})]


def next_coached(tx: Tx, people: Collection[int]) -> list[datetime]:
    """When these read it next."""
    query = select(person.c.coach_at).where(person.c.id.in_(people), person.c.coach_at.is_not(None))
    return [row.coach_at for row in tx.all(query)]
