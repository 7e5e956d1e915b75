"""Answers of which the parents read nothing yet, as columns of their rows."""

from datetime import datetime

from sqlalchemy import select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import check_in
from bot.db.transaction import Tx
from bot.domain.daily.check_ins import CheckIn
from bot.domain.daily.held_reports import Held
from bot.queries.daily import check_ins

DUE = select(check_in).where(check_in.c.tell_at <= NOW).order_by(check_in.c.tell_at).limit(LIMIT)


def keep(tx: Tx, check_in_id: int, held: Held, until: datetime) -> None:
    """It waits for this, until then."""
    tx.change(update(check_in).where(check_in.c.id == check_in_id).values(held=held, tell_at=until))


def let_go(tx: Tx, check_in_id: int) -> bool:
    """It waits for nothing any more; false when it did not."""
    here = check_in.c.id == check_in_id, check_in.c.tell_at.is_not(None)
    return tx.change(update(check_in).where(*here).values(held=None, tell_at=None)) == 1


def wait(tx: Tx, check_in_id: int, until: datetime) -> None:
    """Look at it again then."""
    tx.change(update(check_in).where(check_in.c.id == check_in_id).values(tell_at=until))


def due(tx: Tx, limit: int) -> list[CheckIn]:
    """What has waited long enough, the longest first."""
    return [each for row in due_rows(tx, DUE, check_in, limit=limit) if (each := check_ins.get(tx, row.id))]


def together(tx: Tx, found: CheckIn) -> list[CheckIn]:
    """What one tap has said of several children and is kept still, `found` among it."""
    same = check_in.c.answered_at == found.answered_at, check_in.c.answered_by == found.answered_by
    with_face = check_in.c.face.is_not(None)  # as the index of answers says it
    rows = tx.all(select(check_in.c.id).where(with_face, *same, check_in.c.tell_at.is_not(None)))
    kept = (each for row in rows if (each := check_ins.get(tx, row.id)))
    return sorted(kept, key=lambda each: each.child_id)
