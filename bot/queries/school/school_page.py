"""The notices that an adult has read about a child, for the page of its school."""

from sqlalchemy import select

from bot.db.tables import notice, notice_reader
from bot.db.transaction import Tx
from bot.domain.school.notices import Notice, NoticeState
from bot.queries.school import notices

_LOOKED_AT = 20  # of which the open ones are shown


def recent(tx: Tx, child_id: int, person_id: int) -> list[Notice]:
    """The last notices that have gone to this adult about this child, the newest first."""
    mine = notice_reader.c.child_id == child_id, notice_reader.c.person_id == person_id
    newest = (
        select(notice.c.id)
        .join(notice_reader, notice_reader.c.notice_id == notice.c.id)
        .where(*mine, notice.c.state == NoticeState.SENT)
        .order_by(notice.c.id.desc())
        .limit(_LOOKED_AT)
    )
    found = (notices.get(tx, row.id) for row in tx.all(newest))
    return [each for each in found if each]
