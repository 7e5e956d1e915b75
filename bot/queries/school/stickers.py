"""What a child was praised for, as those read it who were told."""

from datetime import datetime

from sqlalchemy import select

from bot.db.tables import school_word, school_word_told
from bot.db.transaction import Tx
from bot.domain.school.school_words import WordKind, WordState


def since(tx: Tx, child_id: int, person_id: int, at: datetime) -> set[str]:
    """The stickers of all good news that this adult was told from an instant on; what was taken back is none."""
    return {each for _sent_at, put in told(tx, child_id, person_id, at) for each in put}


def told(tx: Tx, child_id: int, person_id: int, at: datetime) -> list[tuple[datetime, set[str]]]:
    """The same, with when each of the good news came."""
    mine = select(school_word_told.c.word_id).where(school_word_told.c.person_id == person_id)
    theirs = school_word.c.child_id == child_id, school_word.c.created_at >= at
    sent = school_word.c.state == WordState.SENT, school_word.c.id.in_(mine)
    rows = tx.all(select(school_word.c.kind, school_word.c.body, school_word.c.created_at).where(*theirs, *sent))
    return [(row.created_at, set(row.body.get("stickers", ()))) for row in rows if row.kind == WordKind.GOOD]
