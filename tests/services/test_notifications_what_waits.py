"""What is held for somebody who sleeps, rests or is out of reach: nothing of it is lost, and nothing stale comes."""

from bot.delivery import next_rows
from bot.services.notifications import JOINED
from tests.handlers.school.notices_steps import TRIP
from tests.homeline import Homeline
from tests.households import FATHER, english_family, read, say, second_parent, since, tap

ALL_DAY = (0, 23 * 60 + 59)


async def test_no_day_is_lost_however_long_a_parent_is_out_of_reach(home: Homeline) -> None:
    mei, fang = await english_family(home)
    mei.block()
    await home.settle()
    before = len(mei.texts)
    for _day in range(JOINED + 3):
        await home.until(19, 30)
        await tap(home, fang, "🙂")
        await home.later(hours=2)
    assert since(mei, before) == []

    mei.start()
    await home.settle()
    told = "\n".join(since(mei, before))
    assert told.count("🙂 Lily, from Grandma") == JOINED + 3


async def test_a_notice_held_for_a_rest_comes_though_another_adult_has_confirmed_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    await tap(home, mei, "🏠", "⚙️", "Pause for me", "Until I say")
    before = len(mei.texts)
    await home.notice(TRIP)
    await tap(home, fang, "🙏")
    await home.later(hours=20)
    assert not any(TRIP in each for each in since(mei, before))

    await say(home, mei, "/stop")
    await tap(home, mei, "All news again")
    assert sum(TRIP in each for each in since(mei, before)) == 1


async def test_what_waited_for_somebody_who_then_left_is_not_told(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    await home.quiet(FATHER, *ALL_DAY)
    fang.say("📞 Call me")
    await home.settle()
    before = len(jun.texts)
    await say(home, jun, "/stop")
    await tap(home, jun, "👋", "✅")
    await home.until(23, 59, zone="Asia/Dubai")
    await home.later(hours=24)

    assert not any("asks you to call" in each for each in since(jun, before))
    assert mei.sees("Grandma asks you to call when you can.")
    assert await read(home, next_rows.waiting_lanes) == ()
