"""The time to answer is over: told once, and only of what went out and was not taken back."""

from bot.simulator.phone import Phone
from bot.ticks.school import tell_outcomes
from tests.handlers.school.notices_steps import meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.homeline import Homeline
from tests.households import say, tap


async def test_of_a_notice_that_was_taken_back_nothing_is_told(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await say(home, zhao, "Can Lily come?")
    await tap(home, zhao, "✏️ More", "🗳", "⏳", "Tue, Nov 24", "18:00", "📣 Send", "↩️ Take it back", "✅ Yes")
    before = len(zhao.messages)
    await home.until(18, 1, day=1)

    assert await home.app.store.run(tell_outcomes.run_once) == 0
    assert not [text for text in zhao.texts[before:] if text.startswith("⏳")]
    assert "taken this notice back" in news(mei)[0]


async def test_a_draft_with_a_deadline_waits_for_its_teacher(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await say(home, zhao, "Can Lily come?")
    await tap(home, zhao, "✏️ More", "🗳", "⏳", "Tue, Nov 24", "18:00")
    await home.until(18, 1, day=1)
    assert not news(mei)
    assert not [text for text in zhao.texts if text.startswith("⏳ Class")]
