"""Numbers of messages, presses and updates count for one bot alone: under another they mean something else."""

from sqlalchemy import delete, update

from bot.db.columns import is_in
from bot.db.tables import card, inbox, outbox
from bot.db.transaction import Tx
from bot.delivery.states import OutboxState

# Below any number that Telegram gives, or that we give ourselves to an update that comes in once more.
_ASIDE = -(10**15)


def forget_messages(tx: Tx) -> None:
    """What stands on people's phones stays there; nothing of it is changed, taken away or answered any more.

    What waits leaves as a message of its own.
    """
    tx.change(delete(card))
    tx.change(update(outbox).where(outbox.c.message_id.is_not(None)).values(message_id=None))
    waits = is_in(outbox, OutboxState.PENDING, OutboxState.WAITING, OutboxState.SENDING)
    gone = {"state": OutboxState.CLEARED, "done_at": tx.now, "lease_until": None, "reason": "a press of another bot"}
    tx.change(update(outbox).where(waits, outbox.c.chat.is_(None)).values(**gone))
    for row in tx.all(outbox.select().with_only_columns(outbox.c.id, outbox.c.payload).where(waits)):
        if "edit" in row.payload:
            rest = {name: value for name, value in row.payload.items() if name != "edit"}
            tx.change(update(outbox).where(outbox.c.id == row.id).values(payload=rest))
    # Another bot counts its updates anew, and one that has a number of ours would be taken for one that came twice.
    tx.change(update(inbox).values(update_id=_ASIDE - inbox.c.id))
