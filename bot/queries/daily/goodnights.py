"""The goodnight shelf as rows: letters that wait for their evening."""

from datetime import datetime

from sqlalchemy import bindparam, func, select, update

from bot.db.tables import letter
from bot.db.transaction import Tx
from bot.domain.daily.goodnights import PURPOSE
from bot.domain.daily.letters import Letter, LetterState
from bot.domain.deliveries import FIRST_LOOK
from bot.queries.daily import letters

_SENT = (LetterState.WAITING, LetterState.SENT)
_SHELF = (
    select(letter.c.id, letter.c.author_id)
    .where(letter.c.child_id == bindparam("child"), letter.c.purpose == PURPOSE, letter.c.state == LetterState.SHELVED)
    .order_by(letter.c.id)
)


def shelf(tx: Tx, child_id: int, author_id: int | None = None) -> list[Letter]:
    """What waits for its evening, in the order in which it was recorded; of everybody, or of one parent."""
    rows = tx.all(_SHELF, {"child": child_id})
    found = [letters.get(tx, row.id) for row in rows if author_id in {None, row.author_id}]
    return [each for each in found if each]


def last(tx: Tx, child_id: int) -> dict[int, datetime]:
    """When each parent was heard last at bedtime."""
    played = letter.c.child_id == child_id, letter.c.purpose == PURPOSE, letter.c.state.in_(_SENT)
    newest = select(letter.c.author_id, func.max(letter.c.sent_at).label("at")).where(*played)
    return {row.author_id: row.at for row in tx.all(newest.group_by(letter.c.author_id))}


def newest_sent(tx: Tx, child_id: int) -> Letter | None:
    """The one that was sent last."""
    sent = letter.c.child_id == child_id, letter.c.purpose == PURPOSE, letter.c.state.in_(_SENT)
    return letters.get(tx, tx.scalar(select(letter.c.id).where(*sent).order_by(letter.c.sent_at.desc()).limit(1)))


def put(tx: Tx, found: Letter) -> None:
    """A draft lies on the shelf from now on."""
    where = letter.c.id == found.id, letter.c.state == LetterState.DRAFT
    tx.change(update(letter).where(*where).values(state=LetterState.SHELVED, purpose=PURPOSE))


def take(tx: Tx, found: Letter) -> bool:
    """It is on its way from now on; false when it was taken before."""
    on_its_way: letters.Changes = {
        "state": LetterState.WAITING,
        "sent_at": tx.now,
        "check_at": tx.now + FIRST_LOOK,
    }
    return letters.change(tx, found.id, [LetterState.SHELVED], **on_its_way)


def drop(tx: Tx, letter_id: int) -> bool:
    """Nothing of it is kept; false when it lies on no shelf any more."""
    return letters.change(tx, letter_id, [LetterState.SHELVED], state=LetterState.DROPPED, media={})
