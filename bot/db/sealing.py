"""Which row a sealed value is written in: it is bound to it, so that a copy in another row does not open."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Column, Table, Update
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import BinaryExpression, BindParameter, BooleanClauseList, ColumnElement

from bot.db.columns import EncryptedText, InRow


class Form(NamedTuple):
    """What of a table's rows is sealed, by which columns a row is known, and whether it has a number of its own."""

    sealed: tuple[str, ...]
    keys: tuple[str, ...]
    numbered: bool


@cache
def sealed_columns(table: Table) -> tuple["Column[Any]", ...]:
    """The sealed columns of a table."""
    return tuple(each for each in table.c if isinstance(each.type, EncryptedText))


@cache
def form_of(table: Table) -> Form | None:
    """None where nothing is sealed."""
    sealed = tuple(each.name for each in sealed_columns(table))
    return Form(sealed, tuple(each.name for each in table.primary_key), "id" in table.c) if sealed else None


def row_of(keys: Iterable[object]) -> str:
    """A row as its sealed values know it."""
    return ":".join(map(str, keys))


def in_row(form: Form, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a new row, the sealed ones bound to it."""
    return _bound(form, values, values)


def in_its_row(change: Update, values: Mapping[str, Any] | None) -> tuple[Update, Mapping[str, Any] | None]:
    """An UPDATE of one row, and the values that fill it, what is sealed bound to the row that it names.

    One that names no row is left as it is: what is sealed in it will not be written.
    """
    table = change.table
    form = form_of(table) if isinstance(table, Table) else None
    if form is None:
        return change, values
    said = {name: value for name, value in _said(change) if name in form.sealed}
    given = {name: values[name] for name in form.sealed if values and name in values}
    if all(each is None for each in (*said.values(), *given.values())):
        return change, values
    keys = _named(change, values or {})
    if len(keys) != len(form.keys):
        return change, values
    if said:
        change = change.values(_bound(form, keys, said))
    return change, {**(values or {}), **_bound(form, keys, given)} if given else values


def _bound(form: Form, keys: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    row = row_of([keys[each] for each in form.keys])
    bound = dict(values)
    for name in form.sealed:
        if bound.get(name) is not None:
            bound[name] = InRow(row, bound[name])
    return bound


def _said(change: Update) -> Iterable[tuple[str, Any]]:
    """The values of its own that an UPDATE sets."""
    said: Mapping[Any, Any] = change._values or {}
    found = ((getattr(column, "name", column), value) for column, value in said.items())
    return [(name, value.value) for name, value in found if isinstance(value, BindParameter)]


def _named(change: Update, values: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of the row that an UPDATE looks for."""
    found = {}
    for each in _conditions(change.whereclause):
        if (
            isinstance(each, BinaryExpression)
            and each.operator is operators.eq
            and isinstance(each.right, BindParameter)
        ):
            column, wanted = each.left, each.right
            if isinstance(column, Column) and column.primary_key and column.table is change.table:
                found[column.name] = values.get(wanted.key, wanted.value)
    return found


def _conditions(where: "ColumnElement[Any] | None") -> "Iterable[ColumnElement[Any]]":
    if isinstance(where, BooleanClauseList) and where.operator is operators.and_:
        return [condition for each in where.clauses for condition in _conditions(each)]
    return [] if where is None else [where]
