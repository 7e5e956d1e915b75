"""Tells those who come next while a check-in stays unanswered."""

from functools import partial

from bot.domain.ladders import Ladder, climb
from bot.storage import circles, ladders, people
from bot.storage.tellings import tell
from bot.storage.transaction import Tx

BATCH = 10


def run_once(tx: Tx) -> int:
    """Climb every ladder whose next step is due; how many there were."""
    due = ladders.due(tx, BATCH)
    return tx.each(due, partial(_climb, tx))


def _climb(tx: Tx, ladder: Ladder) -> None:
    circle = circles.get(tx, ladder.child_id)
    assert circle is not None
    reachable = {each for each in ladder.steps[ladder.step].people if people.get(tx, each).reachable}
    tells = climb(ladder, circle, reachable)
    following = ladder.steps[ladder.step + 1 :]
    next_at = tx.now + following[0].after if following else None
    if ladders.advance(tx, ladder, [each.to for each in tells], next_at):
        tell(tx, tells)
