"""Questions to families as rows: whose time to answer is over."""

from sqlalchemy import select

from bot.db.columns import LIMIT, NOW, is_in
from bot.db.locking import due as due_rows
from bot.db.tables import notice
from bot.db.transaction import Tx
from bot.domain.school.notices import Notice, NoticeState
from bot.queries.school.notices import as_notice

OVER = (
    select(notice)
    .where(is_in(notice, NoticeState.SENT), notice.c.outcome_at <= NOW)
    .order_by(notice.c.outcome_at)
    .limit(LIMIT)
)


def over(tx: Tx, limit: int) -> list[Notice]:
    """Those of which nobody has told it yet."""
    return [as_notice(row) for row in due_rows(tx, OVER, notice, limit=limit)]
