"""While a child is ill the follow-up is the day's question: nothing else is asked, and nothing cheerful is sent."""

from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import english_family, hours, sibling, stand_in, tap
from tests.illness_cast import count, fever, newest
from tests.services.daily.test_heard import REMINDER, alarms
from tests.ticks.daily.test_escalate_check_ins import answered_once

QUESTION = "How is Lily today?"


async def answers(home: Homeline, fang: Phone, sign: str) -> None:
    """The newest follow-up."""
    asked = newest(fang, "How is Lily now?")
    data = next(each.data for row in asked.buttons for each in row if each.text.startswith(sign))
    fang.press(data, asked)
    await home.settle()


async def test_the_same_at_every_follow_up_for_three_days_is_no_silence(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    await answered_once(home)
    asked = count(fang, QUESTION)
    await fever(home, fang)

    for _day in range(3):
        await hours(home, 13)
        await answers(home, fang, "☁️")
        await hours(home, 11)

    assert alarms(mei) == []
    assert alarms(li) == []
    assert not fang.sees(REMINDER)
    assert count(fang, QUESTION) == asked


async def test_from_ill_in_the_morning_to_the_all_clear_next_day_only_the_follow_up_asks(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await answered_once(home)
    await home.until(9, 0, day=1)
    asked = count(fang, QUESTION)
    await fever(home, fang)
    await home.until(20, 0)
    await home.until(9, 0, day=1)
    assert fang.sees("How is Lily now?")
    assert count(fang, QUESTION) == asked

    await answers(home, fang, "🌤")
    await home.later(minutes=5)
    assert count(fang, QUESTION) == asked
    assert not mei.sees("No answer from")

    await home.until(19, 30)
    assert count(fang, QUESTION) == asked + 1
    assert not fang.sees(REMINDER)


async def test_a_silence_during_an_illness_climbs_as_any_other(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await answered_once(home)
    await home.until(9, 0, day=1)
    await fever(home, fang)

    await hours(home, 12 + 24 + 8)

    assert alarms(mei)
    assert not fang.sees(QUESTION)


async def test_a_parent_who_asks_meanwhile_has_the_follow_up_asked_at_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(9, 0)
    await fever(home, fang)
    await home.until(7, 0, day=1)
    cards, follow_ups = count(fang, QUESTION), count(fang, "How is Lily now?")

    await tap(home, mei, "🏠", "🙂")
    await home.later(seconds=2)

    assert count(fang, "How is Lily now?") == follow_ups + 1
    assert count(fang, QUESTION) == cards


async def test_no_idea_comes_while_the_child_is_ill(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(9, 0, day=5)
    await fever(home, fang)
    assert not mei.sees("💡")

    await home.until(10, 1, zone="Asia/Dubai", day=1)
    assert home.clock.now().weekday() == 6
    assert not any(each.startswith("💡") for each in mei.texts)

    await home.until(8, 30, day=1)
    await answers(home, fang, "🌤")
    await home.until(10, 1, zone="Asia/Dubai")
    assert any(each.startswith("💡") for each in mei.texts)


async def test_of_two_children_the_one_who_is_well_is_asked_about(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Tom")
    await home.until(9, 0)
    fang.press("ill:1", fang.last)
    await home.settle()
    await tap(home, fang, "🌡")

    await home.until(19, 40)

    assert fang.last.words == "How is Tom today?"
    await tap(home, fang, "🙂")
    assert any("Tom is well" in each for each in mei.texts)
    assert not mei.sees("Lily is well")
