"""Whether all families can be asked in their slot: one bot sends only so many messages a minute."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import func, select

from bot.db.tables import child
from bot.db.transaction import Tx
from bot.doctor.finding import Finding, note, ok, wrong
from bot.domain.daily.spreading import takes
from bot.domain.local_time import local

# From this share on it is time to think of a second bot: families come faster than one is set up.
_FILLS = 0.7

_BY_CLOCK = (
    select(child.c.time_zone, child.c.slot, func.count().label("many"))
    .where(child.c.next_check_in_at.is_not(None))
    .group_by(child.c.time_zone, child.c.slot)
)


def check(tx: Tx, rate: float) -> Iterator[Finding]:
    """The fullest slot of one clock against what a bot was measured to take; without pacing nothing is known."""
    many: Counter[tuple[timedelta, str]] = Counter()
    for row in tx.all(_BY_CLOCK):
        many[local(tx.now, row.time_zone).utcoffset() or timedelta(), row.slot] += row.many
    if not many or not rate:
        return
    ahead, slot = max(many, key=lambda each: many[each] / takes(each[1], rate))
    full, room = many[ahead, slot], takes(slot, rate)
    words = (
        f"{sum(many.values()):,} children are asked about, {full:,} of them in the {slot} of one clock, where this bot "
        f"asks {room:,} in time."
    )
    hint = "take further families with a second bot (docs/performance.md: Where one machine ends)"
    if full > room:
        yield wrong("families", words, hint)
    elif full > _FILLS * room:
        yield note("families", words, hint)
    else:
        yield ok("families", words)
