"""🛠 an operator's own card: by a link alone, apart from their family, gone with their role."""

import pytest

from bot.db import installation
from bot.domain.operators.operators import OperatorRole
from bot.queries.operators import operators as operator_rows
from bot.services.operators import operators
from bot.simulator.cast import MEI
from bot.simulator.phone import Phone
from tests.handlers.operators.operators_steps import link, operator
from tests.handlers.school.schools_steps import OVER
from tests.homeline import Homeline
from tests.households import GRANDMA, english_family, read, tap


def data(phone: Phone) -> set[str | None]:
    """What the buttons of the last message do."""
    return {each.data for row in phone.last.buttons for each in row}


async def test_who_comes_as_an_operator_alone_agrees_to_nothing_and_finds_their_card_everywhere(home: Homeline) -> None:
    mei = await operator(home, MEI, OperatorRole.TECHNICAL)

    assert mei.texts == ["🛠 You look after the machine here.\nWhat is your own family's stays apart from this."]
    await tap(home, mei, "📊")
    assert "Nothing needs you now." in mei.texts[-1]
    assert "Alerts that wait: 0" in mei.texts[-1]
    mei.say("hello")
    await home.settle()
    assert mei.texts[-1] == "🛠 You look after the machine here."
    await tap(home, mei, "👪")
    await tap(home, mei, "✅")
    assert "how the child is, also when ill?" in mei.texts[-1]


async def test_an_operators_family_goes_on_as_before_with_one_button_more(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await tap(home, mei, "🏠")
    assert "operator" not in data(mei)
    await operator(home, MEI, OperatorRole.TECHNICAL)
    await tap(home, mei, "🏠")

    assert "ask:1" in data(mei)
    assert "operator" not in data(mei)
    await tap(home, mei, "⚙️", "🛠", "📊")
    assert "Lily" not in mei.texts[-1]
    await operator(home, MEI, OperatorRole.SAFEGUARDING)
    await tap(home, mei, "🏠", "⚙️", "🚩")  # what has three taps behind it stands beside 🛠
    assert "No report waits." in mei.texts[-1]


async def test_an_operator_without_a_family_can_still_be_invited_into_one(home: Homeline) -> None:
    token = (await home.child()).rpartition("=")[2]
    fang = await operator(home, GRANDMA, OperatorRole.TECHNICAL)
    fang.start(token)
    await home.settle()

    await tap(home, fang, "✅", "✅", "✅")
    await tap(home, fang, "👵")
    assert "wants to join" in home.phone(MEI).texts[-1]


@pytest.mark.parametrize("pressed", ["operator", "op_status"])
async def test_who_is_none_or_no_longer_one_presses_in_vain(home: Homeline, pressed: str) -> None:
    mei, fang = await english_family(home)
    await operator(home, MEI, OperatorRole.COORDINATOR if pressed == "op_status" else OperatorRole.TECHNICAL)
    if pressed == "operator":
        found = (await read(home, operator_rows.every))[0]
        await read(home, lambda tx: operators.remove(tx, found))
        await home.settle()
        assert "You do not look after the machine here now." in mei.texts[-1]
    for phone in (mei, fang):
        before = len(phone.texts)
        phone.press(pressed, phone.last)
        await home.settle()
        assert phone.toast == OVER
        assert len(phone.texts) == before


async def test_no_word_and_no_link_of_a_family_makes_anybody_an_operator(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    token = await link(home, OperatorRole.TECHNICAL)
    username = await read(home, lambda tx: installation.get(tx, "username"))
    for words in ("operator", "/operator", f"/start {token[:-1]}", f"https://t.me/{username}?start={token[::-1]}"):
        mei.say(words)
        await home.settle()

    assert [each.person_id for each in await read(home, operator_rows.every)] == [None]
