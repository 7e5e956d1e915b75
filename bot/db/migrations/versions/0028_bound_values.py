"""What is sealed is bound to its row as well as to its column: a copy in another row does not open."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.db.columns import keyring_of
from bot.errors import CannotDecrypt

revision = "0028"
down_revision = "0027"

# Each table with its keys, and what is sealed in it.
_SEALED = (
    ("check_in", ("id",), ("face",)),
    ("child", ("id",), ("call_name",)),
    ("class_room", ("id",), ("name",)),
    ("dialogue", ("person_id",), ("data",)),
    ("held_text", ("id",), ("payload", "dialogue")),
    ("illness", ("id",), ("what", "outcome")),
    ("illness_event", ("id",), ("data",)),
    ("inbox", ("id",), ("payload",)),
    ("invite", ("id",), ("for_whom",)),
    ("ladder", ("id",), ("steps", "told")),
    ("letter", ("id",), ("media",)),
    ("member", ("id",), ("called",)),
    ("notice", ("id",), ("body",)),
    ("notice_household", ("notice_id", "child_id"), ("answer",)),
    ("outbox", ("id",), ("payload",)),
    ("person", ("id",), ("name",)),
    ("promise", ("id",), ("words",)),
    ("report", ("id",), ("payload",)),
    ("roll_call", ("id",), ("absent",)),
    ("school", ("id",), ("name",)),
    ("school_word", ("id",), ("body",)),
    ("staff", ("id",), ("called",)),
)
_AT_ONCE = 500


def upgrade() -> None:
    for each in _SEALED:
        _seal_again(*each, bound=True)


def downgrade() -> None:
    for each in _SEALED:
        _seal_again(*each, bound=False)


def _seal_again(table: str, keys: tuple[str, ...], columns: tuple[str, ...], *, bound: bool) -> None:
    """Seal every value for its row, or only for its column again; an empty table needs no keys for that."""
    conn = op.get_bind()
    kinds: list[sa.ColumnClause[Any]] = [
        *(sa.column(each, sa.BigInteger) for each in keys),
        *(sa.column(each, sa.LargeBinary) for each in columns),
    ]
    rows = sa.table(table, *kinds)
    here = sa.tuple_(*(rows.c[each] for each in keys))
    same = [rows.c[each] == sa.bindparam(f"row_{each}") for each in keys]
    put = sa.update(rows).where(*same).values({each: sa.bindparam(f"new_{each}") for each in columns})
    query = sa.select(*rows.c).order_by(*(rows.c[each] for each in keys)).limit(_AT_ONCE)
    after = query
    while found := conn.execute(after).mappings().all():
        conn.execute(put, [_changed(conn, table, keys, columns, row, bound=bound) for row in found])
        after = query.where(here > sa.tuple_(*(found[-1][each] for each in keys)))


def _changed(
    conn: sa.Connection, table: str, keys: tuple[str, ...], columns: tuple[str, ...], row: Any, *, bound: bool
) -> dict[str, Any]:
    number = ":".join(str(row[each]) for each in keys)
    changed = {f"row_{each}": row[each] for each in keys}
    for each in columns:
        of_column, of_row = f"{table}.{each}".encode(), f"{table}.{each}:{number}".encode()
        was, becomes = (of_column, of_row) if bound else (of_row, of_column)
        changed[f"new_{each}"] = None if row[each] is None else _sealed(conn, bytes(row[each]), was, becomes)
    return changed


def _sealed(conn: sa.Connection, value: bytes, was: bytes, becomes: bytes) -> bytes:
    keyring = keyring_of(conn.dialect)
    try:
        return keyring.encrypt(keyring.decrypt(value, was), becomes)
    except CannotDecrypt:
        return value  # it could not be read before; with keys that are none of this database's, nothing is kept of this
