"""Tells the next that a child is not in class while nobody says where it is: parents, teacher, lead, who is near."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.school.school_words import WordKind
from bot.queries.school import school_words
from bot.services.school import absences

BATCH = 10


def run_once(tx: Tx) -> int:
    """Tell where it is time; how many were due."""
    return tx.each(school_words.due(tx, WordKind.ABSENT, BATCH), partial(absences.climb, tx))
