"""A row's number before the row is there: what is sealed in it is bound to it."""

from typing import Any

from sqlalchemy import Connection, text

_GIVEN = "SELECT seq FROM sqlite_sequence WHERE name = ?"
_NEXT = text("SELECT nextval(pg_get_serial_sequence(:name, 'id')::regclass) FROM generate_series(1, :count)")


def next_numbers(conn: Connection, table: str, count: int) -> list[int]:
    """The next numbers of a table, never given before; on SQLite they are free until this transaction ends."""
    if conn.dialect.name == "postgresql":
        return [int(row[0]) for row in conn.execute(_NEXT, {"name": table, "count": count})]
    # Straight to the driver, for it is asked with every row; whoever writes is alone.
    driver: Any = conn.connection.driver_connection
    row = driver.execute(_GIVEN, (table,)).fetchone()
    last = row[0] if row else 0
    return list(range(last + 1, last + count + 1))
