"""Each child is asked about once a day at its own minute, and never at night."""

from bot.simulator.cast import FANG, MEI
from tests.handlers.daily.test_check_ins import english_family
from tests.homeline import Homeline


async def test_a_child_is_asked_about_once_a_day_at_its_own_minute(home: Homeline) -> None:
    await english_family(home)
    fang = home.phone(FANG)
    before = len(fang.texts)
    await home.until(17, 59)
    assert len(fang.texts) == before

    await home.until(19, 30)
    assert fang.texts[before:] == ["How is Lily today?"]
    await home.later(minutes=10)
    assert len(fang.texts) == before + 1


async def test_who_answers_before_being_asked_is_not_asked_again_that_day(home: Homeline) -> None:
    await english_family(home)
    fang, mei = home.phone(FANG), home.phone(MEI)
    for _ in range(2):
        fang.tap("🙂")
        await home.settle()
        fang.tap("😄")
        await home.settle()

    assert len([text for text in mei.texts if "very good day" in text]) == 2
    before = len(fang.texts)
    await home.until(19, 30)
    assert len(fang.texts) == before
    await home.until(19, 30, day=1)
    assert fang.texts[-1] == "How is Lily today?"


async def test_a_card_that_was_opened_and_not_answered_is_still_asked_in_the_evening(home: Homeline) -> None:
    await english_family(home)
    fang, mei = home.phone(FANG), home.phone(MEI)
    fang.tap("🙂")
    await home.settle()
    opened = fang.last
    await home.until(19, 30)

    assert fang.texts[-1] == "How is Lily today?"
    assert opened not in fang.messages
    await home.until(8, 30, day=1)
    assert "How was Lily on Monday?" in fang.texts[-1]
    fang.tap("🙂")
    await home.settle()
    await home.until(7, 0, zone="Asia/Dubai")
    assert len([text for text in mei.texts if "Lily is well" in text]) == 1


async def test_after_an_outage_nobody_is_asked_at_night(home: Homeline) -> None:
    await english_family(home)
    fang = home.phone(FANG)
    before = len(fang.texts)
    await home.until(3, 0, day=1)
    assert len(fang.texts) == before

    await home.until(8, 1)
    assert len(fang.texts) == before + 1
    assert "How was Lily on Monday?" in fang.texts[-1]
    fang.tap("🙂")
    await home.settle()
    await home.until(19, 30)
    assert fang.texts[-1] == "How is Lily today?"
