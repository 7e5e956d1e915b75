"""Numbers that people have chosen to share with a class, and who may read them now."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, delete, select, update

from bot.db.tables import shared_number
from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action


def share(tx: Tx, class_id: int, person_id: int, number: str) -> None:
    """From now on the other side of the class reads it."""
    row = {"class_id": class_id, "person_id": person_id, "number": number, "shared_at": tx.now}
    if not tx.add_once(shared_number, row):
        tx.change(update(shared_number).where(*_of(class_id, person_id)).values(number=number, shared_at=tx.now))


def take_back(tx: Tx, class_id: int, person_id: int) -> bool:
    """Nobody reads it any more; whether there was one."""
    return tx.change(delete(shared_number).where(*_of(class_id, person_id))) == 1


def of(tx: Tx, class_id: int, people: Iterable[int]) -> dict[int, str]:
    """The numbers of these people for a class, as far as they share any."""
    here = shared_number.c.class_id == class_id, shared_number.c.person_id.in_(list(people))
    return {row.person_id: row.number for row in tx.all(select(shared_number).where(*here))}


def of_family(tx: Tx, class_id: int, circle: Circle) -> dict[int, str]:
    """What the adults of a family show to the school now."""
    return of(tx, class_id, [each.person_id for each in circle.active if each.may(Action.WRITE_TO_SCHOOL)])


def _of(class_id: int, person_id: int) -> tuple[ColumnElement[bool], ...]:
    return shared_number.c.class_id == class_id, shared_number.c.person_id == person_id
