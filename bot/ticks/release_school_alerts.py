"""Lets a teacher's alert leave by itself, 60 seconds after the first tap."""

from bot.domain.school_illness import tell_card
from bot.storage import school_illness, school_words
from bot.storage.tellings import tell
from bot.storage.transaction import Tx

BATCH = 20


def run_once(tx: Tx) -> int:
    """Send what nobody has chosen further or taken back; how many alerts left."""
    left = 0
    for each in school_words.due(tx, "ill", BATCH):
        if school_illness.release(tx, each):
            tell(tx, tell_card(each))
            left += 1
    return left
