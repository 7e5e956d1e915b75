"""A backup poured out on trial: each row goes into its table with its checks, is read again, and makes room.

What stays are the keys to which other rows point, so that a trial takes little room however large the database is.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, ForeignKeyConstraint, MetaData, Table

from bot.db import dump
from bot.db.dump import Advance, Sums
from bot.errors import BackupUnreadable

# Indexes that only serve a search: nobody searches here.
_NO_CHECKS = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX %'"


def try_out(conn: Connection, lines: Iterable[bytes], advance: Advance) -> None:
    """Pour lines into an empty SQLite database and let go of them. Raises BackupUnreadable where they do not fit."""
    dump.pour(conn, lines, advance, into=_Shedding)


class _Shedding:
    """Where rows go that are only tried."""

    def __init__(self, conn: Connection, schema: MetaData) -> None:
        self._conn = conn
        self._schema = schema
        for name in conn.exec_driver_sql(_NO_CHECKS).scalars().all():
            self._do(f'DROP INDEX "{name}"')
        self._sums = dump.Adding()
        references = [each for table in schema.sorted_tables for each in _references(table)]
        kept = dict.fromkeys((_to(each), _columns_there(each)) for each in references)
        self._kept = {key: f"kept_{number}" for number, key in enumerate(kept)}
        self._wanted = [(each, f"wanted_{number}") for number, each in enumerate(references)]
        for reference, name in self._wanted:
            self._keep(self._kept[_to(reference), _columns_there(reference)], reference)
            self._keep(name, reference)

    def take(self, table: Table) -> None:
        """The rows that have just come into a table."""
        self._sums.add(self._conn, table)
        for (there, columns), name in self._kept.items():
            if there == table.name:
                self._do(f"INSERT INTO {name} SELECT {', '.join(columns)} FROM {_quoted(table.name)}")  # noqa: S608 - names of our own tables
        for reference, name in self._wanted:
            if reference.table is table:
                self._want(reference, name)
        self._do(f"DELETE FROM {_quoted(table.name)}")  # noqa: S608 - as above

    def sums(self) -> Sums:
        """What came; every row's key was there. Raises BackupUnreadable."""
        for reference, name in self._wanted:
            kept = self._kept[_to(reference), _columns_there(reference)]
            if self._conn.exec_driver_sql(f"SELECT * FROM {name} EXCEPT SELECT * FROM {kept} LIMIT 1").first():  # noqa: S608 - as above
                words = f"Rows of {reference.table.name} belong to rows of {_to(reference)} that are not there."
                raise BackupUnreadable(f"{words} Nothing was kept.")
        return self._sums.of(self._schema)

    def _want(self, reference: ForeignKeyConstraint, name: str) -> None:
        """Only what has not come yet is remembered: most rows come after those to which they belong."""
        here = [_quoted(each.name) for each in reference.columns]
        kept = self._kept[_to(reference), _columns_there(reference)]
        there = " AND ".join(f"kept.k{number} = here.{each}" for number, each in enumerate(here))
        whole = " AND ".join(f"here.{each} IS NOT NULL" for each in here)
        self._do(
            f"INSERT OR IGNORE INTO {name} SELECT {', '.join(here)} FROM {_quoted(reference.table.name)} AS here "  # noqa: S608 - as above
            f"WHERE {whole} AND NOT EXISTS (SELECT 1 FROM {kept} AS kept WHERE {there})"
        )

    def _keep(self, name: str, reference: ForeignKeyConstraint) -> None:
        """A table of keys, of the types that they have: SQLite finds no key by its index among those of no type."""
        types = [each.column.type.compile(self._conn.dialect) for each in reference.elements]
        keys = [f"k{number}" for number in range(len(types))]
        columns = ", ".join(f"{key} {of}" for key, of in zip(keys, types, strict=True))
        self._do(f"CREATE TABLE IF NOT EXISTS {name} ({columns}, PRIMARY KEY ({', '.join(keys)})) WITHOUT ROWID")

    def _do(self, statement: str) -> None:
        self._conn.exec_driver_sql(statement)


def _references(table: Table) -> list[ForeignKeyConstraint]:
    return sorted(table.foreign_key_constraints, key=lambda each: [column.name for column in each.columns])


def _to(reference: ForeignKeyConstraint) -> str:
    return reference.referred_table.name


def _columns_there(reference: ForeignKeyConstraint) -> tuple[str, ...]:
    return tuple(_quoted(each.column.name) for each in reference.elements)


def _quoted(name: str) -> str:
    return f'"{name}"'
