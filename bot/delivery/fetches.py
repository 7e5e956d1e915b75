"""Files that people have sent, which are still to be fetched and read: a row each, gone once it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.tables import fetch
from bot.db.transaction import Tx

DUE = select(fetch).where(fetch.c.due_at <= NOW).order_by(fetch.c.due_at, fetch.c.id).limit(LIMIT)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file, who has sent it, and what for."""

    id: int
    person_id: int
    purpose: str
    file_id: str
    details: Mapping[str, Any]
    attempt: int


def want(tx: Tx, person_id: int, purpose: str, file_id: str, details: Mapping[str, Any]) -> None:
    """To be fetched as soon as this is committed; of one person and purpose only the newest."""
    forget(tx, person_id, purpose)
    row = {"person_id": person_id, "purpose": purpose, "file_id": file_id, "details": dict(details)}
    tx.add(fetch, **row, attempt=0, due_at=tx.now)
    tx.woke.add("fetches")


def due(tx: Tx, limit: int) -> list[Wanted]:
    """What is to be fetched now."""
    rows = tx.all(DUE, {"now": tx.now, "limit": limit})
    return [Wanted(row.id, row.person_id, row.purpose, row.file_id, row.details, row.attempt) for row in rows]


def done(tx: Tx, wanted: Wanted) -> bool:
    """It is read; false where it is not wanted any more."""
    return tx.change(delete(fetch).where(fetch.c.id == wanted.id)) == 1


def put_off(tx: Tx, wanted: Wanted, until: datetime) -> None:
    """Tried in vain, and tried again."""
    tx.change(update(fetch).where(fetch.c.id == wanted.id).values(attempt=wanted.attempt + 1, due_at=until))


def forget(tx: Tx, person_id: int, purpose: str) -> None:
    """Not wanted any more."""
    tx.change(delete(fetch).where(fetch.c.person_id == person_id, fetch.c.purpose == purpose))
