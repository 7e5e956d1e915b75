"""A crisis, an illness, an absence, separate lines: which it is and who tells of it needs the keys."""

import secrets
from collections.abc import Callable
from functools import partial
from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.db import veil_key
from bot.db.columns import keyring_of
from bot.errors import CannotDecrypt

revision = "0029"
down_revision = "0028"

Making = Callable[[sa.Connection, Any], Any]  # from a row's number, `id`, and what lies there, `value`; none: leave it

_AT_ONCE = 500
# What changes its form and keeps its name: table, column, how it lay, and how long each of its words is made.
_WORDS: tuple[tuple[str, str, Any, int], ...] = (
    ("held_text", "about", sa.String(10), 10),
    ("held_text", "choice", sa.String(8), 8),
    ("crisis_event", "about", sa.String(10), 10),
    ("illness_event", "what", sa.String(12), 12),
    ("school_word", "answer", sa.String(8), 8),
    ("child", "separate_lines", sa.Boolean(), 1),
    ("person", "hushed_until", sa.BigInteger(), 1),
    ("dialogue", "state", sa.String(40), 20),
    ("audit", "action", sa.String(24), 24),
)
_EMPTY = ("held_text.about", "crisis_event.about", "illness_event.what", "dialogue.state", "audit.action")
_REQUIRED = {**dict.fromkeys(_EMPTY, ""), "child.separate_lines": "0"}
# The messages in which something is said, known by what it is about.
_NAMES = (("card", "name"), ("outbox", "card"), ("outbox", "merge"))
# Who it was: table, column, and the column that says it to nobody without keys.
_PEOPLE = (
    ("illness", "opened_by", "reporter"),
    ("illness", "caller_id", "caller"),
    ("illness_event", "person_id", "teller"),
    ("school_word", "answered_by", "answerer"),
)
_FOUND_BY = (("illness", "reporter"), ("illness_event", "teller"))
_OF_AN_ABSENCE = ("class_id", "child_id", "day")
_BIG, _BYTES = sa.BigInteger(), sa.LargeBinary()


def upgrade() -> None:
    for table, column, kind, size in _WORDS:
        op.add_column(table, sa.Column("sealed_now", _BYTES, nullable=True))
        _fill(table, column, kind, "sealed_now", partial(_seal, about=f"{table}.{column}", size=size))
        op.drop_column(table, column)
        op.execute(f"ALTER TABLE {table} RENAME COLUMN sealed_now TO {column}")
    for table, column, veiled in _PEOPLE:
        op.add_column(table, sa.Column(veiled, _BIG, nullable=True))
        _fill(table, column, _BIG, veiled, partial(_veil, about=f"{table}.{veiled}"))
        op.execute(sa.update(sa.table(table, sa.column(column))).values({column: None}))
    for table, column in _NAMES:
        if op.get_bind().dialect.name == "postgresql":
            op.alter_column(table, column, type_=sa.String(120))
        _rename(table, column, partial(_named, about=f"{table}.{column}"))
    for table, veiled in _FOUND_BY:
        there = sa.text(f"{veiled} IS NOT NULL")
        op.create_index(f"ix_{table}_{veiled}", table, [veiled], sqlite_where=there, postgresql_where=there)
    op.add_column("school_word", sa.Column("kind", _BYTES, nullable=True))
    op.add_column("school_word", sa.Column("once", sa.LargeBinary(33), nullable=True))
    _fill("school_word", "what", sa.String(), "kind", partial(_seal, about="school_word.kind", size=8))
    _fill("school_word", "what", sa.String(), "once", _once)
    op.create_index("uq_school_word_once", "school_word", ["once"], unique=True)
    op.execute("UPDATE school_word SET what = 'good'")


def downgrade() -> None:
    op.drop_index("uq_school_word_once", "school_word")
    op.drop_column("school_word", "once")
    _fill("school_word", "kind", _BYTES, "what", partial(_open, about="school_word.kind", kind=sa.String()))
    op.drop_column("school_word", "kind")
    for table, veiled in _FOUND_BY:
        op.drop_index(f"ix_{table}_{veiled}", table)
    for table, column, veiled in _PEOPLE:
        _fill(table, veiled, _BIG, column, partial(_unveil, about=f"{table}.{veiled}"))
        op.drop_column(table, veiled)
    for table, column in _NAMES:
        _rename(table, column, partial(_named_again, about=f"{table}.{column}"))
    for table, column, kind, _size in _WORDS:
        required = _REQUIRED.get(f"{table}.{column}")
        op.add_column(table, sa.Column("open_now", kind, nullable=required is None, server_default=required))
        _fill(table, column, _BYTES, "open_now", partial(_open, about=f"{table}.{column}", kind=kind))
        op.drop_column(table, column)
        op.execute(f"ALTER TABLE {table} RENAME COLUMN open_now TO {column}")


