"""Where a card is on its way to one person."""

from sqlalchemy import bindparam, select

from bot.db.columns import is_still
from bot.db.tables import outbox
from bot.db.transaction import Tx
from bot.delivery import cards
from bot.delivery.states import OutboxState

# Made once: each look at a card asks for one of them.
_HERE = outbox.c.person_id == bindparam("person"), outbox.c.card == bindparam("card")
_COMING = is_still(outbox, OutboxState.WAITING, OutboxState.PENDING, OutboxState.SENDING)
_ON_ITS_WAY = select(outbox.c.state, outbox.c.payload).where(*_HERE, _COMING).limit(1)
_GIVEN_UP = select(outbox.c.id).where(*_HERE, is_still(outbox, OutboxState.DISCARDED, OutboxState.UNKNOWN)).limit(1)


def state_of(tx: Tx, person_id: int, name: str) -> str:
    """Where it stands: arrived, or as `on_its_way`."""
    return "arrived" if cards.message_of(tx, person_id, name) is not None else on_its_way(tx, person_id, name)


def on_its_way(tx: Tx, person_id: int, name: str) -> str:
    """Coming, waits for a phone out of reach, kept until voices are let in; or nothing of it is there."""
    found = tx.first(_ON_ITS_WAY, {"person": person_id, "card": name})
    if found is None:
        return ""
    coming = "kept" if "voiceless" in found.payload else "coming"
    return "waits" if found.state == OutboxState.WAITING else coming


def was_given_up(tx: Tx, person_id: int, name: str) -> bool:
    """Whether Telegram did not take it for them, however often it was tried."""
    return tx.first(_GIVEN_UP, {"person": person_id, "card": name}) is not None
