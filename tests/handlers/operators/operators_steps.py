"""An operator comes by a link of the shell."""

from bot.db.transaction import Tx
from bot.domain.operators.operators import OperatorRole
from bot.queries.circle import people
from bot.queries.operators import operators as operator_rows
from bot.services.operators import operators
from bot.simulator.cast import PersonSpec
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import read


async def link(home: Homeline, role: OperatorRole, name: str = "Amina") -> str:
    """The token of a fresh link."""
    _number, token = await read(home, lambda tx: operator_rows.add(tx, name, role))
    return token


async def operator(
    home: Homeline, person: PersonSpec, role: OperatorRole = OperatorRole.TECHNICAL, *, token: str = ""
) -> Phone:
    """Somebody opens an operator's link."""
    phone = home.phone(person)
    phone.start(token or await link(home, role))
    await home.settle()
    return phone


def become(tx: Tx, person: PersonSpec, role: OperatorRole = OperatorRole.TECHNICAL) -> None:
    """The same, for who has tapped enough already."""
    me = people.by_telegram(tx, person.id)
    assert me is not None
    _number, token = operator_rows.add(tx, "Amina", role)
    assert operators.enter(tx, me, token)
