"""The school's own list of a class as rows."""

from collections.abc import Iterable
from dataclasses import astuple
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from bot.db.tables import pupil
from bot.db.transaction import Tx
from bot.domain.school.roster_care import Before, may_undo
from bot.domain.school.rosters import Line, Pupil
from bot.queries.school import enrolments

_GET = select(pupil).where(pupil.c.id == bindparam("key"))
_OF_CLASS = (
    select(pupil).where(pupil.c.class_id == bindparam("class_id"), pupil.c.removed_at.is_(None)).order_by(pupil.c.id)
)
_one = pupil.alias("one")
_JOINED = (
    select(pupil.c.child_id, pupil.c.same_as)
    .join(_one, _one.c.id == pupil.c.same_as)
    .where(
        pupil.c.class_id == bindparam("class_id"),
        pupil.c.same_as.is_not(None),
        pupil.c.child_id.is_not(None),
        _one.c.removed_at.is_(None),
        _one.c.child_id != pupil.c.child_id,
    )
)


def of_class(tx: Tx, class_id: int) -> list[Pupil]:
    """The lines of a class, in the order in which they were added."""
    found = tx.once(("pupils", class_id), lambda: tx.all(_OF_CLASS, {"class_id": class_id}))
    return [_pupil(row) for row in found]


def get(tx: Tx, pupil_id: int) -> Pupil | None:
    """One line, also one that was taken off."""
    row = tx.first(_GET, {"key": pupil_id})
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
    """As if they had never been there: what was found to be the same child as one of them is a line again."""
    these = [each.id for each in lines]
    tx.change(update(pupil).where(pupil.c.same_as.in_(these)).values(removed_at=None, same_as=None))
    tx.change(delete(pupil).where(pupil.c.id.in_(these)))


def tie(tx: Tx, found: Pupil, child_id: int) -> bool:
    """From now on this line is that child; false when it is another one already."""
    same = pupil.c.class_id == found.class_id, pupil.c.child_id == child_id
    tx.change(update(pupil).where(*same).values(child_id=None))
    free = pupil.c.id == found.id, pupil.c.child_id.is_(None), pupil.c.removed_at.is_(None)
    return tx.change(update(pupil).where(*free).values(child_id=child_id)) == 1


def untie(tx: Tx, class_id: int, child_id: int) -> None:
    """No line of a class is this child any more."""
    theirs = pupil.c.class_id == class_id, pupil.c.child_id == child_id
    tx.change(update(pupil).where(*theirs).values(child_id=None))


def is_there(tx: Tx, class_id: int) -> bool:
    """Whether a class has a list."""
    here = pupil.c.class_id == class_id, pupil.c.removed_at.is_(None)
    return tx.scalar(select(pupil.c.id).where(*here).limit(1)) is not None


def take_off(tx: Tx, pupil_id: int) -> bool:
    """No longer on the list; false when it was not."""
    on = pupil.c.id == pupil_id, pupil.c.removed_at.is_(None)
    return tx.change(update(pupil).where(*on).values(removed_at=tx.now)) == 1


def put_back(tx: Tx, pupil_id: int) -> bool:
    """On the list again, as it was; false when it is."""
    off = pupil.c.id == pupil_id, pupil.c.removed_at.is_not(None), pupil.c.same_as.is_(None)
    return tx.change(update(pupil).where(*off).values(removed_at=None)) == 1


def change(tx: Tx, found: Pupil, line: Line, class_id: int) -> None:
    """As it is from now on; what it was is kept, so that it can be taken back."""
    was = {"line": list(astuple(found.line)), "class": found.class_id}
    values = {"number": line.number, "name": line.name, "birth_year": line.year, "class_id": class_id}
    tx.change(update(pupil).where(pupil.c.id == found.id).values(**values, was=was, changed_at=tx.now))
    _take_joined_along(tx, found.id, class_id)


