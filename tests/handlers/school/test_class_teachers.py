"""The lead gives a class away for some days, and adds a second teacher: who reads it, and whose phone reads nothing."""

import pytest

from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER
from tests.handlers.school.staff_steps import (  # noqa: F401 - fixtures
    LEAD,
    STRANGER,
    code,
    leads_phone,
    list_of,
)
from tests.homeline import Homeline
from tests.households import say, since, tap


@pytest.fixture(name="ivan")
async def a_third_teacher(home: Homeline, lead: Phone) -> Phone:
    """Ivan teaches at the school and has no class."""
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    return ivan


async def test_a_class_is_given_for_some_days_and_is_back_by_itself(home: Homeline, lead: Phone, ivan: Phone) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    old, seen = zhao.last, len(mei.texts)
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "🎓 Ivan Petrov", "⏰ For 3 days")

    line = "Class 3B is with Ivan Petrov now, and with Zhao Lan again from Thu, Nov 26."
    assert line in lead.texts[-1]
    assert line in ivan.texts[-1]
    assert line in zhao.texts[-1]
    assert line in mei.texts[-1]
    zhao.press("class:1", old)
    await home.settle()
    assert zhao.toast == OVER

    await home.later(days=4)
    assert zhao.sees("Class 3B is with you now.")
    assert "🎓 Class 3B is with Zhao Lan now." in since(mei, seen)
    ivan.press("class:1", ivan.last)
    await home.settle()
    assert ivan.toast == OVER
    assert not any("Lily" in each for each in ivan.texts)


@pytest.mark.parametrize("label", ["🎓 Ivan Petrov", "➕ Second teacher"])
async def test_who_has_their_first_class_finds_its_keys_below_the_chat(
    home: Homeline, lead: Phone, ivan: Phone, label: str
) -> None:
    assert not any(key.startswith("📋") for row in ivan.keyboard or [] for key in row)
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", label, *(["🎓 Ivan Petrov"] if label.startswith("➕") else []))
    await tap(home, ivan, "📋 Roll call")
    assert "Tap who is not here." in ivan.texts[-1]


async def test_a_second_teacher_writes_too_and_is_out_with_one_tap(home: Homeline, lead: Phone, ivan: Phone) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "➕ Second teacher", "🎓 Ivan Petrov")
    assert "You now teach class 3B together with Zhao Lan." in ivan.texts[-1]
    assert "Class 3B is with Zhao Lan and Ivan Petrov now." in mei.texts[-1]

    ivan.say("📣 Bring a coat")
    await home.settle()
    await tap(home, ivan, "📣 Send")
    assert "📣 Class 3B, Ivan Petrov" in mei.texts[-1]
    await tap(home, zhao, "🏠", "🎓 3B")
    assert "1 child is here" in zhao.texts[-1]  # she has her class as before

    seen = len(ivan.texts)
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "🚪 Ivan Petrov")
    assert "Class 3B is with Zhao Lan now." in mei.texts[-1]
    ivan.press("class:1", ivan.last)
    await home.settle()
    assert ivan.toast == OVER
    assert "3B" not in await say(home, ivan, "🧒")
    assert not any("Lily" in each for each in since(ivan, seen))


async def test_who_does_not_lead_the_school_changes_nothing_of_it(home: Homeline, lead: Phone, ivan: Phone) -> None:
    for data in ("class_second:1:0", "class_second_in:1:3", "class_second_out:1:3", "class_lend:1:20261126"):
        ivan.press(data, ivan.last)
        await home.settle()
        assert ivan.toast == OVER, data
    lead.press("class_lend:1:20261126", lead.last)  # nobody has had it before
    await home.settle()
    assert lead.toast == OVER
