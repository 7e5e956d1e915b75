"""Pages and their readings as rows: letters of their own kind."""

from sqlalchemy import select, update

from bot.db.tables import letter
from bot.db.transaction import Tx
from bot.domain.daily.book_pages import PAGE, READING
from bot.domain.daily.letters import Letter, LetterState
from bot.queries.daily import letters

_GIVEN = (LetterState.WAITING, LetterState.SENT)


def mark(tx: Tx, found: Letter, purpose: str) -> Letter:
    """A draft becomes a page, or the reading of one."""
    tx.change(update(letter).where(letter.c.id == found.id).values(purpose=purpose))
    return letters.get(tx, found.id) or found


def shelve(tx: Tx, letter_id: int) -> None:
    """It waits for an evening."""
    letters.change(tx, letter_id, [LetterState.DRAFT], state=LetterState.SHELVED)


def readings(tx: Tx, child_id: int) -> list[Letter]:
    """What was read and waits for an evening."""
    lies = letter.c.child_id == child_id, letter.c.purpose == READING, letter.c.state == LetterState.SHELVED
    rows = tx.all(select(letter.c.id).where(*lies).order_by(letter.c.id))
    return [each for row in rows if (each := letters.get(tx, row.id))]


def last_given(tx: Tx, child_id: int) -> Letter | None:
    """The reading that was played last."""
    given = letter.c.child_id == child_id, letter.c.purpose == READING, letter.c.state.in_(_GIVEN)
    return letters.get(tx, tx.scalar(select(letter.c.id).where(*given).order_by(letter.c.sent_at.desc()).limit(1)))


def is_read(tx: Tx, page: Letter, person_id: int) -> bool:
    """Whether this parent has read it."""
    of_page = letter.c.child_id == page.child_id, letter.c.answers_id == page.id, letter.c.author_id == person_id
    there = letter.c.state.in_([LetterState.SHELVED, *_GIVEN])
    return tx.scalar(select(letter.c.id).where(*of_page, there).limit(1)) is not None


def is_page(found: Letter | None) -> bool:
    """Whether it is a picture of a page."""
    return found is not None and found.purpose == PAGE
