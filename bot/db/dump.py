"""A whole database as lines, the same from SQLite and from PostgreSQL, and back into either.

Values stand as they are stored, sealed ones still sealed. The first line says which schema, each table's line is
followed by its rows, the last holds the sums by which a copy is compared: the order of rows does not matter to them.
"""

import hashlib
import json
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Column, Connection, LargeBinary, MetaData, Table, func, select

from bot.db import migrations, row_numbers
from bot.db.columns import EncryptedText
from bot.db.crypto import Keyring
from bot.db.reflection import reflected
from bot.db.sealing import row_of
from bot.db.tables import metadata
from bot.errors import BackupUnreadable, NewerDatabase

Sums = dict[str, list[Any]]  # of each table: how many rows, and the sum of their hashes
Advance = Callable[[int], None]
Opened = Callable[[int, bytes, list[Any]], bytes]  # a sealed value of a row by its place, as it reads opened

FORMAT = 1
_AT_ONCE = 500
_WRAP = 1 << 256
_spelt = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Poured:
    """What came in: when it was written down, and its sums."""

    made_at: datetime
    sums: Sums


def count(conn: Connection) -> int:
    """How many rows the database has."""
    tables = reflected(conn).sorted_tables
    return sum(int(conn.execute(select(func.count()).select_from(each)).scalar_one()) for each in tables)


def dump(conn: Connection, made_at: datetime, advance: Advance, *, passing: bool = True) -> Iterator[bytes]:
    """The lines of a database; `conn` must see one state of it throughout. `passing`: with words on their way."""
    schema = reflected(conn)
    yield _line({"homeline": FORMAT, "schema": migrations.revision(conn), "made_at": made_at.isoformat()})
    sums: Sums = {}
    for table in schema.sorted_tables:
        yield _line({"table": table.name, "columns": [each.name for each in table.c]})
        digest, number = 0, 0
        left_out = [] if passing else [place for place, each in enumerate(table.c) if _passes(each)]
        for row in _rows(conn, table):
            for place in left_out:
                row[place] = None
            line = _line(row)
            digest, number = digest + _hash(table.name, line), number + 1
            advance(1)
            yield line
        sums[table.name] = [number, f"{digest % _WRAP:064x}"]
    yield _line({"numbers": row_numbers.given(conn, schema.sorted_tables), "sums": sums})


class Into(Protocol):
    """What becomes of rows that have been written."""

    def take(self, table: Table) -> None: ...

    def sums(self) -> Sums: ...


