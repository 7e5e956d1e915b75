"""Rounds: an evening of honest deeds, one or two attackers meanwhile, fair weather again, and what it has cost."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from sqlalchemy import func, select

from bot.db.tables import outbox
from bot.delivery.outbox import EXPIRED
from tests.attack import clock, database, deeds, network, people, school_deeds, telegram
from tests.attack.attacker import Attacker
from tests.attack.cast import FAMILIES
from tests.attack.deeds import Deed
from tests.attack.ledger import Balance
from tests.attack.town import Town
from tests.faults.figures import inbox_states, states

ATTACKERS: tuple[type[Attacker], ...] = (
    *people.ATTACKERS,
    *telegram.ATTACKERS,
    *clock.ATTACKERS,
    *network.ATTACKERS,
    *database.ATTACKERS,
)
DEEDS = (*deeds.DEEDS, *school_deeds.DEEDS)
MOST_DEEDS = 5
_OVER = select(func.count()).where(outbox.c.state == "discarded", outbox.c.reason == EXPIRED)


@dataclass(frozen=True)
class Round:
    """What was tried, by which attacker, and what it has cost."""

    number: int
    tried: dict[str, int]
    balance: Balance


def drawn(seed: int, number: int, kind: str) -> list[type[Attacker]]:
    """One or two attackers who can attack this kind of database; each has its turn before any has a second one."""
    able = [each for each in ATTACKERS if kind in each.on]
    turn, place = divmod(number, len(able))
    first = Random(f"{seed} turn {turn}").sample(able, len(able))[place]
    luck = Random(f"{seed} beside {number}")
    return [first, *luck.sample([each for each in able if each is not first], luck.randint(0, 1))]


async def one_round(town: Town, number: int, luck: Random, attackers: Sequence[type[Attacker]]) -> Round:
    """From half past seven in the evening to the next noon."""
    await town.until(19, 30)
    before = await _ends(town)
    acting = [each(town, luck) for each in attackers]
    chosen = await _ready(town, number, luck, acting)
    tried = {each.name: 0 for each in acting}
    for each in acting:
        await each.begin()
    for deed in chosen:
        await _act(town, luck, acting, tried, at_most=5.0)
        deed.do()
        await town.settle()
        await town.passes(2)
    for _ in range(luck.randint(1, 4)):
        await _act(town, luck, acting, tried, at_most=1800.0)
    for each in acting:
        await each.end()
    await _fair_again(town)
    await town.until(12)
    found = await _closed(town, before, parks=any(each.parks for each in acting))
    for deed in chosen:
        await deed.after()
    return Round(number, tried, found)


async def one_evening(town: Town, deed: Deed) -> Balance:
    """The same with one deed, and nobody who is hostile."""
    await town.until(19, 30)
    before = await _ends(town)
    await deed.ready()
    deed.do()
    await town.settle()
    await _fair_again(town)
    await town.until(12)
    found = await _closed(town, before, parks=False)
    await deed.after()
    return found


async def _ready(town: Town, number: int, luck: Random, acting: Sequence[Attacker]) -> list[Deed]:
    town.needed.clear()
    town.garnish = " ".join(each.garnish for each in acting)
    hidden = any(each.hides_updates for each in acting)
    possible = [kind(town, family, "") for kind in DEEDS for family in FAMILIES if not (hidden and kind.presses)]
    luck.shuffle(possible)
    chosen: list[Deed] = []
    busy: set[int] = set()
    for each in possible:
        each.mark = f"mark{number}x{len(chosen)}"
        if len(chosen) < MOST_DEEDS and not busy & each.needs:
            chosen.append(each)
            busy |= each.needs
            await each.ready()
    return chosen


async def _act(town: Town, luck: Random, acting: Sequence[Attacker], tried: dict[str, int], *, at_most: float) -> None:
    for each in acting:
        tried[each.name] += await each.act()
    seconds = min(luck.uniform(1, max((each.calm for each in acting), default=20.0)), at_most)
    watched = town.ledger.waiting and not town.ledger.ill  # to the second
    await town.passes(seconds, step=1.0 if watched else max(1.0, seconds / 8))


async def _fair_again(town: Town) -> None:
    """The alerts of the last minute leave on their second, and what waits has ten minutes."""
    if town.ledger.ill:
        town.ledger.well(town.now)
    for _ in range(150):
        if town.ledger.waiting:
            await town.passes(1)
    await town.passes(600, step=60)


async def _ends(town: Town) -> Counter[str]:
    """What came to no good end so far: updates that could not be handled, messages that were given up."""
    sent, handled = await states(town.home), await inbox_states(town.home)
    over = await town.home.app.store.run(lambda tx: tx.scalar(_OVER))  # the answer to a press whose time is over
    found = Counter({each: sent[each] + handled[each] for each in ("discarded", "unknown", "parked")})
    return found - Counter(discarded=over)


async def _closed(town: Town, before: Counter[str], *, parks: bool) -> Balance:
    """The ledger's balance, and what Homeline itself says that it has given up."""
    found = town.ledger.balance()
    new = await _ends(town) - before
    if parks:
        del new["parked"]
    if new["unknown"] <= found.unknown:  # what Homeline began comes rather not at all than twice
        del new["unknown"]
    return replace(found, lost=found.lost + tuple(f"{count} {each}" for each, count in new.items()))
