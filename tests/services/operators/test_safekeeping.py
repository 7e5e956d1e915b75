"""A second operator who is not of that family agrees first, for a day, and never who asked."""

from datetime import timedelta
from functools import partial

from bot.db.transaction import Tx
from bot.domain.operators.operators import OperatorRole
from bot.domain.operators.safekeeping import Act, SecondWaits, Wish, WishDone, WishRefused
from bot.domain.people import Person
from bot.queries.circle import circles, people
from bot.queries.operators import operators as operator_rows
from bot.services.operators import safekeeping
from bot.simulator.cast import IVAN, ZHAO, PersonSpec
from tests.handlers.operators.operators_steps import operator
from tests.homeline import MEI, Homeline
from tests.households import english_family, read, tap

OPEN = Wish(Act.OPEN, 1, 2)


async def closed(home: Homeline) -> None:
    """Grandma's place is held by Mei's phone."""
    mei, _fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "🔒")


def person(tx: Tx, who: PersonSpec) -> Person:
    found = people.by_telegram(tx, who.id)
    assert found is not None
    return found


def agree(who: PersonSpec, tx: Tx) -> bool:
    return safekeeping.decide(tx, person(tx, who), 1, agreed=True)


def is_open(tx: Tx) -> bool:
    circle = circles.get(tx, 1)
    assert circle is not None
    return safekeeping.closed_place(circle, 2) is None


async def test_alone_it_is_done_and_what_is_not_closed_is_not(home: Homeline) -> None:
    await closed(home)
    await operator(home, IVAN, OperatorRole.SAFEGUARDING)
    thaw = await read(home, lambda tx: safekeeping.ask(tx, person(tx, IVAN), Wish(Act.THAW, 1)))
    assert isinstance(thaw, WishRefused)
    done = await read(home, lambda tx: safekeeping.ask(tx, person(tx, IVAN), OPEN))
    assert isinstance(done, WishDone)
    assert await read(home, is_open)
    again = await read(home, lambda tx: safekeeping.ask(tx, person(tx, IVAN), OPEN))
    assert isinstance(again, WishRefused)


async def test_of_two_neither_opens_a_place_alone_and_a_yes_after_a_day_is_none(home: Homeline) -> None:
    await closed(home)
    await operator(home, IVAN, OperatorRole.SAFEGUARDING)
    await operator(home, ZHAO, OperatorRole.SAFEGUARDING)
    await operator(home, MEI, OperatorRole.SAFEGUARDING)  # of that family: no second one for it
    waits = await read(home, lambda tx: safekeeping.ask(tx, person(tx, IVAN), OPEN))
    assert isinstance(waits, SecondWaits)
    for who in (IVAN, MEI):
        assert not await read(home, partial(agree, who))
    assert not await read(home, is_open)

    home.clock.push(timedelta(days=1, minutes=1))
    assert not await read(home, partial(agree, ZHAO))
    await read(home, operator_rows.forget_old_asks)
    assert await read(home, lambda tx: operator_rows.asked(tx, 1)) is None
    await read(home, lambda tx: safekeeping.ask(tx, person(tx, IVAN), OPEN))
    assert await read(home, partial(agree, ZHAO))
    assert await read(home, is_open)
    own = await read(home, lambda tx: safekeeping.ask(tx, person(tx, MEI), OPEN))
    assert isinstance(own, WishRefused)