class Adding:
    """The sums of tables whose rows come little by little."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[int, int]] = {}

    def add(self, conn: Connection, table: Table, opened: Opened | None = None) -> None:
        """All rows that a table has now."""
        number, digest = self._found.get(table.name, (0, 0))
        for row in _rows(conn, table, opened):
            digest, number = digest + _hash(table.name, _line(row)), number + 1
        self._found[table.name] = number, digest

    def of(self, schema: MetaData) -> Sums:
        """Of each table that there is, also where nothing came."""
        found = {each.name: self._found.get(each.name, (0, 0)) for each in schema.sorted_tables}
        return {name: [number, f"{digest % _WRAP:064x}"] for name, (number, digest) in found.items()}


class _Staying:
    """Rows that stay; they are read again once all are there."""

    def __init__(self, conn: Connection, schema: MetaData) -> None:
        self._conn, self._schema = conn, schema

    def take(self, table: Table) -> None:
        """They lie where they are."""

    def sums(self) -> Sums:
        """Of everything that there is now."""
        return _sums(self._conn, self._schema)


def pour(
    conn: Connection,
    lines: Iterable[bytes],
    advance: Advance,
    *,
    before: datetime | None = None,
    into: Callable[[Connection, MetaData], Into] = _Staying,
) -> Poured:
    """Bring an empty database to the schema of the lines and to their rows, and compare. Raises BackupUnreadable.

    What was made `before` is refused; `into` says what becomes of rows that have been written.
    """
    source = iter(lines)
    head = json.loads(next(source, b"{}"))
    if head.get("homeline") != FORMAT or head["schema"] > migrations.HEAD:
        raise NewerDatabase("A newer Homeline made this backup. Install that version first.")
    made_at = datetime.fromisoformat(head["made_at"])
    if before is not None and made_at < before:
        raise BackupUnreadable(
            f"This backup is of {made_at:%d %B %Y}, older than anything may be kept: what was forgotten since would "
            "come back. Take a newer one, or say --old."
        )
    migrations.upgrade(conn, head["schema"])
    schema = reflected(conn)
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    place = into(conn, schema)
    last = _fill(conn, schema, source, advance, place)
    if next(source, None) is not None:  # so the file is read to its end, which is checked, too
        raise BackupUnreadable("This backup goes on after its end. Nothing was kept.")
    found = place.sums()
    if found != last["sums"]:
        wrong = ", ".join(
            sorted(name for name in found.keys() | last["sums"] if found.get(name) != last["sums"].get(name))
        )
        raise BackupUnreadable(f"What was written is not what was read, in: {wrong}. Nothing was kept.")
    row_numbers.go_on_from(conn, last["numbers"])
    return Poured(made_at, found)


def sums(conn: Connection, keyring: Keyring | None = None) -> Sums:
    """The sums of a database; with a keyring those of the opened values, which raises CannotDecrypt."""
    return _sums(conn, reflected(conn), keyring)


def _sums(conn: Connection, schema: MetaData, keyring: Keyring | None = None) -> Sums:
    found = Adding()
    for table in schema.sorted_tables:
        found.add(conn, table, _opener(table, keyring) if keyring else None)
    return found.of(schema)


def _fill(conn: Connection, schema: MetaData, source: Iterator[bytes], advance: Advance, into: Into) -> dict[str, Any]:
    """Insert what follows the first line; the last line."""
    table: Table | None = None
    columns: list[str] = []
    rows: list[list[Any]] = []
    for line in source:
        value = json.loads(line.decode())  # of bytes it would first ask in which of five ways they are written
        is_row = isinstance(value, list)
        if is_row:
            rows.append(value)
        if len(rows) == _AT_ONCE or not is_row:
            if table is not None and rows:
                _insert(conn, table, columns, rows)
                into.take(table)
            advance(len(rows))
            rows.clear()
        if is_row:
            continue
        if "sums" in value:
            return dict(value)
        if value["table"] not in schema.tables:
            raise BackupUnreadable(f"The table {value['table']} is none of Homeline's; keep it in another database.")
        table, columns = schema.tables[value["table"]], value["columns"]
    raise BackupUnreadable("This backup has no end.")


def _insert(conn: Connection, table: Table, columns: list[str], rows: list[list[Any]]) -> None:
    for index in (columns.index(each.name) for each in table.c if _is_binary(each) and each.name in columns):
        for row in rows:
            row[index] = None if row[index] is None else a2b_base64(row[index])
    if conn.dialect.name == "sqlite":  # as they are, for SQLAlchemy looks at each value twice
        names, marks = ", ".join(f'"{each}"' for each in columns), ", ".join("?" * len(columns))
        into = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608 - names of our own tables
        conn.exec_driver_sql(into, [tuple(each) for each in rows])
    else:
        conn.execute(table.insert(), [dict(zip(columns, each, strict=True)) for each in rows])


def _rows(conn: Connection, table: Table, opened: Opened | None = None) -> Iterator[list[Any]]:
    """The rows of a table in the order of its keys, as JSON takes them, a few at a time."""
    binary = [index for index, each in enumerate(table.c) if _is_binary(each)]
    query = select(table).order_by(*table.primary_key)
    for some in conn.execute(query, execution_options={"yield_per": _AT_ONCE}).partitions():
        for found in some:
            row = list(found)
            for index in binary:
                if row[index] is not None:
                    value = opened(index, bytes(row[index]), row) if opened else row[index]
                    row[index] = b2a_base64(value, newline=False).decode()
            yield row


def _passes(column: "Column[Any]") -> bool:
    """Whether what stands there is kept for hours at most, and so in no backup, which is kept for weeks."""
    known = metadata.tables.get(column.table.name)
    return known is not None and column.name in known.c and bool(known.c[column.name].info.get("passing"))


def _is_binary(column: "Column[Any]") -> bool:
    return isinstance(column.type, LargeBinary)


def _opener(table: Table, keyring: Keyring) -> Opened:
    """What opens the sealed values of a table's rows."""
    there, known = [each.name for each in table.c], metadata.tables[table.name]
    keys = [there.index(each.name) for each in known.primary_key]
    kinds = {index: known.c[name].type for index, name in enumerate(there) if name in known.c}

    def opened(index: int, value: bytes, row: list[Any]) -> bytes:
        kind = kinds.get(index)
        if not isinstance(kind, EncryptedText):
            return value
        return keyring.decrypt(value, kind.bound(row_of(row[each] for each in keys).encode()))

    return opened


def _line(value: Any) -> bytes:
    return _spelt(value).encode()


def _hash(name: str, line: bytes) -> int:
    return int.from_bytes(hashlib.sha256(name.encode() + b"\n" + line).digest())
