"""What teachers have said in an illness."""

from sqlalchemy import bindparam, select

from bot.db.tables import school_word
from bot.db.transaction import Tx
from bot.domain.illness.illnesses import SAYS_ILL, Happening, Illness
from bot.domain.school.school_words import Word, WordKind, WordState
from bot.queries.illness import illnesses
from bot.queries.school import school_words

_REPORTS = (
    select(school_word.c.id)
    .where(school_word.c.illness_id == bindparam("thread"), school_word.c.state == WordState.SENT)
    .order_by(school_word.c.id)
)


def reports(tx: Tx, illness_id: int) -> list[Word]:
    """What teachers have said in a thread, the oldest first."""
    rows = tx.all(_REPORTS, {"thread": illness_id})
    found = (school_words.get(tx, row.id) for row in rows)
    return [each for each in found if each]


def is_alone(tx: Tx, thread: Illness) -> bool:
    """Whether nobody but one teacher has said anything about how the child is."""
    said = illnesses.events(tx, thread.id, Happening.SCHOOL, *(each for each in SAYS_ILL if each != Happening.SIGN))
    return len(said) == 1 and said[0].what == Happening.SCHOOL


def has_spoken(tx: Tx, illness_id: int) -> bool:
    """Whether a teacher has said anything in a thread."""
    return bool(illnesses.events(tx, illness_id, Happening.SCHOOL))


def thread_of(tx: Tx, word: Word) -> Illness | None:
    """The thread to which a teacher's word was added."""
    return illnesses.get(tx, word.illness_id) if word.illness_id is not None else None


def begun(tx: Tx, teacher: int, class_id: int, child_id: int) -> Word | None:
    """The last that this teacher has said, or begun to say, of the child being ill."""
    mine = school_word.c.child_id == child_id, school_word.c.author_id == teacher
    here = *mine, school_word.c.class_id == class_id, school_word.c.state.in_([WordState.DRAFT, WordState.SENT])
    words = tx.all(select(school_word.c.id, school_word.c.kind).where(*here).order_by(school_word.c.id.desc()))
    number = next((row.id for row in words if row.kind == WordKind.ILL), None)
    return school_words.get(tx, number) if number is not None else None
