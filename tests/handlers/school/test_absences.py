"""🎓 A teacher tells the lead at once, and only who was told can say that they have found out."""

from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, data_of
from tests.handlers.school.staff_steps import leads_phone  # noqa: F401 - fixture
from tests.homeline import FANG, MEI, ZHAO, Homeline
from tests.households import tap


async def test_the_lead_is_told_with_one_tap_and_once(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🧒 One child", "Lily", "📋")
    await home.later(minutes=30)
    await home.later(minutes=30)
    tell, found, card = data_of(zhao, "🎓 Tell the lead"), data_of(zhao, "✅ I found out"), zhao.last
    for phone in (lead, home.phone(MEI), home.phone(FANG)):
        phone.press(found, phone.last)
        await home.settle()
        assert phone.toast == OVER
    zhao.press(tell, card)
    zhao.press(tell, card)
    await home.settle()
    assert sum("Nobody has answered about Lily" in each for each in lead.texts) == 1
    assert "Also told: Li Na (head teacher)." in zhao.texts[-1]
    await tap(home, zhao, "✅ I found out")
    assert lead.sees("Zhao Lan (teacher) has found out where Lily is.")
    assert home.phone(FANG).texts[-1].endswith("✅ Zhao Lan (teacher) knows where Lily is.")
