"""Column types: instants, keys, and what is encrypted at rest."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, FromClause, Integer, LargeBinary, bindparam, func, literal_column
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from bot.storage.crypto import Keyring

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


class SealedText(TypeDecorator[Any]):
    """An encrypted text: sealed under the keyring that travels with the engine's dialect, bound to its column."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, about: str) -> None:
        super().__init__()
        self.about = about

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        return keyring_of(dialect).encrypt(self.dump(value).encode(), self.about.encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        return self.load(keyring_of(dialect).decrypt(bytes(value), self.about.encode()).decode())

    def dump(self, value: Any) -> str:
        """A value as text."""
        return str(value)

    def load(self, text: str) -> Any:
        """The value of a text."""
        return text


class SealedJson(SealedText):
    """An encrypted JSON value."""

    cache_ok = True

    def dump(self, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def load(self, text: str) -> Any:
        return json.loads(text)


# For statements that are made once, where they are declared: making one anew takes longer than running it.
NOW = bindparam("now", type_=Instant)
LIMIT = bindparam("limit", type_=Integer)


def is_in(table: FromClause, *states: str) -> ColumnElement[bool]:
    """States written out in the statement: only so do both databases see that their partial indexes serve it."""
    return is_one_of(table.c.state, *states)


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
