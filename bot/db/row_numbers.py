"""A row's number before the row is there: what is sealed in it is bound to it. And no number twice, come what may.

A table gives no number again. A database that is put back to an earlier state does not know which ones it has given
since: buttons on phones carry them, and tombstones. So it goes on from where it cannot have been by now.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Table, text

from bot.db.tables import metadata

_GIVEN = "SELECT seq FROM sqlite_sequence WHERE name = ?"
_NEXT = text("SELECT nextval(pg_get_serial_sequence(:name, 'id')::regclass) FROM generate_series(1, :count)")
_A_SECOND = 100  # more than any table gives over a time: three times what Telegram lets a bot send
_LEAST = 1_000_000  # where nobody knows how much time is lost


def next_numbers(conn: Connection, table: str, count: int) -> list[int]:
    """The next numbers of a table, never given before; on SQLite they are free until this transaction ends."""
    if conn.dialect.name == "postgresql":
        return [int(row[0]) for row in conn.execute(_NEXT, {"name": table, "count": count})]
    # Straight to the driver, for it is asked with every row; whoever writes is alone.
    driver: Any = conn.connection.driver_connection
    row = driver.execute(_GIVEN, (table,)).fetchone()
    last = row[0] if row else 0
    return list(range(last + 1, last + count + 1))


def given(conn: Connection, tables: Iterable[Table]) -> dict[str, int]:
    """The last number that each table has given, which no later row may have again."""
    numbered = [each.name for each in tables if "id" in each.c]
    if conn.dialect.name == "sqlite":
        rows = conn.execute(text("SELECT name, seq FROM sqlite_sequence")).all()
        return {row.name: row.seq for row in rows if row.name in numbered}
    found = {}
    for name in numbered:
        sequence = conn.execute(text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": name}).scalar()
        if sequence is not None:
            row = conn.execute(text(f"SELECT last_value, is_called FROM {sequence}")).one()  # noqa: S608 - a name of the server's own
            if row.is_called:
                found[name] = row.last_value
    return found


def go_on_from(conn: Connection, numbers: dict[str, int]) -> None:
    """Each table's next number is the one after."""
    for name, last in numbers.items():
        if conn.dialect.name == "sqlite":
            conn.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": name})
            conn.execute(
                text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"), {"name": name, "seq": last}
            )
        else:
            setting = text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)")
            conn.execute(setting, {"name": name, "last": last})


def skip(conn: Connection, lost: timedelta, *, surely: bool = False) -> None:
    """Give no number that may have been given in the time that is `lost`, of which this database knows nothing.

    The step grows with that time, so two returns to the same state, one after the other, never meet. Where something is
    `surely` lost, or the clock says less than nothing, a million are skipped as well, or as many as were given before.
    """
    tables = metadata.sorted_tables
    last = {each.name: 0 for each in tables if "id" in each.c} | given(conn, tables)
    by_time = max(0, int(lost.total_seconds())) * _A_SECOND
    unknown = surely or lost < timedelta()
    if by_time or unknown:
        steps = {name: by_time + (max(_LEAST, number) if unknown else 0) for name, number in last.items()}
        go_on_from(conn, {name: number + steps[name] for name, number in last.items()})
