"""Statements go straight to the driver: SQLAlchemy's own way takes longer than running them.

SQLAlchemy still says what the SQL is and what becomes of each value, once for all statements of one shape, which is its
own key of what it has compiled; only its bookkeeping for each execution is left out. Whatever is out of the ordinary
goes SQLAlchemy's way.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import BindParameter, Connection, Executable, Insert, Row, Select, TupleType
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.cache_key import CacheKey
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.types import TypeEngine

_Values = Mapping[str, Any]
_Process = Callable[[Any], Any]


class Ran:
    """What a statement has come to, as far as a unit of work asks for it; the names are SQLAlchemy's."""

    __slots__ = ("_cursor", "_plan")

    def __init__(self, cursor: Any, plan: "_Plan") -> None:
        self._cursor = cursor
        self._plan = plan

    def all(self) -> list[Row[Any]]:
        """Every row."""
        return [self._plan.row(each) for each in self._cursor.fetchall()]

    def first(self) -> Row[Any] | None:
        """The first row, or none."""
        found = self._cursor.fetchone()
        self._cursor.close()
        return None if found is None else self._plan.row(found)

    def scalar(self) -> Any:
        """The first column of the first row, or none."""
        found = self.first()
        return None if found is None else found[0]

    @property
    def rowcount(self) -> int:
        """How many rows it has changed."""
        return int(self._cursor.rowcount)

    @property
    def inserted_primary_key(self) -> tuple[int | None] | None:
        """The number that the database gave to a new row; none where it gives none."""
        return None if self._plan.number is None else (self._plan.number(self._cursor),)


class Prepared:
    """The statements of one connection that writes; `driver` is what runs them, by DBAPI's names."""

    def __init__(self, conn: Connection, driver: Any) -> None:
        self._driver = driver
        self._dialect = conn.dialect
        plans = _PLANS.get(conn.dialect)
        if plans is None:
            plans = _PLANS[conn.dialect] = WeakKeyDictionary(), {}
        self._known, self._shapes = plans

    def run(self, statement: Executable, values: _Values | None) -> Ran | None:
        """Run a statement with these values; none where SQLAlchemy is to do it."""
        found = self._found(statement, values)
        if found is None:
            return None
        plan, own = found
        sql, filled = plan.filled(values or {}, own)
        return self._ran(plan, self._driver.execute, sql, filled)

    def run_many(self, statement: Executable, many: Sequence[_Values]) -> Ran | None:
        """As `run`, with each of several values that have the same names."""
        found = self._found(statement, many[0])
        if found is None or found[0].lists:
            return None
        plan, own = found
        return self._ran(plan, self._driver.executemany, plan.sql, [plan.filled(each, own)[1] for each in many])

    def _ran(self, plan: "_Plan", do: Callable[[str, list[Any]], Any], sql: str, filled: list[Any]) -> Ran:
        try:
            return Ran(do(sql, filled), plan)
        except sqlite3.Error as error:
            # never with its values, which may be people's words
            raise DBAPIError.instance(plan.sql, None, error, sqlite3.Error, hide_parameters=True) from error

    def _found(self, statement: Executable, values: _Values | None) -> "_Found":
        plans = self._known.get(statement)
        if plans is None:
            plans = self._known[statement] = {}
        names = tuple(values or ())
        if names not in plans:
            plans[names] = self._alike(statement, names)
        return plans[names]

    def _alike(self, statement: Executable, names: tuple[str, ...]) -> "_Found":
        """How a statement of this shape is run, and what stands in the places of this one."""
        if not isinstance(statement, Select | UpdateBase):
            return None
        key = statement._generate_cache_key()
        if key is None:
            plan = _plan(statement, names, self._dialect)
            return None if plan is None else (plan, ())
        shape = key.key, names
        if shape not in self._shapes:
            if len(self._shapes) >= MOST_SHAPES:
                self._shapes.clear()
                self._known.clear()  # a plan holds the statement that it was made of
            self._shapes[shape] = _plan(statement, names, self._dialect, key)
        plan = self._shapes[shape]
        return None if plan is None else (plan, key.bindparams)


# About twice as many shapes as Homeline has.
MOST_SHAPES = 2_000

# How a statement is run, and what it brings along for its own places; none where SQLAlchemy is to run it.
_Found = tuple["_Plan", Sequence[BindParameter[Any]]] | None
_Plans = tuple[
    # A statement that nobody else holds is forgotten.
    WeakKeyDictionary[Executable, dict[tuple[str, ...], _Found]],
    # By shape, and by the names of what is given beside it.
    dict[tuple[Any, tuple[str, ...]], "_Plan | None"],
]
# By the dialect that reads and writes their values.
_PLANS: WeakKeyDictionary[Dialect, _Plans] = WeakKeyDictionary()


