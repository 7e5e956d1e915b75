"""A link lets one person in, for a day; nobody becomes an operator in any other way."""

from datetime import timedelta

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.operators.operators import OperatorRole
from bot.queries.circle import people
from bot.queries.operators import operators as operator_rows
from bot.services.operators import operators
from bot.simulator.cast import FANG, MEI
from tests.handlers.operators.operators_steps import link, operator
from tests.homeline import Homeline
from tests.households import read


async def test_a_link_lets_one_person_in_and_nobody_after_a_day(home: Homeline) -> None:
    used = await link(home, OperatorRole.TECHNICAL)
    late = await link(home, OperatorRole.COORDINATOR)
    await operator(home, MEI, token=used)
    home.phone(FANG).start(used)
    await home.settle()
    home.clock.push(timedelta(days=1, minutes=1))
    home.phone(FANG).start(late)
    await home.settle()

    found = await read(home, operator_rows.every)
    assert [(each.role, each.person_id is not None) for each in found] == [("technical", True), ("coordinator", False)]
    assert not home.phone(FANG).sees("🛠")


async def test_what_somebody_may_do_ends_with_the_last_role_of_theirs(home: Homeline) -> None:
    await operator(home, MEI, OperatorRole.TECHNICAL)
    await operator(home, MEI, OperatorRole.COORDINATOR)

    assert await read(home, allowed) == (True, True, True)
    await read(home, lambda tx: remove(tx, 1))
    assert await read(home, allowed) == (True, False, True)
    await read(home, lambda tx: remove(tx, 2))
    assert await read(home, allowed) == (False, False, False)


def remove(tx: Tx, number: int) -> None:
    found = operator_rows.get(tx, number)
    assert found is not None
    operators.remove(tx, found)


def allowed(tx: Tx) -> tuple[bool, bool, bool]:
    me = people.by_telegram(tx, MEI.id)
    assert me is not None
    see, keep = (operators.may(tx, me, each) for each in (Action.SEE_INSTALLATION, Action.KEEP_SCHOOLS))
    return me.operates, see, keep
