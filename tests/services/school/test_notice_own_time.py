"""A time is given to what is written, and to no more than a day takes."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.homeline import Homeline
from tests.households import say, tap


async def test_beyond_the_limit_of_a_day_it_stays_a_draft_and_one_that_waits_may_have_another_time(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    for number in range(10):
        await say(home, zhao, f"📣 Notice {number}")
        await tap(home, zhao, "✏️ More", "⏰ At a time", "⏰ Own date", "Sat, Nov 28", "08:00", "⏰ 08:00")
        assert "on Sat, Nov 28 at 08:00." in zhao.texts[-1]
    await tap(home, zhao, "⏰ Another time", "⏰ Own date", "Sun, Nov 29", "08:00", "⏰ 08:15")
    assert "on Sun, Nov 29 at 08:15." in zhao.texts[-1]

    await say(home, zhao, "📣 One more")
    await tap(home, zhao, "✏️ More", "⏰ At a time", "⏰ Own date", "Sat, Nov 28", "08:00", "⏰ 08:00")
    assert zhao.toast == "That is all for today. It is kept as a draft, and tomorrow there is room for it."
    await home.until(8, 16, day=6)
    assert len(news(fang)) == 10
    assert not [each for each in news(fang) if "One more" in each]
