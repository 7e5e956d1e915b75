"""After a silence: open questions are asked again, and people are told where what they sent may be lost."""

from dataclasses import replace
from functools import partial

from bot.domain.check_ins import card_of, tell_asked
from bot.domain.silence import STEPS, Silence, tell_gap
from bot.storage import circles, outbox, silences
from bot.storage import illness as illnesses
from bot.storage.tellings import tell
from bot.storage.transaction import Tx

BATCH = 10


def run_once(tx: Tx) -> int:
    """Mend a batch of what one silence has broken; how much was looked at, and whether a step came to its end."""
    silence = silences.current(tx)
    if silence is None:
        return 0
    found = silences.concerned(tx, silence, BATCH)
    tx.each(found, partial(_mend, tx, silence))
    silences.keep(tx, replace(silence, after=found[-1]) if found else silence.next())
    return len(found) + 1


def _mend(tx: Tx, silence: Silence, number: int) -> None:
    if silence.step == STEPS[0]:
        _ask_how_the_child_is(tx, silence, number)
    elif silence.step == STEPS[1]:
        _ask_again(tx, number)
    else:
        tell(tx, [tell_gap(silence, number)])


def _ask_how_the_child_is(tx: Tx, silence: Silence, illness_id: int) -> None:
    """Where the last thing that happened is our question, its answer may have been pressed in vain."""
    happened = illnesses.events(tx, illness_id)
    if happened and happened[-1].what == "asked" and happened[-1].at < silence.end:
        illnesses.change(tx, illness_id, "open", ask_at=tx.now)


def _ask_again(tx: Tx, child_id: int) -> None:
    circle = circles.get(tx, child_id)
    if circle is None:
        return
    for each in circle.askable(tx.now):
        outbox.forget_card(tx, each.person_id, card_of(child_id))
    tell(tx, tell_asked(circle, tx.now))
