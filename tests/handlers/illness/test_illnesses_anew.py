"""What is new of an illness that somebody has seen already: an alert of its own, and what stood before points to it."""

from bot.simulator.phone import Phone
from tests.handlers.illness.illness_words import BELOW, as_it_is_now, data_of
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.homeline import FANG, MEI, Homeline
from tests.households import tap
from tests.illness_cast import JUN_EN, LI_EN, PO_EN, count, english_family, fever, joins, labels, newest
from tests.ticks.illness.test_escalate_illnesses import NOBODY


async def adds(home: Homeline, phone: Phone, sign: str) -> None:
    """🤒 once more, then what else it is."""
    phone.say("🤒 Ill")
    await home.settle()
    await tap(home, phone, sign)


async def test_a_new_sign_after_seen_is_a_new_alert_that_asks_everybody_from_the_start(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    await home.quiet(MEI, 0, 1439)
    await fever(home, fang)
    await tap(home, mei, "🙏")
    old = newest(mei, "is ill: fever")
    seen, call = "ill_seen:1:0", data_of(old, "🤙")

    await home.later(hours=3)
    await adds(home, fang, "😮‍💨")

    for parent in (mei, jun):
        assert parent.last.words.startswith("🤒 Lily, from Grandma\nLily is ill: fever, breathing.")
        assert "😮‍💨 New: breathing, says Grandma. 19:00 at home" in parent.last.words
        assert [each[0] for each in labels(parent.last)][:2] == ["🙏", "🤙"]
        assert "Seen:" not in parent.last.words
    assert as_it_is_now(mei, old).words.endswith("There is something new below.")
    assert labels(as_it_is_now(mei, old)) == []
    assert not li.sees("🤒")

    before = len(fang.texts)
    for data in (seen, call):
        mei.press(data, old)  # a thumb that was on its way
        await home.settle()
        assert mei.toast == BELOW
    assert len(fang.texts) == before
    await home.later(minutes=15)
    await home.later(minutes=45)
    assert count(mei, "New: breathing") == 1  # the alert said once more; the first of it points there
    assert li.sees("Lily is ill: fever, breathing.")
    assert count(fang, NOBODY) == 1

    await tap(home, jun, "🙏")
    assert fang.last.words == "🙏 Jun has seen it."


async def test_a_new_sign_while_everybody_is_being_asked_changes_the_alert_where_it_stands(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await adds(home, fang, "🤢")

    assert count(mei, "🤒 Lily") == 1
    assert "Lily is ill: fever, stomach." in mei.last.words


async def test_a_sign_that_was_told_already_rings_nobody(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await tap(home, mei, "🙏")
    before = len(mei.texts)
    await adds(home, fang, "🌡")

    assert len(mei.texts) == before


async def test_who_is_at_home_too_hears_what_another_has_added(home: Homeline) -> None:
    mei, fang = await english_family(home)
    po = await joins(home, PO_EN, "guardian", "👴")
    await fever(home, fang)
    await tap(home, mei, "🤙", "✅")
    await adds(home, po, "😮‍💨")

    assert "New: breathing, says" in fang.last.words
    assert "New: breathing, says" in mei.last.words
    assert "ill_talked" not in str([b.data for row in mei.last.buttons for b in row])


async def test_the_schools_further_sign_rings_anew_too(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "🤒", "🌡")
    await tap(home, mei, "🙏")
    await home.quiet(FANG, 0, 1439)
    old, mine = newest(mei, "is ill: fever"), len(mei.texts)
    await tap(home, zhao, "🤕")

    assert len(mei.texts) == mine + 1
    for phone in (mei, fang):
        assert "Lily is ill: fever, hurt." in phone.last.words
        assert "🙏" in [each[0] for each in labels(phone.last)]
    assert as_it_is_now(mei, old).words.endswith("There is something new below.")
    before = count(mei, "🤒 Lily")
    await home.later(minutes=15)
    assert count(mei, "🤒 Lily") == before + 1
