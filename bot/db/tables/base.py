"""What every table is made of."""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, MetaData

from bot.db.columns import Key, Veiled

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def own_key() -> Column[int]:
    """The row's own number."""
    return Column("id", Key, primary_key=True, autoincrement=True)


def foreign_key(name: str, to: str, *, required: bool = True) -> Column[int]:
    """A reference to another table's row."""
    return Column(name, Key, ForeignKey(f"{to}.id", ondelete="CASCADE"), nullable=not required)


def veiled_person(table: str, name: str) -> Column[int]:
    """A person, found by their number, of whom nobody sees without the keys who it is."""
    return Column(name, Veiled(f"{table}.{name}"), info={"refers": "person"})


def index_where_set(column: "Column[Any]") -> None:
    """An index of the rows in which `column` has a value; it finds what refers to a row that is deleted, too."""
    there = column.is_not(None)
    Index(f"ix_{column.table.name}_{column.name}", column, sqlite_where=there, postgresql_where=there)
