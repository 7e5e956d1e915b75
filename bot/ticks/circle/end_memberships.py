"""Whoever was put out is out for good when nobody has objected within a day."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Member
from bot.queries.circle import circles

BATCH = 10


def run_once(tx: Tx) -> int:
    """End what is due; how many were."""

    def end(each: Member) -> None:
        circles.lock(tx, each.child_id)
        circles.end_place(tx, each.id)

    return tx.each(circles.to_remove(tx, BATCH), end)
