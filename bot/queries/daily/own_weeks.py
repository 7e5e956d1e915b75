"""How a week was for those at home, as rows that one person reads."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import own_week, person
from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.own_weeks import OwnWeek, Week
from bot.queries.circle import circles

DUE = (
    select(person.c.id, person.c.own_week_at)
    .where(person.c.own_week_at <= NOW)
    .order_by(person.c.own_week_at)
    .limit(LIMIT)
)


_PLAN = update(person).where(person.c.id == bindparam("key"))


def _own_week(row: Row[Any]) -> OwnWeek:
    said = row.said or {}
    face = Week(said["face"]) if said.get("face") else None
    return OwnWeek(row.id, row.person_id, row.asked_at, face, tuple(said.get("told", ())), bool(said.get("helped")))


def begin(tx: Tx, person_id: int, at: datetime) -> None:
    """From then on; for who is asked already, nothing changes."""
    mine = person.c.id == person_id, person.c.own_week_at.is_(None)
    tx.change(update(person).where(*mine).values(own_week_at=at))


def plan(tx: Tx, person_id: int, at: datetime | None) -> None:
    """When to look at it again."""
    tx.change(_PLAN, {"key": person_id, "own_week_at": at})


def due(tx: Tx, limit: int) -> list[int]:
    """Whose time has come, the longest due first."""
    return [row.id for row in due_rows(tx, DUE, person, limit=limit)]


def ask(tx: Tx, person_id: int) -> int:
    """One more question; its number."""
    return tx.add(own_week, person_id=person_id, asked_at=tx.now)


def get(tx: Tx, number: int, person_id: int) -> OwnWeek | None:
    """One question to this person."""
    row = tx.first(select(own_week).where(own_week.c.id == number, own_week.c.person_id == person_id))
    return _own_week(row) if row else None


def newest(tx: Tx, person_id: int, until: int) -> list[OwnWeek]:
    """The questions to a person up to this one, the newest first."""
    mine = own_week.c.person_id == person_id, own_week.c.id <= until
    return [_own_week(row) for row in tx.all(select(own_week).where(*mine).order_by(own_week.c.id.desc()).limit(4))]


def keep(tx: Tx, week: OwnWeek) -> None:
    """What was said, whom it was told, and whether it was said who can help: sealed together."""
    said = {"face": week.face, "told": list(week.told), "helped": week.helped}
    tx.change(update(own_week).where(own_week.c.id == week.id).values(said=said))


def asked_since(tx: Tx, people: Collection[int], since: datetime) -> list[datetime]:
    """When these were asked since then."""
    query = select(own_week.c.asked_at).where(own_week.c.person_id.in_(people), own_week.c.asked_at > since)
    return [row.asked_at for row in tx.all(query)]


def may_read(tx: Tx, person_id: int) -> list[tuple[int, Circle]]:
    """The parents to whom they could pass it on, each with a circle in which both are, while it shares."""
    found: dict[int, Circle] = {}
    for circle, _me in circles.of_person(tx, person_id, Action.ANSWER_CHECK_IN):
        for each in circle.parents:
            found.setdefault(each.person_id, circle)
    found.pop(person_id, None)
    return list(found.items())
