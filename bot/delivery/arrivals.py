"""Where a card is on its way to one person."""

from sqlalchemy import select

from bot.db.columns import is_still
from bot.db.tables import outbox
from bot.db.transaction import Tx
from bot.delivery import cards
from bot.delivery.states import OutboxState


def state_of(tx: Tx, person_id: int, name: str) -> str:
    """Where it stands: arrived, or as `on_its_way`."""
    return "arrived" if cards.message_of(tx, person_id, name) is not None else on_its_way(tx, person_id, name)


def on_its_way(tx: Tx, person_id: int, name: str) -> str:
    """Coming, waits for a phone out of reach, kept until voices are let in; or nothing of it is there."""
    states = is_still(outbox, OutboxState.WAITING, OutboxState.PENDING, OutboxState.SENDING)
    mine = outbox.c.person_id == person_id, outbox.c.card == name
    found = tx.first(select(outbox.c.state, outbox.c.payload).where(*mine, states).limit(1))
    if found is None:
        return ""
    coming = "kept" if "voiceless" in found.payload else "coming"
    return "waits" if found.state == OutboxState.WAITING else coming


def was_given_up(tx: Tx, person_id: int, name: str) -> bool:
    """Whether Telegram did not take it for them, however often it was tried."""
    mine = outbox.c.person_id == person_id, outbox.c.card == name
    ended = is_still(outbox, OutboxState.DISCARDED, OutboxState.UNKNOWN)
    return tx.first(select(outbox.c.id).where(*mine, ended).limit(1)) is not None
