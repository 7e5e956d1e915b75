"""How sends ended, many at once: in one statement they cost hardly more than one."""

from collections.abc import Sequence

from sqlalchemy import bindparam, update

from bot.storage.columns import is_in
from bot.storage.outbox import Row
from bot.storage.tables import outbox
from bot.storage.transaction import Tx

_SENT = update(outbox).where(
    outbox.c.id == bindparam("key"), is_in(outbox, "sending"), outbox.c.attempt == bindparam("counts")
)


def sent(tx: Tx, ended: Sequence[tuple[Row, int | None]]) -> None:
    """These have become messages; an attempt that no longer counts changes nothing."""
    same = {"state": "sent", "done_at": tx.now, "lease_until": None}
    tx.conn.execute(_SENT, [{"key": row.id, "counts": row.attempt, "message_id": said, **same} for row, said in ended])
