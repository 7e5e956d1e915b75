"""Where the things that change stand on a person's phone, and since when."""

from datetime import datetime

from sqlalchemy import select

from bot.db.tables import card
from bot.db.transaction import Tx


def in_message(tx: Tx, person_id: int, message_id: int, begins: str) -> list[str]:
    """The names of a person's cards that stand in one message, as far as they begin alike."""
    same = card.c.person_id == person_id, card.c.message_id == message_id
    return [row.name for row in tx.all(select(card.c.name).where(*same)) if row.name.startswith(begins)]


def sent_at(tx: Tx, person_id: int, name: str) -> datetime | None:
    """Since when a person sees a card in its message."""
    found = tx.scalar(select(card.c.sent_at).where(card.c.person_id == person_id, card.c.name == name))
    return found if isinstance(found, datetime) else None
