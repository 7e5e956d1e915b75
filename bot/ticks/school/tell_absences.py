"""Tells the parents that a child is not in class when home has not answered for half an hour."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.school.school_words import WordKind
from bot.queries.school import school_words
from bot.services.school import absences

BATCH = 10


def run_once(tx: Tx) -> int:
    """Tell where it is time; how many were due."""
    return tx.each(school_words.due(tx, WordKind.ABSENT, BATCH), partial(absences.tell_unanswered, tx))
