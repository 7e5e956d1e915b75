"""A class that was lent for some days is with its teacher again."""

from bot.db.transaction import Tx
from bot.queries.school import schools
from bot.services.school import staffing_classes

BATCH = 10


def run_once(tx: Tx) -> int:
    """How many were due."""
    due = schools.due_back(tx, BATCH)
    for room in due:
        staffing_classes.bring_back(tx, room)
    return len(due)
