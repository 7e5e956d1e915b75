"""A note about a child that has not arrived within a day is forgotten, and its writer told."""

from bot.db.transaction import Tx
from bot.queries.school import worries as rows
from bot.services.school import worries

BATCH = 10


def run_once(tx: Tx) -> int:
    """How many were due."""
    due = rows.due(tx, BATCH)
    for note in due:
        worries.lose(tx, note.id)
    return len(due)
