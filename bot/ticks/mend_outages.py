"""After an outage: open questions are asked again, and people are told where what they sent may be lost."""

from collections.abc import Callable
from dataclasses import replace

from bot.db.transaction import Tx
from bot.domain.daily.check_ins import tell_asked
from bot.domain.illness.illnesses import Happening, IllnessState
from bot.domain.outages import Outage, tell_gap
from bot.queries import outages as outage_rows
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.services import outages
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Mend a batch of what one outage has broken; how much was looked at, and whether a step came to its end."""
    outage = outage_rows.current(tx)
    if outage is None:
        return 0
    found = outage_rows.concerned(tx, outage, BATCH)
    mend = _MEND[outage.step]
    tx.each(found, lambda number: mend(tx, outage, number))
    outage_rows.keep(tx, replace(outage, after=found[-1]) if found else outage.next())
    return len(found) + 1


def _tell_gap(tx: Tx, outage: Outage, person_id: int) -> None:
    notify(tx, [tell_gap(outage, person_id)])


def _ask_how_the_child_is(tx: Tx, outage: Outage, illness_id: int) -> None:
    """Where the last thing that happened is our question, its answer may have been pressed in vain."""
    if outage.restored:
        outages.ask_at_home(tx, outage, illness_id)
        return
    happened = illnesses.events(tx, illness_id)
    if happened and happened[-1].what == Happening.ASKED and happened[-1].at < outage.end:
        illnesses.change(tx, illness_id, IllnessState.OPEN, ask_at=tx.now)


def _ask_again(tx: Tx, _outage: Outage, child_id: int) -> None:
    circle = circles.get(tx, child_id)
    if circle is None:
        return
    notify(tx, tell_asked(circle, tx.now))


_MEND: dict[str, Callable[[Tx, Outage, int], None]] = {
    "illnesses": _ask_how_the_child_is,
    "check-ins": _ask_again,
    "people": _tell_gap,
    "words": outages.name_to_author,
    "notices": outages.ask_teacher,
    "approvals": outages.ask_for_approval,
    "places": outages.show_place,
}
