"""Who was asked to look in, as rows; one is open for a person and a child, until home is in touch again."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, select, update

from bot.db.tables import look_in
from bot.db.transaction import Tx
from bot.domain.daily.look_ins import LookIn, Said, Why

_OPEN = select(look_in).where(look_in.c.ended_at.is_(None))


def _look_in(row: Row[Any]) -> LookIn:
    times = row.said_at, row.ended_at
    return LookIn(row.id, row.child_id, row.person_id, Why(row.why), row.asked_at, Said(row.said), *times)


def get(tx: Tx, look_in_id: int) -> LookIn | None:
    """One of them."""
    row = tx.first(select(look_in).where(look_in.c.id == look_in_id))
    return _look_in(row) if row else None


def of_child(tx: Tx, child_id: int, why: Why) -> list[LookIn]:
    """The open ones about a child."""
    found = map(_look_in, tx.all(_OPEN.where(look_in.c.child_id == child_id).order_by(look_in.c.id)))
    return [each for each in found if each.why is why]


def of_person(tx: Tx, person_id: int, why: Why) -> list[LookIn]:
    """The open ones of somebody near."""
    found = map(_look_in, tx.all(_OPEN.where(look_in.c.person_id == person_id).order_by(look_in.c.id)))
    return [each for each in found if each.why is why]


def add(tx: Tx, child_id: int, people: Collection[int], why: Why) -> None:
    """These are asked now; who had been asked is asked anew."""
    known = {each.person_id: each.id for each in of_child(tx, child_id, why)}
    for each in people:
        if each in known:
            _set(tx, [known[each]], said=Said.ASKED, asked_at=tx.now, said_at=None)
        else:
            tx.add(look_in, child_id=child_id, person_id=each, asked_at=tx.now, why=why, said=Said.ASKED)


def say(tx: Tx, numbers: Collection[int], said: Said) -> None:
    """What came of it."""
    _set(tx, numbers, said=said, said_at=tx.now)


def end(tx: Tx, numbers: Collection[int]) -> None:
    """Nobody needs to look in any more."""
    _set(tx, numbers, ended_at=tx.now)


def end_of(tx: Tx, child_id: int, person_id: int) -> None:
    """This person is not near any more."""
    theirs = look_in.c.child_id == child_id, look_in.c.person_id == person_id, look_in.c.ended_at.is_(None)
    tx.change(update(look_in).where(*theirs).values(ended_at=tx.now))


def _set(tx: Tx, numbers: Collection[int], **values: Any) -> None:
    for number in numbers:  # what is sealed opens in its own row only
        tx.change(update(look_in).where(look_in.c.id == number, look_in.c.ended_at.is_(None)), values)
