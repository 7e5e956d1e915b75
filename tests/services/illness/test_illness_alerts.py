"""An alert that does not arrive is no silence: those who rely on it learn at once."""

from bot.simulator.cast import MEI
from bot.telegram.outcomes import URGENT_ATTEMPTS
from tests.homeline import Homeline
from tests.households import tap
from tests.illness_cast import FANG_EN, JUN_EN, LI_EN, count, english_family, fever, joins, labels, newest

REFUSED = "The message could not be delivered to Mei. A call may help."
UNKNOWN = "I do not know if Mei got the message. A call may help."
NO_PARENT = "Mei cannot be reached now. If you are worried, get help now. You know Lily best."


async def test_an_alert_that_telegram_refuses_arrives_at_once_in_words_alone(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    home.simulator.faults.refuse(chat=MEI.id)
    await fever(home, fang)

    assert mei.last.words == "🤒 Lily, from Grandma\nLily is ill: fever. 16:00 at home, 12:00 for you."
    assert not mei.last.buttons
    assert count(mei, "Lily is ill") == 1
    assert not fang.sees("could not be delivered")
    assert not li.sees("is ill")
    await home.later(minutes=15)
    await tap(home, mei, "🙏")
    assert fang.last.words == "🙏 Mei has seen it."


async def test_a_danger_card_that_telegram_refuses_comes_in_words_alone_and_the_alert_by_itself(home: Homeline) -> None:
    mei, fang = await english_family(home)
    home.simulator.faults.refuse(chat=FANG_EN.id)
    fang.say("🤒 Ill")
    await home.settle()

    assert fang.last.words.startswith("🚑 Call NOW if you see even one:")
    assert "120" in fang.last.words
    assert not fang.last.buttons
    await home.later(seconds=61)
    assert count(mei, "Lily is ill") == 1


async def test_an_alert_that_telegram_refuses_twice_is_told_at_home_and_brings_the_stand_in_at_once(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    home.simulator.faults.refuse(times=2, chat=MEI.id)
    await fever(home, fang)

    assert not mei.sees("Lily is ill")
    assert count(fang, REFUSED) == 1
    assert count(fang, NO_PARENT) == 1
    assert li.last.words == "🤒 Lily, from Grandma\nLily is ill: fever. 16:00 at home."
    await home.later(minutes=15)
    assert mei.sees("Lily is ill: fever")
    await tap(home, mei, "🙏")
    assert fang.last.words == "🙏 Mei has seen it."
    assert (count(fang, REFUSED), count(fang, NO_PARENT)) == (1, 1)


async def test_an_alert_of_which_nobody_knows_is_told_to_all_who_were_alerted(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    home.simulator.faults.lose_after_send(times=URGENT_ATTEMPTS, chat=MEI.id)
    await fever(home, fang)
    await tap(home, jun, "🙏")
    for _ in range(URGENT_ATTEMPTS):
        assert not fang.sees("I do not know")
        await tap(home, fang, "🏠")  # others get through all the while
        await home.later(minutes=1)

    assert count(fang, UNKNOWN) == 1
    assert jun.last.words == f"🤒 Lily, from Grandma\n{UNKNOWN}"
    assert not fang.sees(NO_PARENT)
    assert not li.sees("is ill")


async def test_a_photo_that_telegram_refuses_is_told_to_who_sent_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    await fever(home, fang)
    await tap(home, fang, "➕ Add something")
    home.simulator.faults.refuse(chat=MEI.id)
    fang.photo("her back")
    await home.settle()

    assert not mei.sees("her back")
    assert count(fang, REFUSED) == 1
    assert not fang.sees(NO_PARENT)
    assert not li.sees("is ill")


async def test_an_alert_about_a_worse_child_that_is_refused_is_told_again(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    home.simulator.faults.refuse(times=2, chat=MEI.id)
    await fever(home, fang)
    await home.later(hours=4)
    home.simulator.faults.refuse(times=2, chat=MEI.id)
    await tap(home, fang, "⛈")

    assert count(fang, REFUSED) == 2
    assert count(fang, NO_PARENT) == 2


async def test_when_the_only_alerted_parent_leaves_the_stand_in_is_told_at_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    await fever(home, fang)
    await tap(home, mei, "🙏")
    assert not li.sees("Lily is ill")
    mei.press("leave_yes:1", mei.last)
    await home.settle()

    assert newest(li, "Lily is ill").words == "🤒 Lily, from Grandma\nLily is ill: fever. 16:00 at home."
    assert fang.sees("No parent can be reached now. If you are worried, get help now. You know Lily best.")
    before = len(mei.texts)
    await home.later(minutes=15)
    assert len(mei.texts) == before


async def test_when_the_caller_leaves_the_other_parent_is_asked_anew(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    await fever(home, fang)
    await tap(home, mei, "🤙")
    mei.press("leave_yes:1", mei.last)
    await home.settle()

    assert "calling" not in newest(jun, "Lily is ill").words
    assert "🙏 Seen" in labels(newest(jun, "Lily is ill"))
    assert count(jun, "🤒 Lily") == 2
    assert not fang.sees(NO_PARENT)
    await home.later(minutes=45)
    assert li.sees("Lily is ill: fever")


async def test_a_parent_who_came_after_the_alert_hears_it_when_the_alerted_one_leaves(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    await fever(home, fang)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    mei.press("leave_yes:1", mei.last)
    await home.settle()

    assert jun.sees("Lily is ill: fever")
    assert not li.sees("Lily is ill")
    assert not fang.sees(NO_PARENT)
