"""`homeline operator`: the only way to become one, and the list of who has come."""

import pytest

from bot import cli
from bot.domain.operators.operators import OperatorRole
from bot.operations.keeping import KEEPING
from bot.operations.letting_in import ADD, LIST, REMOVE
from bot.simulator.cast import MEI
from tests.handlers.operators.operators_steps import operator
from tests.homeline import Homeline


async def said(home: Homeline, command: str, **rest: str) -> str:
    found = await KEEPING[command](home.app.store, {"command": command, **rest})
    await home.settle()
    return found


async def test_an_operator_is_added_listed_and_removed(home: Homeline) -> None:
    assert "There is none yet" in await said(home, LIST)
    printed = await said(home, ADD, name="Amina", role="technical")
    assert printed.startswith("https://t.me/homeline_bot?start=")
    assert "1  technical     Amina, link open until 2026-11-24 08:00 UTC" in await said(home, LIST)

    mei = await operator(home, MEI, token=printed.split()[0].rpartition("=")[2])
    assert mei.texts[-1].startswith("🛠 You look after the machine here.")
    assert await said(home, LIST) == "1  technical     Amina, opened 2026-11-23 by “Mei”"

    assert "Amina is no technical operator now" in await said(home, REMOVE, number="1")
    assert "You do not look after the machine here now." in mei.texts[-1]
    assert "There is none yet" in await said(home, LIST)


@pytest.mark.parametrize(
    ("command", "rest", "words"),
    [
        (ADD, {"name": "Amina", "role": "boss"}, "coordinator, safeguarding, technical"),
        (ADD, {"name": "", "role": "technical"}, "needs a name"),
        (ADD, {"name": "t.me/x", "role": "technical"}, "cannot be taken"),
        (REMOVE, {"number": "7"}, "no operator of this number"),
        (REMOVE, {"number": "x"}, "no operator of this number"),
    ],
)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_what_is_mistyped_is_said_and_lets_nobody_in(
    home: Homeline, command: str, rest: dict[str, str], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        await said(home, command, **rest)
    assert "There is none yet" in await said(home, LIST)


def test_the_roles_of_the_command_are_those_of_the_table() -> None:
    assert tuple(OperatorRole) == cli._ROLES
