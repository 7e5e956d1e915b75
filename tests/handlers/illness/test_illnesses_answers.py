"""After the alert: who has seen it, who calls, who cannot be reached, and the all-clear for exactly those."""

from bot.simulator.cast import MEI
from tests.handlers.illness.illness_words import CARD
from tests.homeline import Homeline
from tests.illness_cast import FANG_EN, JUN_EN, LI_EN, count, english_family, fever, joins, labels, newest


async def test_seen_and_calling_reach_home_and_edit_the_alert_everywhere(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    await fever(home, fang)
    before = len(jun.texts)

    mei.tap("🙏")
    await home.settle()
    assert fang.last.words == "🙏 Mei has seen it."
    assert len(jun.texts) == before
    assert newest(jun, "is ill").words.endswith("🙏 Seen: Mei")

    mei.tap("🤙")
    await home.settle()
    assert fang.last.words == "🤙 Mei is calling you now."
    assert jun.last.words == "🤙 Mei is calling now."
    assert newest(jun, "is ill").words.endswith("🤙 Now calling: Mei")
    assert newest(mei, "is ill").words.endswith("🤙 I have told home that you are calling.")

    mei.tap("✅", message=newest(mei, "is ill"))
    await home.settle()
    assert newest(jun, "is ill").words.endswith("✅ Have talked with home: Mei")
    assert count(jun, "Lily is ill") == count(mei, "Lily is ill") == 1


async def test_who_has_talked_with_home_is_not_asked_to_press_seen(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    mei.tap("🤙")
    await home.settle()
    mei.tap("✅")
    await home.settle()

    assert [label[0] for label in labels(newest(mei, "is ill"))] == ["🤙", "🎤", "🏠", "☂"]


async def test_two_parents_press_calling_at_once_and_one_of_them_calls(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    await fever(home, fang)

    mei.tap("🤙")
    jun.tap("🤙")
    mei.tap("🤙")
    await home.settle()

    assert sum(count(fang, f"{who} is calling you now") for who in ("Mei", "Jun")) == 1
    assert {mei.toast, jun.toast} & {"Mei is calling already.", "Jun is calling already."}


async def test_a_parent_who_cannot_be_reached_is_named_at_once_and_gets_it_later(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    jun.block()
    await home.settle()
    await fever(home, fang)

    assert fang.sees("Jun cannot be reached now. The message waits.")
    assert mei.sees("Lily is ill: fever")
    assert not li.sees("Lily is ill")
    await home.later(hours=1, minutes=1)
    assert count(fang, "Jun cannot be reached now") == 1

    jun.start()
    await home.settle()
    assert jun.sees("Lily is ill: fever")


async def test_when_no_parent_can_be_reached_the_stand_ins_are_told_at_once(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    home.world.phone(MEI).deactivate()
    await fever(home, fang)

    assert fang.sees("Mei cannot be reached now. If you are worried, get help now. You know Lily best.")
    assert li.last.words == "🤒 Lily, from Grandma\nLily is ill: fever. 16:00 at home."
    li.tap("🙏")
    await home.settle()
    assert fang.last.words == "🙏 Li Na (stand-in) has seen it."
    assert count(fang, "Mei cannot be reached now. If you") == 1


async def test_a_guardian_who_is_alone_hears_that_nobody_is_told(home: Homeline) -> None:
    fang = await home.newcomer(FANG_EN)
    for tap in ("🏡", "➕"):
        fang.tap(tap)
        await home.settle()
    fang.say("Lily")
    await home.settle()
    for tap in ("2018", "May", "🇨🇳", "👵"):
        fang.tap(tap)
        await home.settle()
    await fever(home, fang)

    assert newest(fang, CARD).words.endswith("There is nobody in the circle yet whom I can tell.")
    assert fang.sees("No parent can be reached now.")
    fang.tap("➕ Add something")
    await home.settle()
    fang.say("She is hot")
    await home.settle()
    assert fang.last.words == "There is nobody in the circle yet whom I can tell."
    fang.tap("🌤")
    await home.settle()
    assert fang.last.words == "🌤 Thank you. It is noted."
