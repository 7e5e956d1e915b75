"""The school's own list of a class as rows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.db.tables import pupil
from bot.db.transaction import Tx
from bot.domain.school.rosters import Line, Pupil


def of_class(tx: Tx, class_id: int) -> list[Pupil]:
    """The lines of a class, in the order in which they were added."""
    here = pupil.c.class_id == class_id, pupil.c.removed_at.is_(None)
    return [_pupil(row) for row in tx.all(select(pupil).where(*here).order_by(pupil.c.id))]


def get(tx: Tx, pupil_id: int) -> Pupil | None:
    """One line, also one that was taken off."""
    row = tx.first(select(pupil).where(pupil.c.id == pupil_id))
    return _pupil(row) if row else None


def add(tx: Tx, class_id: int, lines: Iterable[Line]) -> int:
    """These lines, all of one tap; the number of the last."""
    number = 0
    for each in lines:
        row = {"class_id": class_id, "number": each.number, "name": each.name, "birth_year": each.year}
        number = tx.add(pupil, **row, added_at=tx.now)
    return number


def added_with(tx: Tx, found: Pupil) -> list[Pupil]:
    """The lines that the same tap has added."""
    return [each for each in of_class(tx, found.class_id) if each.added_at == found.added_at]


def take_back(tx: Tx, lines: Iterable[Pupil]) -> None:
    """As if they had never been pasted."""
    tx.change(delete(pupil).where(pupil.c.id.in_([each.id for each in lines])))


def tie(tx: Tx, found: Pupil, child_id: int) -> bool:
    """From now on this line is that child; false when it is another one already."""
    same = pupil.c.class_id == found.class_id, pupil.c.child_id == child_id
    tx.change(update(pupil).where(*same).values(child_id=None))
    free = pupil.c.id == found.id, pupil.c.child_id.is_(None), pupil.c.removed_at.is_(None)
    return tx.change(update(pupil).where(*free).values(child_id=child_id)) == 1


def take_off(tx: Tx, pupil_id: int) -> bool:
    """No longer on the list; false when it was not."""
    on = pupil.c.id == pupil_id, pupil.c.removed_at.is_(None)
    return tx.change(update(pupil).where(*on).values(removed_at=tx.now)) == 1


def put_back(tx: Tx, pupil_id: int) -> bool:
    """On the list again, as it was; false when it is."""
    off = pupil.c.id == pupil_id, pupil.c.removed_at.is_not(None)
    return tx.change(update(pupil).where(*off).values(removed_at=None)) == 1


def forget(tx: Tx, class_id: int) -> None:
    """The whole list of a class."""
    tx.change(delete(pupil).where(pupil.c.class_id == class_id))


def _pupil(row: Row[Any]) -> Pupil:
    line = Line(row.name, row.number, row.birth_year)
    return Pupil(row.id, row.class_id, line, row.child_id, row.added_at, row.removed_at is not None)
