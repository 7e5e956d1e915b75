"""After an outage what may have been pressed in vain is asked again, and people hear of it where words may be lost."""

from datetime import timedelta

from bot.domain.outages import Outage
from bot.queries import outages
from tests.homeline import Homeline
from tests.households import english_family, read, since, tap

QUESTION = "How is Lily today?"
GAP = "I could not be reached from Sun, Nov 22,"


async def after_an_outage(home: Homeline, span: timedelta) -> None:
    """Telegram was not heard for so long, and is heard now."""
    outage = Outage(home.clock.now() - span, home.clock.now())
    await read(home, lambda tx: outages.keep(tx, outage))
    for _ in range(4):
        await home.later(seconds=1)
    assert await read(home, outages.current) is None


async def test_an_open_question_is_asked_again_in_a_new_message_and_nobody_hears_of_a_short_outage(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await home.later(minutes=5)
    mine, hers = len(mei.texts), fang.last

    await after_an_outage(home, timedelta(hours=1))

    assert QUESTION in fang.last.words
    assert fang.last is not hers
    assert hers not in fang.messages
    assert since(mei, mine) == []


async def test_what_was_answered_is_not_asked_again_and_after_a_day_each_hears_once_what_may_be_lost(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    mine, hers = len(mei.texts), len(fang.texts)

    await after_an_outage(home, timedelta(hours=25))

    for phone, count in ((mei, mine), (fang, hers)):
        assert [each.startswith(GAP) for each in since(phone, count)] == [True]
