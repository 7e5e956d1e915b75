"""A file without its keys says of nobody which Telegram account is theirs."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

from bot.db import veil_key
from bot.db.columns import keyring_of
from bot.db.veil import Veil

revision = "0027"
down_revision = "0026"

_COLUMNS = (("person", "telegram_id"), ("inbox", "chat"), ("outbox", "chat"))
_AT_ONCE = 500


def upgrade() -> None:
    for table, column in _COLUMNS:
        _change(table, column, lambda veil, number: veil.hide(number))


def downgrade() -> None:
    for table, column in _COLUMNS:
        _change(table, column, lambda veil, veiled: veil.show(veiled))
    op.execute("DELETE FROM installation WHERE name = 'veil_key'")


def _change(table: str, column: str, way: Callable[[Veil, int], int]) -> None:
    """Put for each number what stands for it, or the number itself; an empty table needs no keys for that."""
    conn, last = op.get_bind(), 0
    rows = sa.table(table, sa.column("id", sa.BigInteger), sa.column(column, sa.BigInteger))
    number = rows.c[column]
    next_ones = sa.select(rows.c.id, number).where(number.is_not(None), rows.c.id > sa.bindparam("last"))
    put = sa.update(rows).where(rows.c.id == sa.bindparam("row")).values({column: sa.bindparam("new")})
    while found := conn.execute(next_ones.order_by(rows.c.id).limit(_AT_ONCE), {"last": last}).all():
        veil_key.load(conn)
        veil = keyring_of(conn.dialect).veil(f"{table}.{column}")
        conn.execute(put, [{"row": each[0], "new": way(veil, each[1])} for each in found])
        last = found[-1][0]