def _fill(table: str, column: str, kind: Any, to: str, make: Making) -> None:
    """Put into a column what follows from another; an empty table needs no keys for that."""
    conn, last = op.get_bind(), 0
    more: list[sa.ColumnClause[Any]] = [sa.column(each) for each in (_OF_AN_ABSENCE if table == "school_word" else ())]
    key = sa.column("person_id" if table == "dialogue" else "id", _BIG)
    there = {to: sa.column(to), column: sa.column(column, kind)}
    rows = sa.table(table, key, *there.values(), *more)
    query = sa.select(key.label("id"), rows.c[column].label("value"), *more).where(rows.c[column].is_not(None))
    put = sa.update(rows).where(key == sa.bindparam("row")).values({to: sa.bindparam("made")})
    while found := conn.execute(query.where(key > last).order_by(key).limit(_AT_ONCE)).all():
        veil_key.load(conn)
        made = [{"row": each.id, "made": value} for each in found if (value := make(conn, each)) is not None]
        if made:
            conn.execute(put, made)
        last = found[-1].id


def _rename(table: str, column: str, make: Making) -> None:
    """Put another name for each; where the name is a part of the key, person by person."""
    if table != "card":
        _fill(table, column, sa.String(), column, make)
        return
    conn, last = op.get_bind(), 0
    rows = sa.table(table, sa.column("person_id", _BIG), sa.column(column, sa.String()))
    whose, name = rows.c.person_id, rows.c[column]
    same = whose == sa.bindparam("whose"), name == sa.bindparam("was")
    put = sa.update(rows).where(*same).values({column: sa.bindparam("becomes")})
    people = sa.select(whose).distinct().order_by(whose).limit(_AT_ONCE)
    while numbers := conn.execute(people.where(whose > last)).scalars().all():
        veil_key.load(conn)
        found = conn.execute(sa.select(whose, name.label("value")).where(whose.in_(numbers))).all()
        conn.execute(put, [{"whose": row[0], "was": row.value, "becomes": make(conn, row)} for row in found])
        last = numbers[-1]


def _named(conn: sa.Connection, row: Any, *, about: str) -> str:
    return keyring_of(conn.dialect).name_veil(about).hide(row.value)


def _named_again(conn: sa.Connection, row: Any, *, about: str) -> str:
    try:
        return keyring_of(conn.dialect).name_veil(about).show(row.value)
    except CannotDecrypt:
        return str(row.value)


def _seal(conn: sa.Connection, row: Any, *, about: str, size: int) -> bytes:
    text = str(int(row.value)) if isinstance(row.value, bool) else str(row.value)
    return keyring_of(conn.dialect).encrypt(text.ljust(size).encode(), f"{about}:{row.id}".encode())


def _open(conn: sa.Connection, row: Any, *, about: str, kind: Any) -> Any:
    try:
        text = keyring_of(conn.dialect).decrypt(bytes(row.value), f"{about}:{row.id}".encode()).decode().rstrip()
    except CannotDecrypt:
        return None
    if isinstance(kind, sa.Boolean):
        return text == "1"
    return int(text) if isinstance(kind, sa.BigInteger) else text


def _veil(conn: sa.Connection, row: Any, *, about: str) -> int:
    return keyring_of(conn.dialect).veil(about).hide(row.value)


def _unveil(conn: sa.Connection, row: Any, *, about: str) -> int | None:
    number = keyring_of(conn.dialect).veil(about).show(row.value)
    there = sa.text("SELECT id FROM person WHERE id = :number").bindparams(number=number)
    return conn.execute(there).scalar()


def _once(conn: sa.Connection, row: Any) -> bytes:
    """Of an absence its class, child and day; of everything else a number that nobody else has."""
    absent = f"absent {row.class_id} {row.child_id} {row.day}"
    return keyring_of(conn.dialect).look_up(absent if row.value == "absent" else secrets.token_hex())
