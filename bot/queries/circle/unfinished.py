"""What somebody has given in a dialogue and not finished, as rows: one for each thing that it is about."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, delete, select

from bot.db.tables import unfinished
from bot.db.transaction import Tx


def keep(tx: Tx, person_id: int, state: str, about: int, data: Mapping[str, Any]) -> None:
    """As it stands now; it waits from now on."""
    forget(tx, person_id, state, about)
    tx.add(unfinished, person_id=person_id, state=state, about=about, data=dict(data), kept_at=tx.now)


def get(tx: Tx, person_id: int, state: str, about: int) -> dict[str, Any] | None:
    """What waits of this; none where nothing does."""
    row = tx.first(select(unfinished.c.data).where(*_one(person_id, state, about)))
    return dict(row.data) if row else None


def given(tx: Tx, person_id: int) -> list[dict[str, Any]]:
    """All that waits of this person, as they take it along: names and days."""
    mine = select(unfinished.c.data).where(unfinished.c.person_id == person_id).order_by(unfinished.c.id)
    return [each for row in tx.all(mine) for each in _said(row.data)]


def _said(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    names = [name for name, *_rest in data.get("lines", ())] + [data[each] for each in ("name",) if each in data]
    days = [{"when": first, "words": name} for first, _until, _kind, name in data.get("days", ())]
    unclear = [{"words": line} for line, *_days in data.get("unclear", ())]
    return [*({"name": each} for each in names), *days, *unclear]


def forget(tx: Tx, person_id: int, state: str, about: int) -> None:
    """It is done, or not wanted."""
    tx.change(delete(unfinished).where(*_one(person_id, state, about)))


def _one(person_id: int, state: str, about: int) -> tuple[ColumnElement[bool], ...]:
    return unfinished.c.person_id == person_id, unfinished.c.state == state, unfinished.c.about == about
