"""Which children of a class are not there on a day: one word for each child and day."""

from typing import Unpack

from sqlalchemy import bindparam, select

from bot.db.tables import school_word
from bot.db.transaction import Tx
from bot.domain.school.school_words import Word, WordKind, WordState
from bot.queries.school import rosters, school_words

_OF_DAY = (
    select(school_word.c.id)
    .where(
        school_word.c.class_id == bindparam("class_id"),
        school_word.c.day == bindparam("on"),
        school_word.c.state == WordState.SENT,
    )
    .order_by(school_word.c.id)
)
_FIND = select(school_word.c.id).where(school_word.c.once.in_(bindparam("hashed", expanding=True)))


def of_day(tx: Tx, class_id: int, day: str, what: WordKind = WordKind.ABSENT) -> list[Word]:
    """The children of a class who are not there on a day, or not all of it."""
    found = (school_words.get(tx, row.id) for row in tx.all(_OF_DAY, {"class_id": class_id, "on": day}))
    return [each for each in found if each and each.what == what]


def find(tx: Tx, class_id: int, child_id: int, day: str, what: WordKind = WordKind.ABSENT) -> Word | None:
    """The one word of this sort of a child and a day."""
    hashed = tx.keyring.look_ups(_once(what, class_id, child_id, day))
    number = tx.scalar(_FIND, {"hashed": hashed})
    return None if number is None else school_words.get(tx, number)


def _once(what: WordKind, class_id: int, child_id: int, day: str) -> str:
    return f"{what} {class_id} {child_id} {day}"


def of_other_families(tx: Tx, word: Word) -> list[Word]:
    """What stands of the same pupil and day in the circles of its other families."""
    theirs = [each for each in rosters.families(tx, word.class_id, word.child_id) if each != word.child_id]
    found = (find(tx, word.class_id, each, word.day) for each in theirs)
    return [each for each in found if each and each.state == WordState.SENT]


def lock(tx: Tx, word_id: int) -> Word | None:
    """A word and those of the pupil's other families, in one order, so that no two taps wait for each other."""
    word = school_words.get(tx, word_id)
    absent = word is not None and word.what == WordKind.ABSENT
    others = of_other_families(tx, word) if word and absent else []
    for each in sorted({word_id, *(other.id for other in others)}):
        school_words.lock(tx, each)
    return school_words.get(tx, word_id)


def add_once(
    tx: Tx,
    class_id: int,
    child_id: int,
    day: str,
    by: int,
    what: WordKind = WordKind.ABSENT,
    **values: Unpack[school_words.Changes],
) -> bool:
    """Not there, said now; false when it stands there already."""
    row = {
        "class_id": class_id,
        "child_id": child_id,
        "author_id": by,
        "kind": what,
        "once": tx.keyring.look_up(_once(what, class_id, child_id, day)),
        "day": day,
        "state": WordState.SENT,
        "body": {},
        "sent_at": tx.now,
        "created_at": tx.now,
        **values,
    }
    return tx.add_once(school_word, row) == 1
