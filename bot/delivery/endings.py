"""How sends ended, many at once: in one statement they cost hardly more than one."""

from collections.abc import Sequence

from sqlalchemy import bindparam, update

from bot.db.columns import is_in
from bot.db.tables import outbox
from bot.db.transaction import Tx
from bot.delivery.outbox import Row

_SENT = update(outbox).where(
    outbox.c.id == bindparam("key"), is_in(outbox, "sending"), outbox.c.attempt == bindparam("counts")
)


def sent(tx: Tx, ended: Sequence[tuple[Row, int | None]]) -> None:
    """These have become messages; an attempt that no longer counts changes nothing."""
    same = {"state": "sent", "done_at": tx.now, "lease_until": None}
    tx.conn.execute(_SENT, [{"key": row.id, "counts": row.attempt, "message_id": said, **same} for row, said in ended])
