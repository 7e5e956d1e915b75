"""Roll calls as rows: who was tapped, until the families are asked."""

from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import Row, bindparam, select, update

from bot.db.tables import roll_call
from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.school.roll_calls import RollCall, card_of
from bot.queries.school import absences, schools

_GET = select(roll_call).where(roll_call.c.id == bindparam("key"))
_LOCK = update(roll_call).where(roll_call.c.id == bindparam("key")).values(day=roll_call.c.day)
_OF_DAY = select(roll_call).where(roll_call.c.class_id == bindparam("class_id"), roll_call.c.day == bindparam("on"))


class Changes(TypedDict, total=False):
    """Columns of a roll call that may be set."""

    absent: list[int]
    done_at: datetime


def _roll(row: Row[Any]) -> RollCall:
    return RollCall(row.id, row.class_id, row.day, tuple(row.absent), row.done_at is not None)


def get(tx: Tx, roll_id: int) -> RollCall | None:
    """One roll call."""
    row = tx.first(_GET, {"key": roll_id})
    return _roll(row) if row else None


def lock(tx: Tx, roll_id: int) -> RollCall | None:
    """One roll call, held until this transaction ends so that two taps cannot change it at once."""
    tx.change(_LOCK, {"key": roll_id})
    return get(tx, roll_id)


def of_day(tx: Tx, class_id: int, day: str) -> RollCall | None:
    """The roll call of a class on a day."""
    row = tx.first(_OF_DAY, {"class_id": class_id, "on": day})
    return _roll(row) if row else None


def shown_to(tx: Tx, roll: RollCall) -> list[int]:
    """Who teaches the class and has the card of a roll call."""
    here = schools.teachers(tx, roll.class_id)
    return [each for each in here if cards.message_of(tx, each, card_of(roll.id)) is not None]


def open_on(tx: Tx, class_id: int, day: str) -> RollCall:
    """The roll call of this day, opened or opened again: those who are known not to be there stand tapped."""
    known = [each.child_id for each in absences.of_day(tx, class_id, day)]
    tx.add_once(roll_call, {"class_id": class_id, "day": day, "absent": known})
    found = of_day(tx, class_id, day)
    assert found is not None
    if found.done:
        tx.change(update(roll_call).where(roll_call.c.id == found.id).values(absent=known, done_at=None))
        found = get(tx, found.id)
        assert found is not None
    return found


def change(tx: Tx, roll_id: int, **values: Unpack[Changes]) -> bool:
    """Set columns of a roll call that is open; whether it was."""
    same = roll_call.c.id == roll_id, roll_call.c.done_at.is_(None)
    return tx.change(update(roll_call).where(*same).values(**values)) == 1
