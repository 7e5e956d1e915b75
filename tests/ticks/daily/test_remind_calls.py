"""Reminders of calls keep to the wall clock on the night the clocks change, and come once."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import update

from bot.db.tables import child
from bot.db.transaction import Tx
from bot.queries.daily import calls
from bot.ticks.daily import remind_calls
from tests.handlers.daily.test_calls import family, planned
from tests.homeline import FANG, MEI, Homeline

GRANDMA = replace(FANG, language_code="en")


async def test_the_hour_that_comes_twice_brings_one_reminder(home: Homeline) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    mei = home.phone(MEI)
    await home.app.store.run(lambda tx: tx.change(update(child).values(time_zone="Europe/Chisinau")))
    home.clock.move_to(datetime(2027, 10, 30, 20, tzinfo=UTC))
    at = datetime(2027, 10, 31, 15, tzinfo=UTC)  # 17:00 in Chisinau, an hour later in UTC than the day before
    await home.app.store.run(lambda tx: calls.plan(tx, 1, 1, at))

    home.clock.move_to(datetime(2027, 10, 31, 14, 44, tzinfo=UTC))
    await home.settle()
    assert not mei.sees("Soon you call")
    await home.later(minutes=1)
    await home.later(minutes=5)

    near = [text for text in mei.texts if "Soon you call" in text]
    soon = "📞 Lily\nSoon you call Lily: 17:00 at home, 19:00 for you. An ordinary phone will do, too."
    assert near == [f"{soon}\n🎲 Each of you shows one thing from today and says why."]


async def test_a_second_run_finds_nothing(home: Homeline) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    at = home.clock.now()

    def twice(tx: Tx) -> tuple[int, int]:
        calls.plan(tx, 1, 1, at)
        return remind_calls.run_once(tx), remind_calls.run_once(tx)

    assert await home.app.store.run(twice) == (1, 0)


async def test_a_call_that_was_planned_before_nothing_was_shared_stands_afterwards(home: Homeline) -> None:
    mei, fang = await family(home)
    await planned(home, mei)
    for step in ("🏠", "⚙️", "👥", "❄️", "✅"):
        mei.tap(step)
        await home.settle()
    await home.until(18, 45)
    for phone in (mei, fang):
        assert not phone.sees("🎲")
    for step in ("🏠", "⚙️", "👥", "▶️"):
        mei.tap(step)
        await home.settle()
    await home.until(19, 30)
    assert mei.sees("Did you talk with Lily?")