def before(tx: Tx, pupil_id: int) -> Before | None:
    """What a line was before it was changed last, while that can be taken back."""
    row = tx.first(select(pupil.c.was, pupil.c.changed_at).where(pupil.c.id == pupil_id))
    if row is None or not row.was or not may_undo(row.changed_at, tx.now):
        return None
    return Before(Line(*row.was["line"]), row.was["class"])


def change_back(tx: Tx, pupil_id: int, before: Before) -> None:
    """As it was."""
    line = {"number": before.line.number, "name": before.line.name, "birth_year": before.line.year}
    values = {**line, "class_id": before.class_id, "was": None, "changed_at": None}
    tx.change(update(pupil).where(pupil.c.id == pupil_id).values(**values))
    _take_joined_along(tx, pupil_id, before.class_id)


def _take_joined_along(tx: Tx, pupil_id: int, class_id: int) -> None:
    tx.change(update(pupil).where(pupil.c.same_as == pupil_id).values(class_id=class_id))


def join(tx: Tx, kept: Pupil, other: Pupil) -> bool:
    """The other line goes, and its family is this one's; false where one of them is gone already."""
    on = pupil.c.id == other.id, pupil.c.removed_at.is_(None)
    if tx.change(update(pupil).where(*on).values(removed_at=tx.now, same_as=kept.id)) != 1:
        return False
    if kept.child_id is None:
        tx.change(update(pupil).where(pupil.c.id == kept.id).values(child_id=other.child_id))
    return True


def part(tx: Tx, kept: Pupil, other: Pupil) -> bool:
    """Two lines again, each with its own family; false where they are not one."""
    joined = pupil.c.id == other.id, pupil.c.same_as == kept.id
    if tx.change(update(pupil).where(*joined).values(removed_at=None, same_as=None)) != 1:
        return False
    if kept.child_id == other.child_id:
        tx.change(update(pupil).where(pupil.c.id == kept.id).values(child_id=None))
    return True


def joined(tx: Tx, class_id: int) -> dict[int, int]:
    """Further families of a line, by their children: each with the line that is theirs."""
    found = tx.once(("joined", class_id), lambda: tx.all(_JOINED, {"class_id": class_id}))
    return {row.child_id: row.same_as for row in found}


def families_of(tx: Tx, pupil_id: int) -> list[Pupil]:
    """The lines that were found to be this one's child and have a family of their own."""
    further = pupil.c.same_as == pupil_id, pupil.c.child_id.is_not(None)
    return [_pupil(row) for row in tx.all(select(pupil).where(*further).order_by(pupil.c.id))]


def several_families(tx: Tx, class_id: int) -> list[tuple[int, ...]]:
    """Pupils of whom more than one family is in the class: of each the children in their circles, in this order."""
    further = joined(tx, class_id)
    if not further:
        return []
    here = set(enrolments.children(tx, class_id))
    lines = {each.id: each.child_id for each in of_class(tx, class_id) if each.id in further.values()}
    theirs = ([first, *(child for child, line in further.items() if line == mine)] for mine, first in lines.items())
    found = (tuple(sorted(each for each in children if each in here)) for children in theirs)
    return [each for each in found if len(each) > 1]


def families(tx: Tx, class_id: int, child_id: int) -> tuple[int, ...]:
    """This child and, where its line has further families in the class, the children in the circles of those."""
    return next((each for each in several_families(tx, class_id) if child_id in each), (child_id,))


def removed_at(tx: Tx, pupil_id: int) -> datetime | None:
    """Since when a line is off the list."""
    found: datetime | None = tx.scalar(select(pupil.c.removed_at).where(pupil.c.id == pupil_id))
    return found


def forget(tx: Tx, class_id: int) -> None:
    """The whole list of a class."""
    tx.change(delete(pupil).where(pupil.c.class_id == class_id))


def _pupil(row: Row[Any]) -> Pupil:
    line = Line(row.name, row.number, row.birth_year)
    return Pupil(row.id, row.class_id, line, row.child_id, row.added_at, row.removed_at is not None, row.same_as)
