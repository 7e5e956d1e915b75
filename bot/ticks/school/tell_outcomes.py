"""The time to answer a notice is over: families read that, and whoever teaches what was answered."""

from bot.db.transaction import Tx
from bot.queries.school import notice_choices
from bot.services.school.notice_choices import close

BATCH = 10


def run_once(tx: Tx) -> int:
    """How many were due."""
    due = notice_choices.over(tx, BATCH)
    for each in due:
        close(tx, each)
    return len(due)
