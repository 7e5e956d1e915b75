"""A month before the end of its year a class is offered to go on; without an answer it ends, and everybody reads so."""

from bot.db.transaction import Tx
from bot.domain.school.class_years import may_come_back
from bot.queries.school import class_years as class_year_rows
from bot.services.school import class_years

BATCH = 10


def run_once(tx: Tx) -> int:
    """How many were due."""
    due = class_year_rows.due(tx, BATCH)
    for room in due:
        if tx.now < room.ends_at:
            class_years.offer(tx, room)
        elif may_come_back(room.ends_at, tx.now):
            class_years.end(tx, room, None)
        else:
            class_years.forget(tx, room)
    return len(due)
