"""Since when somebody cannot be reached."""

from sqlalchemy import update

from bot.db.tables import person
from bot.db.transaction import Tx


def note_lost(tx: Tx, person_id: int) -> bool:
    """Their phone is lost from now on; false when that was known."""
    there = person.c.id == person_id, person.c.unreachable_since.is_(None)
    return tx.change(update(person).where(*there).values(unreachable_since=tx.now)) == 1


def note_back(tx: Tx, person_id: int) -> bool:
    """They can be reached again; false when they always could."""
    lost = person.c.id == person_id, person.c.unreachable_since.is_not(None)
    return tx.change(update(person).where(*lost).values(unreachable_since=None)) == 1
