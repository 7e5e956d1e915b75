"""Column types: instants, keys, and what is encrypted at rest."""

import json
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Integer,
    LargeBinary,
    String,
    bindparam,
    func,
    literal_column,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeDecorator

from bot.db.crypto import Keyring

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

# SQLite numbers its rows by itself only in a column that is exactly INTEGER.
Key = BigInteger().with_variant(Integer, "sqlite")


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as microseconds since 1970 UTC, the same on both databases."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else _EPOCH + value * _MICROSECOND


class InRow(NamedTuple):
    """A value that is sealed in one row, known by its keys: in any other it does not open."""

    row: str
    value: Any


class _WithRow(ColumnElement[Any]):
    """What is read of a sealed column: the keys of its row, and behind them what is sealed."""

    inherit_cache = False  # it is made while a statement is compiled

    def __init__(self, column: "ColumnElement[Any]", kind: "EncryptedText") -> None:
        self.column = column
        self.keys = list(column.table.primary_key)  # of a table, or its alias
        self.type = kind
        assert self.keys, f"{kind.about} is read without its row"


@compiles(_WithRow)
def _on_sqlite(element: _WithRow, compiler: SQLCompiler, **_: Any) -> str:
    row = " || ':' || ".join(compiler.process(each) for each in element.keys)
    return f"CAST({row} || '|' || {compiler.process(element.column)} AS BLOB)"


@compiles(_WithRow, "postgresql")
def _on_postgresql(element: _WithRow, compiler: SQLCompiler, **_: Any) -> str:
    row = " || ':' || ".join(f"{compiler.process(each)}::text" for each in element.keys)
    return f"(textsend({row} || '|') || {compiler.process(element.column)})"


class EncryptedText(TypeDecorator[Any]):
    """An encrypted text: sealed under the keyring that travels with the engine's dialect, for its column and row."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, about: str) -> None:
        super().__init__()
        self.about = about

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        if not isinstance(value, InRow):
            raise TypeError(f"{self.about} is written without its row")
        return keyring_of(dialect).encrypt(self.dump(value.value).encode(), self.bound(value.row.encode()))

    def column_expression(self, column: "ColumnElement[Any]") -> "ColumnElement[Any]":
        return _WithRow(column, self)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        row, _, sealed = bytes(value).partition(b"|")
        return self.load(keyring_of(dialect).decrypt(sealed, self.bound(row)).decode())

    def bound(self, row: bytes) -> bytes:
        """What a value of this column is bound to in one row."""
        return f"{self.about}:".encode() + row

    def dump(self, value: Any) -> str:
        """A value as text."""
        return str(value)

    def load(self, text: str) -> Any:
        """The value of a text."""
        return text


class EncryptedJson(EncryptedText):
    """An encrypted JSON value."""

    cache_ok = True

    def dump(self, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def load(self, text: str) -> Any:
        return json.loads(text)


class EncryptedWord(EncryptedText):
    """An encrypted word of ours, made as long as any other of its column: its length tells nothing."""

    cache_ok = True

    def __init__(self, about: str, size: int) -> None:
        super().__init__(about)
        self.size = size

    def dump(self, value: Any) -> str:
        return str(value).ljust(self.size)

    def load(self, text: str) -> Any:
        return text.rstrip()


class EncryptedFlag(EncryptedText):
    """An encrypted yes or no."""

    cache_ok = True

    def dump(self, value: Any) -> str:
        return "1" if value else "0"

    def load(self, text: str) -> Any:
        return text == "1"


class EncryptedInstant(EncryptedText):
    """An encrypted instant, as its microseconds since 1970."""

    cache_ok = True

    def dump(self, value: Any) -> str:
        return str((value - _EPOCH) // _MICROSECOND)

    def load(self, text: str) -> Any:
        return _EPOCH + int(text) * _MICROSECOND


class Veiled(TypeDecorator[int]):
    """A number that is looked up and cannot be read without keys; in one column the same looks the same."""

    impl = BigInteger
    cache_ok = True

    def __init__(self, about: str) -> None:
        super().__init__()
        self.about = about

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        return None if value is None else keyring_of(dialect).veil(self.about).hide(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> int | None:
        return None if value is None else keyring_of(dialect).veil(self.about).show(value)


class VeiledName(TypeDecorator[str]):
    """A name that is looked up and cannot be read without keys, as `Veiled`."""

    impl = String(120)
    cache_ok = True

    def __init__(self, about: str) -> None:
        super().__init__()
        self.about = about

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else keyring_of(dialect).name_veil(self.about).hide(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else keyring_of(dialect).name_veil(self.about).show(value)


# For statements that are made once, where they are declared: making one anew takes longer than running it.
NOW = bindparam("now", type_=Instant)
LIMIT = bindparam("limit", type_=Integer)


@lru_cache(256)  # as above: each update asks for a few of them
def is_in(table: FromClause, *states: str) -> ColumnElement[bool]:
    """States written out in the statement: only so do both databases see that their partial indexes serve it."""
    return is_one_of(table.c.state, *states)


@lru_cache(256)
def is_still(table: FromClause, *states: str) -> ColumnElement[bool]:
    """One of some states, of a row that is looked up by something else: so that no index of those states serves it.

    To PostgreSQL, whose statistics know nothing of a queue that has just grown, such an index looks short, and it
    would walk it whole.
    """
    return is_one_of(func.coalesce(table.c.state, ""), *states)


def is_one_of(column: ColumnElement[Any], *words: str) -> ColumnElement[bool]:
    """One of some words of ours, written out: bound ones would be put into the statement anew each time it runs."""
    written: list[ColumnElement[Any]] = [literal_column(f"'{each}'") for each in words]
    return column == written[0] if len(written) == 1 else column.in_(written)


def give_keyring(dialect: Dialect, keyring: Keyring) -> None:
    """Let every sealed column of an engine read and write under `keyring`."""
    dialect.homeline_keyring = keyring  # type: ignore[attr-defined] # a dialect belongs to one engine, so this is per engine


def keyring_of(dialect: Dialect) -> Keyring:
    """The keyring of an engine."""
    keyring: Keyring = dialect.homeline_keyring  # type: ignore[attr-defined] # see give_keyring
    return keyring
