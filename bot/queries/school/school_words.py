"""Words from the school as rows: what was said about a child, to whom, and what the family answered."""

import secrets
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import Row, bindparam, select, update

from bot.db.columns import LIMIT, NOW, is_in
from bot.db.locking import due as due_rows
from bot.db.tables import school_word, school_word_told
from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.local_time import DAY, local
from bot.domain.people import Person
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.school_words import Word, WordAnswer, WordKind, WordState
from bot.queries.circle import circles
from bot.queries.school import enrolments, schools

_NEXT = school_word.c.next_at
_GET = select(school_word).where(school_word.c.id == bindparam("key"))
_LOCK = update(school_word).where(school_word.c.id == bindparam("key")).values(state=school_word.c.state)
_TOLD = (
    select(school_word_told.c.person_id)
    .where(school_word_told.c.word_id == bindparam("word"))
    .order_by(school_word_told.c.at, school_word_told.c.person_id)
)
# What waits for its time is a child who is ill, until the alert leaves, or one who is not there, until home answers.
DUE = {
    what: select(school_word)
    .where(_NEXT.is_not(None), _NEXT <= NOW, is_in(school_word, state))
    .order_by(_NEXT)
    .limit(LIMIT)
    for what, state in ((WordKind.ILL, WordState.DRAFT), (WordKind.ABSENT, WordState.SENT))
}


class Changes(TypedDict, total=False):
    """Columns of a word that may be set."""

    state: WordState
    author_id: int
    answer: WordAnswer | None
    answered_by: int | None
    body: dict[str, Any]
    next_at: datetime | None
    sent_at: datetime
    illness_id: int


def _word(row: Row[Any]) -> Word:
    return Word(
        id=row.id,
        class_id=row.class_id,
        child_id=row.child_id,
        author_id=row.author_id,
        what=WordKind(row.kind),
        day=row.day,
        state=WordState(row.state),
        answer=WordAnswer(row.answer) if row.answer else None,
        answered_by=row.answered_by,
        body=row.body,
        next_at=row.next_at,
        sent_at=row.sent_at,
        illness_id=row.illness_id,
        created_at=row.created_at,
    )


def get(tx: Tx, word_id: int) -> Word | None:
    """One word."""
    row = tx.first(_GET, {"key": word_id})
    return _word(row) if row else None


def lock(tx: Tx, word_id: int) -> Word | None:
    """One word, held until this transaction ends so that two taps cannot change it at once."""
    tx.change(_LOCK, {"key": word_id})
    return get(tx, word_id)


def lock_own(tx: Tx, word_id: int, author: int) -> Word | None:
    """The word, held, while its author teaches the class and the child is in it."""
    word = lock(tx, word_id)
    if word is None or word.author_id != author:
        return None
    return word if pupil(tx, word.class_id, word.child_id, author) else None


def pupil(tx: Tx, class_id: int, child_id: int, teacher: int) -> Circle | None:
    """The circle of a child in a class that this person teaches now; none for everybody else."""
    if schools.my_class(tx, class_id, teacher) is None:
        return None
    found = enrolments.find(tx, class_id, child_id)
    return circles.get(tx, child_id) if found and found.state == EnrolmentState.ACTIVE else None


def today(tx: Tx, class_id: int, teacher: Person) -> str:
    """The date on the school's clock."""
    return local(tx.now, schools.clock(tx, class_id, teacher)).date().isoformat()


def add(tx: Tx, teacher: Person, class_id: int, child_id: int, what: WordKind) -> Word:
    """A new word, sent now."""
    return _add(tx, teacher, class_id, child_id, what, sent_at=tx.now)


def draft(
    tx: Tx, teacher: Person, class_id: int, child_id: int, what: WordKind, body: dict[str, Any], leaves_at: datetime
) -> Word:
    """A new word that leaves then, if not before."""
    return _add(tx, teacher, class_id, child_id, what, state=WordState.DRAFT, body=body, next_at=leaves_at)


def _add(tx: Tx, teacher: Person, class_id: int, child_id: int, what: WordKind, **values: Unpack[Changes]) -> Word:
    row = {
        "class_id": class_id,
        "child_id": child_id,
        "author_id": teacher.id,
        "kind": what,
        "once": tx.keyring.look_up(secrets.token_hex()),
        "day": today(tx, class_id, teacher),
        "state": WordState.SENT,
        "body": {},
        "created_at": tx.now,
        **values,
    }
    found = get(tx, tx.add(school_word, **row))
    assert found is not None
    return found


def change(tx: Tx, word_id: int, *was: WordState, **values: Unpack[Changes]) -> bool:
    """Set columns of a word that is in one of the states `was`; whether it was."""
    same = school_word.c.id == word_id, school_word.c.state.in_(was)
    return tx.change(update(school_word).where(*same).values(**values)) == 1


def sent_today(tx: Tx, class_id: int, child_id: int) -> int:
    """How many words of good news and wishes for a call went out about a child in the last 24 hours."""
    mine = school_word.c.child_id == child_id, school_word.c.class_id == class_id
    rows = tx.all(select(school_word.c.id, school_word.c.kind).where(*mine, school_word.c.created_at > tx.now - DAY))
    return sum(row.kind in {WordKind.GOOD, WordKind.CALL} for row in rows)


def add_told(tx: Tx, word_id: int, people: Iterable[int]) -> None:
    """These have been told."""
    for each in people:
        tx.add_once(school_word_told, {"word_id": word_id, "person_id": each, "at": tx.now})


def forget_told(tx: Tx, word_id: int) -> None:
    """The child is missed anew: whoever was told before is told again when it is their turn."""
    tx.change(school_word_told.delete().where(school_word_told.c.word_id == word_id))


def told(tx: Tx, word: Word) -> list[int]:
    """Who was told and takes part still, in that order."""
    rows = tx.all(_TOLD, {"word": word.id})
    circle = circles.get(tx, word.child_id)
    return [row.person_id for row in rows if circle and circle.member(row.person_id)]


def due(tx: Tx, what: WordKind, limit: int) -> list[Word]:
    """Words of one sort whose time has come, the longest due first."""
    rows = due_rows(tx, DUE[what], school_word, limit=limit)
    return [_word(row) for row in rows]


def pass_on(tx: Tx, class_id: int, author_id: int, to: int, kinds: Collection[WordKind]) -> None:
    """What somebody has said of these kinds in a class is said by somebody else from now on."""
    theirs = school_word.c.author_id == author_id, school_word.c.class_id == class_id
    said = tx.all(select(school_word.c.id, school_word.c.kind).where(*theirs))
    wanted = [row.id for row in said if row.kind in kinds]
    tx.change(update(school_word).where(school_word.c.id.in_(wanted)).values(author_id=to))
