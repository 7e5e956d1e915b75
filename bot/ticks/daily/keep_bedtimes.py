"""Brings what was recorded for the evening when the child goes to bed, and plans the next one."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.daily.bedtimes import LATEST, Evening, is_awake
from bot.queries.circle import circles
from bot.queries.daily import bedtimes as bedtime_rows
from bot.services.daily import bedtimes, book_pages, goodnights

BATCH = 10


def run_once(tx: Tx) -> int:
    """Each child who goes to bed now; how many do."""
    due = bedtime_rows.due(tx, BATCH)
    return tx.each(due, partial(_evening, tx))


def _evening(tx: Tx, due: Evening) -> None:
    circle = circles.get(tx, due.child_id)
    assert circle is not None
    child = circle.child
    rests = child.sharing_stopped or child.is_paused(tx.now) or tx.now - due.at > LATEST
    if not rests and is_awake(tx.now, bedtimes.at_home(tx, circle)):
        book_pages.give(tx, circle)
        goodnights.give(tx, circle)
    bedtimes.plan(tx, circle)
