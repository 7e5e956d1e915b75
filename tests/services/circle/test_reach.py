"""A phone that cannot be reached, and what waits for it."""

from bot.queries.circle import people
from tests.homeline import FANG, Homeline
from tests.households import english_family, read, second_parent, since, tap

LOST = "Grandma: the phone cannot be reached now. What you send waits and is delivered later."
BACK = "Grandma: the phone can be reached again. What waited is on its way."


async def test_the_others_are_told_once_and_once_more_when_the_phone_is_back(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    before, at_jun = len(mei.texts), len(jun.texts)

    fang.block()
    await home.settle()
    await home.until(19, 30)
    assert since(mei, before) == [LOST]
    assert since(jun, at_jun) == [LOST]

    fang.start()
    await home.settle()
    assert since(mei, before) == [LOST, BACK]
    me = await read(home, lambda tx: people.by_telegram(tx, FANG.id))
    assert me is not None
    assert me.reachable


async def test_an_open_question_is_asked_again_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.block()
    await home.settle()
    await home.until(19, 30)
    await home.until(19, 30, day=1)
    await home.until(19, 30, day=1)
    before = len(fang.texts)

    fang.unblock()
    await home.settle()

    assert [each for each in since(fang, before) if "Lily" in each] == ["How is Lily today?"]
    at_mei = len(mei.texts)
    await tap(home, fang, "🙂")
    assert len(since(mei, at_mei)) == 1


async def test_a_refusal_on_sending_is_noticed_too_and_told_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.deactivate()
    before = len(mei.texts)

    await home.until(19, 30)
    await home.until(19, 30, day=1)

    assert since(mei, before).count(LOST) == 1


async def test_who_sleeps_through_it_hears_nothing_of_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "Quiet hours", "09:00–17:00")
    before = len(mei.texts)

    fang.block()
    await home.settle()
    fang.start()
    await home.settle()
    await home.until(17, 1, zone="Asia/Dubai")

    assert since(mei, before) == []


async def test_what_waits_for_somebody_who_rests_stays_held_when_they_are_back(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "Pause for me", "One week")
    await home.until(19, 30)
    mei.block()
    await home.settle()
    await tap(home, fang, "🙂")
    before = len(mei.texts)

    mei.start()
    await home.settle()

    assert not any("Lily is well" in each for each in since(mei, before))
