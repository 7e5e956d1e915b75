"""Reminds a school of what nobody has answered, then tells the family so, each once."""

from functools import partial

from bot.db.transaction import Tx
from bot.queries.school import school_talks
from bot.services.school.talk_silences import go_on

BATCH = 20


def run_once(tx: Tx) -> int:
    """The next step where one is due; how many were."""
    return tx.each(school_talks.silent(tx, BATCH), partial(go_on, tx))
