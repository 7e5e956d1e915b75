"""Whoever has not said which child it is about is asked once more, by day, with their words; then no more."""

from bot.simulator.phone import Phone
from bot.ticks.school import remind_unsent_talks
from tests.handlers.school.notices_steps import meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.unsent_steps import AGAIN, COAT, asked, press, two_in_the_class
from tests.homeline import Homeline
from tests.households import since


async def test_once_and_by_day_they_are_asked_again_with_their_words(home: Homeline, zhao: Phone, mei: Phone) -> None:
    card, teacher = await asked(home, mei), len(zhao.texts)
    before = len(mei.texts)
    await home.later(hours=2, minutes=50)
    assert not any("still wait" in each for each in since(mei, before))
    await home.later(minutes=20)
    again = [each for each in since(mei, before) if "still wait" in each]
    assert again == [AGAIN]
    await home.later(hours=20)
    assert sum("still wait" in each for each in mei.texts) == 1
    assert await home.app.store.run(remind_unsent_talks.run_once) == 0
    await press(home, mei, "✉️ Ben", next(each for each in mei.messages if each.text == AGAIN))
    assert "Which child" not in str(mei.texts)  # one question, and it is answered
    mei.press("talk_about:1:1:1", card)  # whoever taps the older one in the same moment
    await home.settle()
    assert since(zhao, teacher)[:1] == [f"✉️ Ben, from Mei\n{COAT}"]
    assert not any(each.startswith("✉️ Lily") for each in zhao.texts)


async def test_at_night_the_reminder_waits_for_the_morning(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await two_in_the_class(home)
    notice = mei.last
    await home.until(23, day=1)
    mei.say(COAT, to=notice)
    await home.settle()
    await home.later(hours=6)
    assert not any("still wait" in each for each in mei.texts)
    await home.later(hours=10)
    assert sum("still wait" in each for each in mei.texts) == 1