class _Bound(NamedTuple):
    """One place of a statement that is filled in: by the value of this name, or else by its own or by this one."""

    name: str
    process: _Process | None
    own: int | None  # its place among what a statement of this shape brings along
    otherwise: Any
    required: bool
    is_list: bool


# From the cursor of a statement that has added a row.
_Number = Callable[[Any], int | None]
_last: _Number = attrgetter("lastrowid")


def _returned(cursor: Any) -> int | None:
    found = cursor.fetchone()
    return None if found is None else int(found[0])


class _Plan:
    """How one statement is run with values of these names."""

    def __init__(
        self,
        compiled: SQLCompiler,
        bound: Sequence[_Bound],
        columns: Sequence[tuple[str, _Process | None]],
        number: _Number | None,
    ) -> None:
        self._compiled = compiled
        self._bound = bound
        self.sql = compiled.string
        self.lists = any(each.is_list for each in bound)
        self.number = number
        self._expanded: dict[tuple[int, ...], str] = {}
        self._names = SimpleResultMetaData([name for name, _process in columns])
        processes: list[Any] = [process for _name, process in columns]
        self._processes = processes if any(processes) else None

    def row(self, data: Sequence[Any]) -> Row[Any]:
        """A row as SQLAlchemy gives it."""
        return Row(self._names, self._processes, self._names._key_to_index, data)

    def filled(self, values: _Values, given: Sequence[BindParameter[Any]] = ()) -> tuple[str, list[Any]]:
        """The SQL, and what stands in its places; `given` is what a statement of this shape brings along."""
        filled: list[Any] = []
        lengths: list[int] = []
        for name, process, own, otherwise, required, is_list in self._bound:
            value: Any = otherwise
            if name in values or required:
                value = values[name]
            elif own is not None:
                value = given[own].value
            if is_list:
                lengths.append(len(value))
                filled += value if process is None else map(process, value)
            else:
                filled.append(value if process is None else process(value))
        return (self._with_lists(tuple(lengths), values, given) if lengths else self.sql), filled

    def _with_lists(self, lengths: tuple[int, ...], values: _Values, given: Sequence[BindParameter[Any]]) -> str:
        if lengths not in self._expanded:
            own = {each.name: given[each.own].value for each in self._bound if each.own is not None}
            self._expanded[lengths] = self._compiled.construct_expanded_state({**own, **values}).statement
        return self._expanded[lengths]


def _plan(
    statement: Select[Any] | UpdateBase, names: Sequence[str], dialect: Dialect, shape: CacheKey | None = None
) -> _Plan | None:
    compiled = statement.compile(dialect=dialect, column_keys=list(names), cache_key=shape)
    own = _own(compiled, shape)
    if compiled.literal_execute_params:
        return None
    ours = {each.key: each.default for each in (*compiled.insert_prefetch, *compiled.update_prefetch)}
    returned = [each.name for each in compiled.implicit_returning or ()]
    if returned not in ([], ["id"]) or any(each is None or not each.is_scalar for each in ours.values()):
        return None
    bound = []
    for bind in _places(compiled, dialect):
        if isinstance(bind.type, TupleType) or bind.callable is not None:
            return None
        default = ours.get(bind.key)
        otherwise = bind.value if default is None else default.arg  # type: ignore[attr-defined] # as is_scalar says
        process = _binds(bind.type, dialect)
        bound.append(_Bound(bind.key, process, own.get(bind.key), otherwise, bind.required, bind.expanding))
    columns = [(str(name), _reads(each.type, dialect)) for name, each in statement.exported_columns.items()]
    has_last = isinstance(statement, Insert) and "id" in statement.table.c and not dialect.is_async
    return _Plan(compiled, bound, columns, _returned if returned else _last if has_last else None)


def _places(compiled: SQLCompiler, dialect: Dialect) -> list[BindParameter[Any]]:
    """What is filled in, in its order; where places are numbered, lists come last, as SQLAlchemy expands them."""
    places = [compiled.binds[name] for name in compiled.positiontup or ()]
    return sorted(places, key=lambda each: each.expanding) if dialect.paramstyle.startswith("numeric") else places


def _own(compiled: SQLCompiler, shape: CacheKey | None) -> dict[str, int]:
    """Which of the values that a statement of this shape brings along stands where, by the names of the places."""
    if shape is None:
        return {}
    (places, _more) = compiled._cache_key_bind_match  # type: ignore[misc] # it is there where a key was given
    return {bind.key: number for number, each in enumerate(shape.bindparams) for bind in places[each]}


def _binds(kind: TypeEngine[Any], dialect: Dialect) -> _Process | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _reads(kind: TypeEngine[Any], dialect: Dialect) -> _Process | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
