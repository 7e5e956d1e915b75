"""The notices that an adult has read about a child, for the page of its school."""

from sqlalchemy import bindparam, select

from bot.db.tables import notice, notice_class, notice_household, notice_reader
from bot.db.transaction import Tx
from bot.domain.school.notices import Level, Notice, NoticeState
from bot.queries.school import notices

_LOOKED_AT = 20  # of which the open ones are shown


_RECENT = (
    select(notice.c.id)
    .join(notice_reader, notice_reader.c.notice_id == notice.c.id)
    .where(
        notice_reader.c.child_id == bindparam("child"),
        notice_reader.c.person_id == bindparam("person"),
        notice.c.state == NoticeState.SENT,
    )
    .order_by(notice.c.id.desc())
    .limit(_LOOKED_AT)
)


def of_class(tx: Tx, class_id: int, child_id: int) -> list[Notice]:
    """The last notices of a class that have gone to the family of a child and ask for something, the newest first."""
    newest = (
        select(notice.c.id)
        .join(notice_class, notice_class.c.notice_id == notice.c.id)
        .join(notice_household, notice_household.c.notice_id == notice.c.id)
        .where(notice_class.c.class_id == class_id, notice_household.c.child_id == child_id)
        .where(notice.c.state == NoticeState.SENT, notice.c.level != Level.READ)
        .order_by(notice.c.id.desc())
        .limit(_LOOKED_AT)
    )
    found = (notices.get(tx, row.id) for row in tx.all(newest))
    return [each for each in found if each]


def recent(tx: Tx, child_id: int, person_id: int) -> list[Notice]:
    """The last notices that have gone to this adult about this child, the newest first."""
    found = (notices.get(tx, row.id) for row in tx.all(_RECENT, {"child": child_id, "person": person_id}))
    return [each for each in found if each]
