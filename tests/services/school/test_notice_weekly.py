"""When nobody knows whether this week's went out, its teacher is asked about it, and the weeks go on."""

from datetime import timedelta

from bot.db.tables import notice
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.homeline import Homeline
from tests.households import read, say, tap
from tests.services.test_outages import restored


async def test_after_a_restore_this_weeks_is_a_draft_and_the_next_goes_out_by_itself(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await say(home, zhao, "📣 Gym bag")
    await tap(home, zhao, "✏️ More", "⏰ At a time", "⏰ Every week", "Friday", "07:00", "Fri, Dec 4")
    lost = notice.update().values(send_at=None)  # as a restore leaves what was due meanwhile
    await read(home, lambda tx: tx.change(lost))
    home.clock.push(timedelta(days=5))
    await restored(home, timedelta(days=2))
    assert not news(fang)
    assert sum("I do not know whether this has gone out to class 3B." in each for each in zhao.texts) == 1

    await home.until(7, 0, day=6)
    assert len(news(fang)) == 1
    assert zhao.sees("That was the last one for class 3B. It is over now.")


async def test_after_some_days_without_homeline_one_comes_and_not_one_for_each_week(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await say(home, zhao, "📣 Gym bag")
    await tap(home, zhao, "✏️ More", "⏰ At a time", "⏰ Every week", "Friday", "07:00", "Fri, Dec 25")
    await home.later(days=16)
    assert len(news(fang)) == 1
    await home.until(7, 0, day=2)
    assert len(news(fang)) == 2
