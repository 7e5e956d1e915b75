"""A call that nobody told the outcome of ends after two hours, and the escalation goes on."""

from tests.homeline import Homeline
from tests.illness_cast import JUN_EN, LI_EN, count, english_family, fever, joins, newest
from tests.ticks.illness.test_escalate_illnesses import NOBODY


async def test_a_call_without_an_outcome_ends_after_two_hours_and_the_escalation_goes_on(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    await fever(home, fang)
    mei.tap("🤙")
    await home.settle()
    await home.later(hours=1, minutes=59, seconds=59)
    assert count(jun, "🤒 Lily") == 1

    await home.later(seconds=1)
    assert fang.sees("I do not know if Mei reached you. If you are worried, get help now.")
    assert count(jun, "🤒 Lily") == 2
    assert "calling" not in newest(jun, "Lily is ill").words
    await home.later(minutes=45)
    assert li.sees("🤒 Lily")
    assert count(fang, NOBODY) == 1
    assert count(fang, "I do not know") == 1


async def test_where_the_alert_was_repeated_before_the_call_home_reads_one_sentence_of_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    await fever(home, fang)
    await home.later(minutes=15)
    mei.tap("🤙")
    await home.settle()
    await home.later(hours=2)

    assert fang.last.words == "I do not know if Mei reached you. If you are worried, get help now."
    assert li.sees("🤒 Lily")
    await home.later(hours=2)
    assert not fang.sees(NOBODY)


async def test_a_call_that_took_place_does_not_expire(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    mei.tap("🤙")
    await home.settle()
    mei.tap("✅", message=newest(mei, "is ill"))
    await home.settle()
    await home.later(hours=3)

    assert not fang.sees("I do not know")
    assert count(mei, "🤒 Lily") == 1


async def test_a_call_that_ends_after_the_whole_escalation_repeats_the_alert(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await home.later(minutes=15)
    await home.later(minutes=45)
    mei.tap("🤙")
    await home.settle()
    await home.later(hours=2)

    assert count(mei, "🤒 Lily") == 3
    assert count(fang, NOBODY) == 1
