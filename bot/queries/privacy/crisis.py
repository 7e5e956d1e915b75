"""What is held until its writer chooses."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import crisis_event, held_text
from bot.db.transaction import Tx


@dataclass(frozen=True, slots=True)
class Held:
    """One text; without `payload` it has gone its way already."""

    id: int
    person_id: int
    about: str
    payload: str | None
    dialogue: dict[str, Any]
    choice: str | None
    at: datetime


DUE = (
    select(held_text)
    .where(held_text.c.ask_at.is_not(None), held_text.c.ask_at <= NOW)
    .order_by(held_text.c.ask_at)
    .limit(LIMIT)
)


def add(
    tx: Tx, person_id: int, about: str, payload: str | None, dialogue: dict[str, Any], ask_at: datetime | None
) -> int:
    """One more; its number."""
    row = {"person_id": person_id, "about": about, "payload": payload, "dialogue": dialogue, "ask_at": ask_at}
    return tx.add(held_text, at=tx.now, **row)


def choose(tx: Tx, held_id: int, choice: str) -> None:
    """What its writer has tapped."""
    tx.change(update(held_text).where(held_text.c.id == held_id).values(choice=choice))


def lock(tx: Tx, held_id: int, person_id: int) -> Held | None:
    """One text for its writer, held for this transaction."""
    row = tx.first(_of(held_id, person_id).with_for_update())
    return _held(row) if row else None


def find(tx: Tx, held_id: int, person_id: int) -> Held | None:
    """One text for its writer, to look at."""
    row = tx.first(_of(held_id, person_id))
    return _held(row) if row else None


def _of(held_id: int, person_id: int) -> Any:
    return select(held_text).where(held_text.c.id == held_id, held_text.c.person_id == person_id)


def _held(row: Row[Any]) -> Held:
    return Held(row.id, row.person_id, row.about, row.payload, row.dialogue or {}, row.choice, row.at)


def due(tx: Tx, limit: int) -> list[Held]:
    """The texts whose writers are asked now."""
    return [_held(row) for row in due_rows(tx, DUE, held_text, limit=limit)]


def plan(tx: Tx, held_id: int, at: datetime | None) -> None:
    """When its writer is asked next."""
    tx.change(update(held_text).where(held_text.c.id == held_id).values(ask_at=at))


def forget(tx: Tx, held: Held) -> None:
    """Keep nothing of it."""
    tx.change(delete(held_text).where(held_text.c.id == held.id))


def count(tx: Tx, held: Held, choice: str, locale: str) -> None:
    """One more who has chosen this, without a word of whom."""
    tx.add(crisis_event, about=held.about, at=tx.now, choice=choice, locale=locale)
