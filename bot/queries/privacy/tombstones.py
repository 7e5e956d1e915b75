"""Tombstones: what was erased, without a word of what it was, so that no backup brings it back.

Who erases rows calls `bury` in the same unit of work; restoring calls `erase_again`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, Table, delete, select

from bot.db.tables import metadata, person, tombstone
from bot.db.transaction import Tx
from bot.queries.privacy.personal_columns import let_go

# How many numbers are looked at, or deleted, with one statement.
_SLICE = 500


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A kind of row, the keyed hash of its number, and when it was erased."""

    entity: str
    row_hash: bytes
    at: datetime


def bury(tx: Tx, table: Table, *numbers: int) -> None:
    """Remember that these rows of `table` (one that numbers its rows itself) are erased, for the next restore.

    What hangs on a row by a foreign key goes with it and needs no tombstone of its own.
    """
    if numbers:
        tx.woke.add("tombstones")
    tx.add_once(
        tombstone,
        [{"entity": table.name, "row_hash": tx.keyring.look_up(_name(table, each)), "at": tx.now} for each in numbers],
    )


def since(tx: Tx, number: int) -> Sequence[tuple[int, Tombstone]]:
    """The tombstones after row `number`, in their order."""
    rows = tx.all(select(tombstone).where(tombstone.c.id > number).order_by(tombstone.c.id))
    return [(row.id, Tombstone(row.entity, row.row_hash, row.at)) for row in rows]


def erase_again(tx: Tx, known: Iterable[Tombstone]) -> int:
    """Erase what a backup brought back although it was erased, and keep these tombstones; how many rows."""
    graves: dict[str, set[bytes]] = {}
    for each in known:
        graves.setdefault(each.entity, set()).add(each.row_hash)
        tx.add_once(tombstone, {"entity": each.entity, "row_hash": each.row_hash, "at": each.at})
    return sum(_erase(tx, metadata.tables[name], hashes) for name, hashes in graves.items() if name in metadata.tables)


def _erase(tx: Tx, table: Table, hashes: set[bytes]) -> int:
    erased, last = 0, 0
    while numbers := [row[0] for row in tx.all(_next(table, last))]:
        last = numbers[-1]
        dead = [each for each in numbers if not hashes.isdisjoint(tx.keyring.look_ups(_name(table, each)))]
        if dead and table is person:
            let_go(tx, dead)
        if dead:
            erased += tx.change(delete(table).where(table.c.id.in_(dead)))
    return erased


def _next(table: Table, after: int) -> Select[tuple[int]]:
    return select(table.c.id).where(table.c.id > after).order_by(table.c.id).limit(_SLICE)


def _name(table: Table, number: int) -> str:
    return f"erased {table.name} {number}"
