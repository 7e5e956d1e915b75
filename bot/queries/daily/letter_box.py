"""📬 The letters around a child as rows, without what is in them: nothing is unsealed."""

from typing import Any

from sqlalchemy import Row, bindparam, select, update

from bot.db.columns import is_in
from bot.db.tables import child, letter
from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.daily.letter_box import UNPLAYED, Leaf, concerns
from bot.domain.daily.letters import Letter, LetterState

_COLUMNS = (
    *(letter.c.id, letter.c.author_id, letter.c.answers_id, letter.c.to_child, letter.c.kind, letter.c.state),
    *(letter.c.told, letter.c.sent_at, letter.c.played_at, letter.c.purpose),
)
_SENT = is_in(letter, LetterState.SENT, LetterState.WAITING)
_OF_CHILD = select(*_COLUMNS).where(letter.c.child_id == bindparam("child"), _SENT).order_by(letter.c.id.desc())


def leaf(row: Row[Any]) -> Leaf:
    """A letter without what is in it."""
    return Leaf(
        id=row.id,
        author_id=row.author_id or 0,
        answers_id=row.answers_id,
        to_child=row.to_child,
        kind=row.kind,
        state=row.state,
        told=row.told,
        sent_at=row.sent_at,
        played_at=row.played_at,
        purpose=row.purpose,
    )


def set_hour(tx: Tx, child_id: int, hour: str) -> None:
    """When letters to a child come from now on."""
    tx.change(update(child).where(child.c.id == child_id).values(letter_hour=hour))


def knows_of_one(tx: Tx, found: Letter) -> bool:
    """Whether who has sent a letter was told of another one that it waits to be played, and it waits still."""
    others = letter.c.child_id == found.child_id, letter.c.author_id == found.author_id, letter.c.id != found.id
    waits = letter.c.told == UNPLAYED, letter.c.played_at.is_(None), is_in(letter, LetterState.SENT)
    return tx.first(select(letter.c.id).where(*others, *waits).limit(1)) is not None


def seen_by(tx: Tx, circle: Circle, person_id: int) -> list[Leaf]:
    """What this adult has sent or was sent, the newest first."""
    leaves = [leaf(row) for row in tx.all(_OF_CHILD, {"child": circle.child.id})]
    authors = {each.id: each.author_id for each in leaves}
    return [each for each in leaves if concerns(circle, each, authors.get(each.answers_id or 0), person_id, tx.now)]
