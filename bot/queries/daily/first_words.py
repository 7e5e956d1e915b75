"""What a school has told a parent lately, for a first sentence."""

from datetime import datetime

from sqlalchemy import select

from bot.db.tables import notice, notice_reader, school_word, school_word_told
from bot.db.transaction import Tx
from bot.domain.school.notices import NoticeState
from bot.domain.school.school_words import WordKind, WordState


def had_notice(tx: Tx, child_id: int, person_id: int, since: datetime) -> bool:
    """Whether this parent was sent a notice of the child's class since then."""
    mine = notice_reader.c.child_id == child_id, notice_reader.c.person_id == person_id
    query = select(notice.c.id).join(notice_reader, notice_reader.c.notice_id == notice.c.id)
    sent = notice.c.state == NoticeState.SENT, notice.c.sent_at > since
    return tx.scalar(query.where(*mine, *sent).limit(1)) is not None


def had_good_news(tx: Tx, child_id: int, person_id: int, since: datetime) -> bool:
    """Whether a teacher has told this parent good news since then."""
    told = select(school_word_told.c.word_id).where(school_word_told.c.person_id == person_id)
    lately = school_word.c.child_id == child_id, school_word.c.created_at > since
    query = select(school_word.c.kind).where(*lately, school_word.c.state == WordState.SENT, school_word.c.id.in_(told))
    return any(row.kind == WordKind.GOOD for row in tx.all(query))
