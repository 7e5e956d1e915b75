"""What a unit of work is given: a connection, and one `now`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, CursorResult, Executable, Insert, Row, Select, Table, Update
from sqlalchemy.dialects import postgresql, sqlite

from bot import log
from bot.db.columns import keyring_of
from bot.db.crypto import Keyring
from bot.db.prepared import Prepared, Ran
from bot.db.row_numbers import next_numbers
from bot.db.sealing import form_of, in_its_row, in_row

T = TypeVar("T")


# The tables of what a unit may keep once it has read it: a person with many children reads each circle for each name,
# and whoever teaches a class reads whose it is, and its list, for each child.
_KEPT = {"child", "member", "class_room", "class_teacher", "staff", "school", "pupil"}

_log = log.get("transaction")


@dataclass(slots=True)
class Tx:
    """One transaction; `now` is fixed when it opens, and nothing in it may wait."""

    conn: Connection
    now: datetime
    woke: set[str] = field(default_factory=set)  # loops that have something to do once this is committed
    sure: bool = True  # nothing speaks against `now`; if not, nothing is erased or given away because time has passed
    careful: bool = False  # something has failed before: `each` keeps one item's failure from the others
    told: set[int] = field(default_factory=set)  # people for whom something has been put into the outbox
    numbers: dict[str, list[int]] = field(default_factory=dict)  # of each table, those that the next rows may have
    kept: dict[object, Any] = field(default_factory=dict)  # what was read of `_KEPT` and is so still: see `once`
    prepared: Prepared | None = None  # a shorter way to the database, where there is one

    @property
    def keyring(self) -> Keyring:
        """The keys of this installation, for look-ups by keyed hash."""
        return keyring_of(self.conn.dialect)

    @property
    def is_shared(self) -> bool:
        """Whether others may be at work on the same rows now; on SQLite one unit runs after the other."""
        return self.conn.dialect.name == "postgresql"

    def all(self, statement: Executable, values: Mapping[str, Any] | None = None) -> Sequence[Row[Any]]:
        """Every row that the statement returns; `values` fill a statement that was made beforehand."""
        return self._run(statement, values).all()

    def first(self, statement: Executable, values: Mapping[str, Any] | None = None) -> Row[Any] | None:
        """The first row, or none; `values` as in `all`."""
        return self._run(statement, values).first()

    def scalar(self, statement: Executable, values: Mapping[str, Any] | None = None) -> Any:
        """The first column of the first row, or none; `values` as in `all`."""
        return self._run(statement, values).scalar()

    def once(self, key: object, read: Callable[[], T]) -> T:
        """What `read` returns from the tables of `_KEPT` alone, read anew only where it may have changed since."""
        if key not in self.kept:
            self.kept[key] = read()
        found: T = self.kept[key]
        return found

    def change(self, statement: Executable, values: Mapping[str, Any] | None = None) -> int:
        """How many rows a conditional UPDATE or DELETE has changed; of an UPDATE, `values` may be columns to set."""
        if isinstance(statement, Update):
            statement, values = in_its_row(statement, values)
        return int(self._run(statement, values).rowcount)

    def change_each(self, statement: Update, many: Sequence[Mapping[str, Any]]) -> None:
        """As `change`, with each of several values that have the same names."""
        if self.prepared is None or self.prepared.run_many(statement, many) is None:
            self.conn.execute(statement, many)
        self._forget(statement)

    def each(self, items: Iterable[T], do: Callable[[T], object]) -> int:
        """Do it for every item; how many succeeded. Carefully, one that fails is rolled back alone and stays due."""
        done = 0
        for item in items:
            if not self.careful:
                do(item)
            elif not self._alone(item, do):
                continue
            done += 1
        return done

    def _alone(self, item: T, do: Callable[[T], object]) -> bool:
        try:
            with self.nested():
                do(item)
        except Exception as error:
            if self.conn.invalidated:
                raise
            number = item if isinstance(item, int) else getattr(item, "id", "")
            _log.error("row %s: %s; it stays due, and the others go on", number, type(error).__name__)
            return False
        return True

    @contextmanager
    def nested(self) -> Iterator[None]:
        """What is done within is undone alone when it raises."""
        try:
            with self.conn.begin_nested():
                yield
        except BaseException:
            self.kept.clear()
            raise

    def add(self, table: Table, **values: Any) -> int:  # each table has its own; its query knows them
        """Insert one row; its number (0 for tables that have none of their own)."""
        return self.put(table, _insert(table), values)

    def put(self, table: Table, insert: Insert, values: Mapping[str, Any]) -> int:
        """As `add`, by a statement that was made beforehand."""
        row = self._in_row(table, [values])[0]
        given = self._run(insert, row).inserted_primary_key
        number = row["id"] if "id" in row else given and given[0]
        return number if isinstance(number, int) else 0

    def add_once(
        self, table: Table, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]], **made: ColumnElement[Any]
    ) -> int:
        """Insert the rows that are not there yet; how many were new. `made` are columns that the database works out."""
        wanted = self._in_row(table, [rows] if isinstance(rows, Mapping) else rows)
        once = _insert_once(table, self.conn.dialect.name, **made)
        return sum(int(self._run(once, row).rowcount) for row in wanted)

    def add_all(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows that are alike, with one statement."""
        if rows:
            self.conn.execute(_insert(table), self._in_row(table, rows))
            self._forget(_insert(table))

    def _run(self, statement: Executable, values: Mapping[str, Any] | None) -> CursorResult[Any] | Ran:
        ran = None if self.prepared is None else self.prepared.run(statement, values)
        found = self.conn.execute(statement, values) if ran is None else ran
        self._forget(statement)
        return found

    def _forget(self, statement: Executable) -> None:
        """What a statement may have changed is read anew; where others write, too, all that may have waited."""
        if not self.kept:
            return
        if isinstance(statement, Select):
            waited = statement._for_update_arg is not None
            gone = waited and self.is_shared
        elif isinstance(statement, Insert | Update) and not self.is_shared:  # what is deleted takes others along
            gone = getattr(statement.table, "name", "") in _KEPT
        else:
            gone = True
        if gone:
            self.kept.clear()

    def _in_row(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
        """What is sealed is bound to its row, whose number must be known for that."""
        form = form_of(table)
        if form is None:
            return rows
        unnumbered = sum("id" not in each for each in rows) if form.numbered else 0
        numbers = iter(self._numbers(table.name, unnumbered) if unnumbered else ())
        return [
            in_row(form, {"id": next(numbers), **each} if form.numbered and "id" not in each else each) for each in rows
        ]

    def _numbers(self, table: str, count: int) -> list[int]:
        if self.is_shared:
            return next_numbers(self.conn, table, count)
        here = self.numbers.setdefault(table, [])
        first = here.pop() if here else next_numbers(self.conn, table, 1)[0]
        here.append(first + count)  # nobody else writes, so what follows the last one is free, too
        return list(range(first, first + count))


# Made once for each table: making a statement takes longer than running it.
@cache
def _insert(table: Table) -> Insert:
    return table.insert()


@cache
def _insert_once(table: Table, dialect: str, **made: ColumnElement[Any]) -> Insert:
    once = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    return (once.values(**made) if made else once).on_conflict_do_nothing()


Unit = Callable[[Tx], T]
