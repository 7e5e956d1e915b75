"""An alert from school leaves by itself after a minute, and one that was taken back goes nowhere."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.test_school_illness import CARD, ill
from tests.homeline import Homeline
from tests.households import since, tap
from tests.illness_cast import newest


async def test_the_alert_leaves_by_itself_after_a_minute_and_undo_before_it_sends_nothing(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    before = len(mei.texts)
    await ill(home, zhao, "↩️")
    await home.later(minutes=2)
    assert since(mei, before) == []
    assert zhao.texts[-1].endswith("All right. Nothing was sent.")

    await ill(home, zhao)
    await home.later(seconds=61)
    assert mei.texts[-1].startswith("🤒 Lily, from Zhao Lan (teacher)\nLily is ill.")
    assert "Sent to Lily's family: Lily is ill." in newest(zhao, CARD).words
    await tap(home, zhao, "🤕")
    assert mei.texts[-1].startswith("🤒 Lily, from Zhao Lan (teacher)\nLily is ill: hurt.")
    await tap(home, zhao, "↩️")
    assert mei.texts[-1] == "🤒 Lily, from Zhao Lan (teacher)\nSent by mistake, says Zhao Lan (teacher)."
    assert fang.texts[-1] == mei.texts[-1]
