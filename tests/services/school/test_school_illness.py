"""An illness that a teacher tells of: one thread of the child, and nothing of the family for the school."""

import pytest

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER
from tests.handlers.school.test_school_illness import CARD, ill
from tests.homeline import FANG, MEI, Homeline
from tests.households import read, tap


async def test_a_teacher_adds_to_the_thread_that_runs_and_learns_nothing_of_it(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "🤢")
    await tap(home, mei, "🙏")
    await ill(home, zhao)
    assert "stomach" not in zhao.texts[-1]
    assert "seen" not in zhao.texts[-1]
    await tap(home, zhao, "🌡")

    assert zhao.texts[-1].endswith("Sent to Lily's family: fever.")
    assert "🎓 Village school, 16:00: fever." in mei.texts[-1]
    assert "Lily is ill: fever, stomach." in mei.texts[-1]
    assert any(button.text.startswith("🙏") for row in mei.last.buttons for button in row)
    assert "🎓 Village school, 16:00: fever." in fang.texts[-1]
    assert not any(button.text.startswith(("🌤", "↩️")) for row in zhao.last.buttons for button in row)
    await tap(home, fang, "🙏")
    assert zhao.texts[-1] == "🙏 Lily's family has seen it."
    await tap(home, fang, "🌤")
    assert zhao.texts[-1] == "🌤 Lily is better."


@pytest.mark.parametrize("who", [MEI, FANG, ZHAO], ids=["parent", "guardian", "teacher"])
async def test_without_consent_to_health_notes_only_a_wish_for_a_call_is_passed_on(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone, who: object
) -> None:
    def decline(tx: Tx) -> None:
        found = people.by_telegram(tx, who.id)  # type: ignore[attr-defined] # somebody of the cast
        assert found is not None
        people.change(tx, found.id, health_notes=False)

    await read(home, decline)
    await ill(home, zhao)
    assert CARD in zhao.texts[-1]
    zhao.press("word_what:1:fever", zhao.last)
    await home.settle()
    assert zhao.toast == OVER
    await tap(home, zhao, "📞")

    assert mei.texts[-1].startswith("📞 Lily, from Zhao Lan (teacher)\nPlease call the school now.")
    assert fang.texts[-1].startswith(
        "📞 Lily, from Zhao Lan (teacher)\nPlease call the school now. 16:00 at Village school."
    )
    assert "please call." not in fang.texts[-1]
    assert not any("ill" in text.split() or "🤒" in text for phone in (mei, fang) for text in phone.texts[-1:])
    await tap(home, zhao, "✅ As usual")
    assert mei.texts[-1] == "✅ All as usual with Lily, says Zhao Lan (teacher)."


async def test_when_nobody_can_be_reached_the_teacher_is_told_at_once(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    fang.block()
    mei.block()
    await home.settle()
    await ill(home, zhao, "🌡")

    assert any("Please phone them." in text for text in zhao.texts)
    assert any("get help now" in text for text in zhao.texts)
