"""A database with something in every column of every table, whatever the tables are."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    inspect,
    select,
    text,
)

from bot.db.columns import (
    EncryptedFlag,
    EncryptedInstant,
    EncryptedJson,
    EncryptedText,
    EncryptedWord,
    Instant,
    Veiled,
    VeiledName,
)
from bot.db.reflection import reflected
from bot.db.sealing import form_of, in_row

DAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ROWS = 3
_OWN = "alembic_version"


# What SQLite says of its tables has their checks in it already.
_CHECKS = {
    "sqlite": text("SELECT 0"),
    "postgresql": text("""
        SELECT string_agg(concat(conrelid::regclass, ' ', pg_get_constraintdef(oid)), '; ' ORDER BY oid)
        FROM pg_constraint WHERE contype = 'c'
    """),
}
_schemas: dict[tuple[MetaData, Any], MetaData] = {}
_checks: dict[tuple[MetaData, Any], dict[str, list[str]]] = {}


def schema_of(conn: Connection) -> MetaData:
    """The tables as they stand in the database, without the mark of its version; looked at once for each schema."""
    words = _words_of(conn)
    if words not in _schemas:
        found = MetaData()
        found.reflect(conn)
        found.remove(found.tables[_OWN])
        _schemas[words] = found
    return _schemas[words]


def _words_of(conn: Connection) -> tuple[MetaData, Any]:
    return reflected(conn), conn.scalar(_CHECKS[conn.dialect.name])


def fill(conn: Connection, schema: MetaData, first: int = 1, rows: int = ROWS) -> None:
    """`rows` rows in each table, numbered from `first`; what is unique in one is unique in all."""
    checks = _checks_of(conn)
    allowed = {table.name: _allowed(checks[table.name], table) for table in schema.sorted_tables}
    for table in schema.sorted_tables:
        there = [
            _sealed(table, {column.name: _value(column, number, allowed[table.name]) for column in table.c})
            for number in range(first, first + rows)
        ]
        conn.execute(table.insert(), there)
        if conn.dialect.name == "postgresql" and "id" in table.c:
            conn.execute(text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)"), _last(table, first + rows))


def _sealed(table: Table, values: dict[str, Any]) -> dict[str, Any]:
    form = form_of(table)
    return in_row(form, values) if form else values


def _last(table: Table, after: int) -> dict[str, Any]:
    return {"name": table.name, "last": after - 1}


def content(conn: Connection, schema: MetaData) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, in the order of its keys."""
    return {
        table.name: sorted(
            (tuple(bytes(each) if isinstance(each, memoryview) else each for each in row) for row in rows), key=repr
        )
        for table in schema.sorted_tables
        for rows in [conn.execute(select(table)).all()]
    }


def _checks_of(conn: Connection) -> dict[str, list[str]]:
    """The checks of each table, as the database has them."""
    words = _words_of(conn)
    if words not in _checks:
        found = inspect(conn).get_multi_check_constraints()
        _checks[words] = {name: [str(each["sqltext"]) for each in told] for (_schema, name), told in found.items()}
    return _checks[words]


def _allowed(checks: list[str], table: Table) -> list[list[str]]:
    """The words that each check of a table allows, as its own column's name followed by them."""
    texts = checks + [str(each.sqltext) for each in table.constraints if isinstance(each, CheckConstraint)]
    return [[re.sub(r"^\W*(\w+).*", r"\1", text, flags=re.DOTALL), *re.findall(r"'(\w+)'", text)] for text in texts]


def _value(column: "Column[Any]", number: int, allowed: list[list[str]]) -> Any:
    if column.foreign_keys:
        return number
    kind = column.type
    if column.info.get("passing"):
        return None  # it stands in no backup
    if isinstance(kind, EncryptedText):
        return _said(kind, column, number, allowed)
    if isinstance(kind, Instant):
        return DAY + timedelta(hours=number)
    if isinstance(kind, Boolean):
        return number % 2 == 0
    if isinstance(kind, LargeBinary):
        return bytes([1]) + f"{column.name} {number}".encode()
    if isinstance(kind, String | VeiledName):
        return _word(column, number, allowed, getattr(kind, "length", None))
    assert isinstance(kind, Integer | Veiled), column
    return number


def _said(kind: EncryptedText, column: "Column[Any]", number: int, allowed: list[list[str]]) -> Any:
    if isinstance(kind, EncryptedJson):
        return {"number": number, "said": f"{column.name} 莉莉"}
    if isinstance(kind, EncryptedInstant):
        return DAY + timedelta(hours=number)
    if isinstance(kind, EncryptedFlag):
        return number % 2 == 0
    if isinstance(kind, EncryptedWord):
        return _word(column, number, allowed, kind.size)
    return f"{column.name} 莉莉 {number}"


def _word(column: "Column[Any]", number: int, allowed: list[list[str]], size: int | None) -> str:
    name = "what" if column.name == "kind" else column.name  # of which the check has stayed where the kind stood before
    words = next((each[1:] for each in allowed if each[0] == name), None)
    return words[number % len(words)] if words else f"{number}{column.name}"[:size]


__all__ = ["content", "fill", "schema_of"]
