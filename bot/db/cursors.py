"""Statements go straight to PostgreSQL's driver, as to SQLite's; what is done where one fails stays SQLAlchemy's.

The cursor is that of SQLAlchemy's adapter of asyncpg, which waits for the answer within a unit, begins the transaction,
and keeps what the server has prepared.
"""

from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from sqlalchemy import Connection

from bot.db import connections


class Cursors:
    """Those of one connection."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def execute(self, sql: str, values: Sequence[Any]) -> Any:
        """The cursor of a statement that has come to its end. Raises as SQLAlchemy does."""
        cursor = self._conn.connection.cursor()
        return self._run(cursor, cursor.execute, sql, values)

    def executemany(self, sql: str, values: Sequence[Sequence[Any]]) -> Any:
        """As `execute`, with each of several values."""
        cursor = self._conn.connection.cursor()
        return self._run(cursor, cursor.executemany, sql, values)

    def _run(self, cursor: Any, do: Callable[[str, Any], object], sql: str, values: Sequence[Any]) -> Any:
        pooled = self._conn.connection
        connections.begins(pooled)
        try:
            do(sql, values)
        except BaseException as error:
            self._failed(cursor, sql, error)
        finally:
            connections.over(pooled.info)
        return cursor

    def _failed(self, cursor: Any, sql: str, error: BaseException) -> NoReturn:
        errors: Any = self._conn.dialect.loaded_dbapi
        if isinstance(error, errors.InvalidCachedStatementError):  # a table is another one since it was prepared
            self._conn.connection.invalidate(error, soft=True)
        said = sql if isinstance(error, errors.Error) else None  # what is no database's error is raised as it is
        self._conn._handle_dbapi_exception(error, said, None, cursor, None)
