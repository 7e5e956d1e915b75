"""Takes a school's notice to its classes, a few in one unit of work: an alert never waits for sixty of them."""

from bot.db.transaction import Tx
from bot.queries.school import school_notices as rows
from bot.services.school import school_notices

BATCH = 1


def run_once(tx: Tx) -> int:
    """To the class that has waited longest; how many were due."""
    due = rows.due(tx, BATCH)
    for notice_id, class_id in due:
        school_notices.go_to(tx, notice_id, class_id)
    return len(due)
