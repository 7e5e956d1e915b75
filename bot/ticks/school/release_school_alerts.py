"""Lets a teacher's alert leave by itself, 60 seconds after the first tap."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.school.school_illness import tell_card
from bot.domain.school.school_words import Word, WordKind
from bot.queries.school import school_words, schools
from bot.services.notifications import notify
from bot.services.school import school_illness

BATCH = 10


def run_once(tx: Tx) -> int:
    """Send what nobody has chosen further or taken back; how many were due."""
    return tx.each(school_words.due(tx, WordKind.ILL, BATCH), partial(_release, tx))


def _release(tx: Tx, word: Word) -> None:
    if school_illness.release(tx, word) and schools.my_class(tx, word.class_id, word.author_id):
        notify(tx, tell_card(word))
