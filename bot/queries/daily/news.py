"""What stays of an answer beside its face: in which words it was told."""

from sqlalchemy import bindparam, select

from bot.db.tables import check_in
from bot.db.transaction import Tx
from bot.domain.daily.news import WAYS

_WAYS = (
    select(check_in.c.way)
    .where(check_in.c.child_id == bindparam("child"), check_in.c.way.is_not(None))
    .order_by(check_in.c.answered_at.desc())
    .limit(WAYS)
)


def ways_told(tx: Tx, child_id: int) -> list[int]:
    """In which ways the last answers about a child were said, the newest first."""
    return [row.way for row in tx.all(_WAYS, {"child": child_id})]
