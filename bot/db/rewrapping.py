"""What is sealed under an older key is sealed again under the newest, a few rows at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Column, LargeBinary, Table, bindparam, column, func, select, table, tuple_, type_coerce, update

from bot.db import look_up_keys, veil_key
from bot.db.columns import EncryptedText
from bot.db.crypto import Keyring
from bot.db.sealing import row_of, sealed_columns
from bot.db.tables import metadata
from bot.db.transaction import Tx

SEALED_TABLES = [each for each in metadata.sorted_tables if sealed_columns(each)]


@dataclass(frozen=True, slots=True)
class Step:
    """How far one step came: the key of the last row it saw (none at the table's end), rows seen, values sealed."""

    last: list[Any] | None
    seen: int
    sealed: int


def rows(tx: Tx) -> int:
    """How many rows there are to look at."""
    return sum(int(tx.scalar(select(func.count()).select_from(each))) for each in SEALED_TABLES)


def rewrap(tx: Tx, name: str, after: Sequence[Any] | None, limit: int) -> Step:
    """Look at the next `limit` rows of a table after the key `after`."""
    source = metadata.tables[name]
    keys, columns = list(source.primary_key), sealed_columns(source)
    query = select(*keys, *(type_coerce(each, LargeBinary()) for each in columns)).order_by(*keys).limit(limit)
    if after is not None:
        query = query.where(tuple_(*keys) > tuple_(*after))
    found = tx.all(query)
    sealed = sum(_column(tx, source, each, len(keys) + index, found) for index, each in enumerate(columns))
    last = list(found[-1][: len(keys)]) if len(found) == limit else None
    return Step(last, len(found), sealed)


def finish(tx: Tx) -> None:
    """What is sealed but stands in no column."""
    look_up_keys.keep(tx)
    veil_key.keep(tx.conn)


def _column(tx: Tx, source: Table, sealed: "Column[Any]", at: int, found: Sequence[Any]) -> int:
    changes = [
        {f"key_{key.name}": row[index] for index, key in enumerate(source.primary_key)}
        | {
            "old": bytes(row[at]),
            "new": _again(tx.keyring, bytes(row[at]), sealed, row_of(row[: len(source.primary_key)])),
        }
        for row in found
        if row[at] is not None and tx.keyring.key_of(bytes(row[at])) != tx.keyring.newest
    ]
    if changes:
        tx.conn.execute(_statement(source, sealed), changes)
    return len(changes)


@cache
def _statement(source: Table, sealed: "Column[Any]") -> Any:
    """Only a value that is still what was read is replaced: who wrote in between has written under the newest key."""
    raw = table(source.name, *(column(each.name, each.type) for each in source.primary_key), _raw(sealed))
    same_row = [raw.c[each.name] == bindparam(f"key_{each.name}") for each in source.primary_key]
    unchanged = raw.c[sealed.name] == bindparam("old", type_=LargeBinary())
    return update(raw).where(*same_row, unchanged).values({sealed.name: bindparam("new", type_=LargeBinary())})


def _raw(sealed: "Column[Any]") -> Any:
    return column(sealed.name, LargeBinary())


def _again(keyring: Keyring, old: bytes, sealed: "Column[Any]", row: str) -> bytes:
    assert isinstance(sealed.type, EncryptedText)
    about = sealed.type.bound(row.encode())
    return keyring.encrypt(keyring.decrypt(old, about), about)
