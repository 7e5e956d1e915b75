"""Notes of teachers who are worried about a child, as rows: their words are here only until they have arrived."""

from typing import Any

from sqlalchemy import Row, delete, func, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import enrolment, staff, worry
from bot.db.transaction import Tx
from bot.domain.local_time import DAY
from bot.domain.school.worries import WAITS_FOR, Worry

DUE = select(worry).where(worry.c.next_at <= NOW).order_by(worry.c.next_at).limit(LIMIT)


def add(
    tx: Tx, class_id: int, child_id: int, author: int, reader: int, words: str, message_id: int | None = None
) -> Worry:
    """One more, on its way."""
    row = {"class_id": class_id, "child": str(child_id), "author": author, "reader": reader, "sent_at": tx.now}
    number = tx.add(worry, **row, body={"words": words, "message": message_id}, next_at=tx.now + WAITS_FOR)
    found = get(tx, number)
    assert found is not None
    return found


def get(tx: Tx, worry_id: int) -> Worry | None:
    """One note."""
    row = tx.first(select(worry).where(worry.c.id == worry_id))
    return _worry(row) if row else None


def arrive(tx: Tx, worry_id: int) -> bool:
    """Its words are where they belong, and no longer here; false when they were gone already."""
    return _forget(tx, worry_id, delivered_at=tx.now)


def lose(tx: Tx, worry_id: int) -> bool:
    """Its words will not arrive, and are kept nowhere; false when they have arrived, or were lost before."""
    return _forget(tx, worry_id)


def _forget(tx: Tx, worry_id: int, **values: Any) -> bool:
    waits = worry.c.id == worry_id, worry.c.next_at.is_not(None)
    return tx.change(update(worry).where(*waits).values(body=None, next_at=None, **values)) == 1


def waiting_for(tx: Tx, reader: int) -> list[Worry]:
    """What is on its way to somebody."""
    waits = worry.c.reader == reader, worry.c.next_at.is_not(None)
    return [_worry(row) for row in tx.all(select(worry).where(*waits).order_by(worry.c.id))]


def due(tx: Tx, limit: int) -> list[Worry]:
    """What has not arrived in its time."""
    return [_worry(row) for row in due_rows(tx, DUE, worry, limit=limit)]


def sent_lately(tx: Tx, author: int) -> int:
    """How many somebody has written in the last 24 hours."""
    mine = worry.c.author == author, worry.c.sent_at > tx.now - DAY
    return int(tx.scalar(select(func.count()).select_from(worry).where(*mine)))


def forget_child(tx: Tx, child_id: int) -> None:
    """Nothing says any more that there was a note about a child who is erased."""
    rooms = select(enrolment.c.class_id).where(enrolment.c.child_id == child_id)
    rows = tx.all(select(worry.c.id, worry.c.child).where(worry.c.class_id.in_(rooms)))
    theirs = [row.id for row in rows if int(row.child) == child_id]
    if theirs:
        tx.change(delete(worry).where(worry.c.id.in_(theirs)))


def name_reader(tx: Tx, school_id: int, person_id: int | None) -> None:
    """From now on this colleague reads them, and nobody else does; none: the lead."""
    here = staff.c.school_id == school_id, staff.c.left_at.is_(None)
    tx.change(update(staff).where(staff.c.school_id == school_id).values(hears_worries=False))
    if person_id is not None:
        tx.change(update(staff).where(*here, staff.c.person_id == person_id).values(hears_worries=True))


def _worry(row: Row[Any]) -> Worry:
    body = row.body or {}
    return Worry(
        id=row.id,
        class_id=row.class_id,
        child_id=int(row.child),
        author_id=row.author,
        reader_id=row.reader,
        words=body.get("words", ""),
        message_id=body.get("message"),
        sent_at=row.sent_at,
        delivered_at=row.delivered_at,
    )
