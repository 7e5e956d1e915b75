"""Keepsakes as rows: what was asked for, how far it is, and by which message the next file comes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.db.tables import keepsake, outbox
from bot.db.transaction import Tx
from bot.delivery.states import OutboxState
from bot.domain.daily.keepsakes import Keepsake, KeepsakeGiven, KeepsakeState
from bot.domain.events import KINDS
from bot.domain.notifications import load

_UNMADE = select(keepsake).where(keepsake.c.ended_at.is_(None)).order_by(keepsake.c.asked_at).limit(1)


def _keepsake(row: Row[Any]) -> Keepsake:
    return Keepsake(
        id=row.id,
        child_id=row.child_id,
        person_id=row.person_id,
        age=row.age,
        state=KeepsakeState(row.state),
        asked_at=row.asked_at,
        done=row.done,
        part=row.part,
        after=row.after,
        makes=row.makes,
        outbox_id=row.outbox_id,
        ended_at=row.ended_at,
    )


def get(tx: Tx, keepsake_id: int) -> Keepsake | None:
    """One of them."""
    row = tx.first(select(keepsake).where(keepsake.c.id == keepsake_id))
    return _keepsake(row) if row else None


def of(tx: Tx, child_id: int, person_id: int, age: int) -> Keepsake | None:
    """What this adult has asked for of one year."""
    mine = keepsake.c.child_id == child_id, keepsake.c.person_id == person_id, keepsake.c.age == age
    row = tx.first(select(keepsake).where(*mine))
    return _keepsake(row) if row else None


def want(tx: Tx, child_id: int, person_id: int, age: int) -> Keepsake:
    """A new one, to be made in its turn."""
    begun = {"state": KeepsakeState.WANTED, "asked_at": tx.now, "done": 0, "part": 0, "after": "", "makes": 0}
    found = get(tx, tx.add(keepsake, child_id=child_id, person_id=person_id, age=age, **begun))
    assert found is not None
    return found


def keep(tx: Tx, found: Keepsake) -> bool:
    """Write down how it stands; false when it is not there any more."""
    values = {
        "state": found.state,
        "done": found.done,
        "part": found.part,
        "after": found.after,
        "makes": found.makes,
        "outbox_id": found.outbox_id,
        "ended_at": found.ended_at,
    }
    return tx.change(update(keepsake).where(keepsake.c.id == found.id).values(**values)) == 1


def forget(tx: Tx, keepsake_id: int) -> None:
    """Nobody is to have it any more."""
    tx.change(delete(keepsake).where(keepsake.c.id == keepsake_id))


def next_unmade(tx: Tx) -> Keepsake | None:
    """What was asked for first, and is not made yet."""
    row = tx.first(_UNMADE)
    return _keepsake(row) if row else None


@dataclass(frozen=True, slots=True)
class Given:
    """The message that brings a file: what has become of it, which file it is, and since when it waits."""

    state: OutboxState
    about: KeepsakeGiven
    since: datetime


def given(tx: Tx, outbox_id: int) -> Given | None:
    """That message; none when nothing is known of it any more."""
    columns = outbox.c.state, outbox.c.payload, outbox.c.created_at
    row = tx.first(select(*columns).where(outbox.c.id == outbox_id))
    about = load(row.payload["events"][0], KINDS) if row and row.payload else None
    if row is None or not isinstance(about, KeepsakeGiven):
        return None
    return Given(OutboxState(row.state), about, row.created_at)
