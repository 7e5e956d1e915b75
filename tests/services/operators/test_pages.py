"""One message for each state, changed in place, and an all-clear in it."""

from bot.domain.operators.operators import OperatorRole
from bot.domain.operators.pages import Page
from bot.services.operators import pages
from bot.simulator.cast import FANG, MEI
from tests.handlers.operators.operators_steps import operator
from tests.homeline import Homeline
from tests.households import read


async def noted(home: Homeline, **found: int) -> None:
    await read(home, lambda tx: pages.note(tx, {Page(each): many for each, many in found.items()}, set(Page)))
    await home.settle()


async def test_a_state_is_one_message_that_grows_and_ends_in_place(home: Homeline) -> None:
    mei = await operator(home, MEI, OperatorRole.TECHNICAL)
    boris = await operator(home, FANG, OperatorRole.SAFEGUARDING)
    before = len(mei.texts), len(boris.texts)

    await noted(home, parked=1, disk=0)
    assert [each.split("\n")[1] for each in mei.texts[before[0] :]] == [
        "The disk is nearly full.",
        "Something that was sent could not be handled.",
    ]
    last = mei.last
    await noted(home, parked=3, disk=0)
    assert "How many: 3." in mei.texts[-1]
    await noted(home, disk=0)
    assert "All clear. It was: Something that was sent could not be handled." in mei.texts[-1]
    assert mei.last == last
    assert len(mei.texts) == before[0] + 2
    assert len(boris.texts) == before[1]


async def test_each_further_report_comes_as_a_message_of_its_own(home: Homeline) -> None:
    boris = await operator(home, MEI, OperatorRole.SAFEGUARDING)
    await noted(home, report=1)
    first = boris.last
    await noted(home, report=2)

    assert boris.last != first
    assert "How many: 2." in boris.texts[-1]
    assert boris.texts[-2] == "🚨 Homeline\nNewer below."


async def test_who_has_just_become_an_operator_reads_what_lasts(home: Homeline) -> None:
    await noted(home, disk=0)
    mei = await operator(home, MEI, OperatorRole.TECHNICAL)

    assert [each for each in mei.texts if "The disk is nearly full." in each]
