"""What a family has written to a school and nobody has sent yet, as rows."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import unsent_talk
from bot.db.transaction import Tx
from bot.domain.school.unsent_talks import REMIND_AFTER, Desk, Unsent, UnsentState

DUE = select(unsent_talk).where(unsent_talk.c.next_at <= NOW).order_by(unsent_talk.c.next_at).limit(LIMIT)


def _unsent(row: Row[Any]) -> Unsent:
    body = row.body
    return Unsent(
        id=row.id,
        author_id=row.author_id,
        state=UnsentState(row.state),
        desks=tuple((class_id, child_id) for class_id, child_id in body.get("desks", ())),
        parts=tuple(body.get("parts", ())),
        talk_id=body.get("talk", 0),
    )


def add(tx: Tx, author: int, desks: Iterable[Desk], part: Mapping[str, Any]) -> int:
    """Words that wait from now on; their number."""
    body = {"desks": [list(each) for each in desks], "parts": [dict(part)]}
    times = {"asked_at": tx.now, "next_at": tx.now + REMIND_AFTER}
    return tx.add(unsent_talk, author_id=author, state=UnsentState.WAITING, body=body, **times)


def get(tx: Tx, unsent_id: int) -> Unsent | None:
    """One of them, as it stands."""
    row = tx.first(select(unsent_talk).where(unsent_talk.c.id == unsent_id))
    return _unsent(row) if row else None


def extend(tx: Tx, found: Unsent, part: Mapping[str, Any]) -> bool:
    """One part more; false where they wait no longer."""
    body = {"desks": [list(each) for each in found.desks], "parts": [*found.parts, dict(part)]}
    return _change(tx, found.id, body=body, next_at=tx.now + REMIND_AFTER)


def close(tx: Tx, unsent_id: int, state: UnsentState) -> bool:
    """They wait no longer, and nothing of them is kept here; false where that was so already."""
    return _change(tx, unsent_id, state=state, body={}, next_at=None)


def became(tx: Tx, unsent_id: int, talk_id: int) -> None:
    """What was sent is found by this number."""
    tx.change(update(unsent_talk).where(unsent_talk.c.id == unsent_id).values(body={"talk": talk_id}))


def ask_no_more(tx: Tx, unsent_id: int) -> None:
    """One reminder is enough."""
    tx.change(update(unsent_talk).where(unsent_talk.c.id == unsent_id).values(next_at=None))


def forget_child(tx: Tx, child_id: int, authors: Iterable[int]) -> None:
    """A child is erased: what may have been about it goes, too."""
    rows = tx.all(select(unsent_talk).where(unsent_talk.c.author_id.in_(list(authors))))
    about = [each.id for each in map(_unsent, rows) if any(child == child_id for _class, child in each.desks)]
    tx.change(delete(unsent_talk).where(unsent_talk.c.id.in_(about)))


def due(tx: Tx, limit: int) -> list[Unsent]:
    """Of which their author is to be reminded."""
    return [_unsent(row) for row in due_rows(tx, DUE, unsent_talk, limit=limit)]


def _change(tx: Tx, unsent_id: int, *, body: dict[str, Any], next_at: datetime | None, **values: UnsentState) -> bool:
    waits = unsent_talk.c.id == unsent_id, unsent_talk.c.state == UnsentState.WAITING
    return tx.change(update(unsent_talk).where(*waits).values(body=body, next_at=next_at, **values)) == 1
