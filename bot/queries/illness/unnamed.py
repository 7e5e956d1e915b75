"""What was typed of a danger before anybody had said which child it is about, as rows of the threads that run."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, select

from bot.db.tables import illness_event
from bot.db.transaction import Tx
from bot.domain.illness.illnesses import Happening


def take_untold(tx: Tx, person_id: int, threads: Iterable[int]) -> list[dict[str, Any]]:
    """What this person has typed, in order; it stands there no longer."""
    theirs = illness_event.c.illness_id.in_(list(threads)), illness_event.c.person_id == person_id
    rows = tx.all(select(illness_event).where(*theirs).order_by(illness_event.c.id))
    untold = [row for row in rows if row.what == Happening.UNTOLD]
    tx.change(delete(illness_event).where(illness_event.c.id.in_([row.id for row in untold])))
    return [row.data or {} for row in untold]
