"""An illness ends by somebody's word, and exactly those hear it who had heard of it."""

from tests.homeline import Homeline
from tests.illness_cast import JUN_EN, LI_EN, PO_EN, count, english_family, fever, joins, labels, newest


async def test_the_other_guardian_at_home_is_told_and_can_give_the_all_clear(home: Homeline) -> None:
    mei, fang = await english_family(home)
    po = await joins(home, PO_EN, "guardian", "👴")
    await fever(home, fang)
    assert po.last.words == "🤒 Lily, from Grandma\nLily is ill: fever. 16:00 at home."
    assert labels(po.last)[0] == "🌤 Better"

    po.tap("🌤")
    await home.settle()

    assert mei.last.words == "🌤 Lily is better, says Grandpa."
    assert fang.last.words == "🌤 Lily is better, says Grandpa."


async def test_the_all_clear_reaches_exactly_those_who_were_alerted(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    await fever(home, fang)
    fang.tap("🌤")
    await home.settle()

    clear = "🌤 Lily is better, says Grandma."
    assert mei.last.words == jun.last.words == clear
    assert newest(fang, "Thank you").words == "🌤 Thank you. Mei and Jun will see it."
    assert not li.sees("better")
    late = await joins(home, PO_EN, "parent", "Another")
    assert not late.sees("better")
    before = len(mei.texts)
    fang.press("ill_better:1", fang.last)
    mei.press("ill_seen:1", mei.last)
    await home.later(hours=20)
    assert count(mei, clear) == 2  # the alert, edited, and the message
    assert not any("ill" in text for text in mei.texts[before:])
