"""🔓 An honest adult who was closed out tells a number by telephone; an operator opens, the family reads of it."""

from bot.domain.operators.operators import OperatorRole
from bot.simulator.cast import IVAN, ZHAO
from tests.handlers.operators.operators_steps import operator
from tests.handlers.school.schools_steps import OVER
from tests.homeline import MEI, Homeline
from tests.households import GRANDMA, english_family, read, say, tap
from tests.services.operators.test_safekeeping import closed, is_open


async def test_sg_23_a_place_is_opened_by_one_and_agreed_by_another_and_the_family_reads_so(home: Homeline) -> None:
    await closed(home)
    boris = await operator(home, IVAN, OperatorRole.SAFEGUARDING)
    second = await operator(home, ZHAO, OperatorRole.SAFEGUARDING)
    await tap(home, boris, "🏠", "🔓")
    assert "just the number" in await say(home, boris, "hello")
    assert "Nothing of this number is closed." in await say(home, boris, "7-7")
    await tap(home, boris, "🔓")
    assert "1-2 is closed. Check by telephone first who asks." in await say(home, boris, "1-2")
    await tap(home, boris, "🔓 Open, hold")
    assert "Another operator is asked about 1-2." in boris.texts[-1]
    assert not await read(home, is_open)
    assert "Amina wants to open 1-2. Do you agree?\nThe phone that closed it is held then." in second.texts[-1]

    await tap(home, second, "✅")
    assert await read(home, is_open)
    assert "1-2 is open again." in boris.texts[-1]
    assert "1-2 is open again." in second.texts[-1]
    fang = home.phone(GRANDMA)
    fang.press("log:1:0", fang.last)
    await home.settle()
    assert "whoever runs the bot: opened the circle to you again" in fang.texts[-1]
    assert not [each for each in boris.texts + second.texts if "Lily" in each or "Fang" in each]


async def test_sg_12_sharing_begins_again_against_who_stopped_it_with_an_order_alone(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    boris = await operator(home, IVAN, OperatorRole.SAFEGUARDING)
    await tap(home, boris, "🏠", "🔓")
    assert "Only a written order lifts it." in await say(home, boris, "1")
    boris.press("op_do:thaw:1:0", boris.last)
    await home.settle()
    assert "Nothing of this number is closed." in boris.texts[-1]

    await tap(home, boris, "🏠", "🔓")
    await say(home, boris, "1")
    await tap(home, boris, "🔓 I have it")
    assert "1 is open again." in boris.texts[-1]
    assert "shared again" in fang.texts[-1] or "again" in fang.texts[-1]


async def test_sg_10_no_other_role_and_nobody_of_the_family_opens_anything(home: Homeline) -> None:
    await closed(home)
    mei = await operator(home, MEI, OperatorRole.SAFEGUARDING)
    technical = await operator(home, IVAN, OperatorRole.TECHNICAL)
    await tap(home, mei, "🔓 Open again")
    assert "This is your own family." in await say(home, mei, "1-2")
    mei.press("op_do:open:1:2", mei.last)
    await home.settle()
    for data in ("op_open", "op_do:open:1:2", "op_second:1:yes"):
        technical.press(data, technical.last)
        await home.settle()
        assert technical.toast == OVER
    assert not await read(home, is_open)
