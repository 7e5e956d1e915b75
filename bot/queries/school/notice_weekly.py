"""Notices that go out every week as rows, and copies of a notice."""

from typing import Any

from sqlalchemy import func, select

from bot.db.tables import notice
from bot.db.transaction import Tx
from bot.domain.school.notices import NoticeState
from bot.queries.school import notice_receivers, notices

# What a notice has by itself, and no copy of it.
_OWN = {"id", "state", "created_at", "send_at", "sent_at", "weekly_until", "revision", "reminders", "reminded_at"}
_OWN |= {"outcome_at"}
_KEPT = [each for each in notice.c if each.name not in _OWN]


def copy(tx: Tx, notice_id: int, **values: Any) -> int:
    """The same once more, as a draft to the same classes; its number."""
    row = tx.first(select(*_KEPT).where(notice.c.id == notice_id))
    assert row is not None
    number = tx.add(notice, **{**row._asdict(), **values}, state=NoticeState.DRAFT, created_at=tx.now)
    notices.set_classes(tx, number, notices.classes(tx, notice_id))
    notice_receivers.copy(tx, notice_id, number)
    return number


def count(tx: Tx, author_id: int) -> int:
    """How many of a teacher go out week after week."""
    mine = notice.c.author_id == author_id, notice.c.state == NoticeState.SCHEDULED
    weekly = select(func.count()).select_from(notice).where(*mine, notice.c.weekly_until.is_not(None))
    return int(tx.scalar(weekly))
