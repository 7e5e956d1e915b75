"""Who cannot be reached while a child is ill is named at home, each time once."""

from tests.homeline import Homeline
from tests.households import tap
from tests.illness_cast import JUN_EN, LI_EN, PO_EN, count, english_family, fever, joins
from tests.services.illness.test_illness_alerts import NO_PARENT


async def test_a_parent_who_is_lost_while_the_child_is_ill_is_named_each_time(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    await fever(home, fang)
    await tap(home, mei, "🙏")
    mei.block()
    await home.settle()

    assert count(fang, "Mei cannot be reached now. The message waits.") == 1
    assert li.sees("Lily is ill: fever")
    await home.later(hours=4)
    await tap(home, fang, "⛈")
    assert count(fang, "Mei cannot be reached now. The message waits.") == 2
    assert count(fang, NO_PARENT) == 2


async def test_a_worse_child_of_another_family_names_nobody_anew(home: Homeline) -> None:
    mei, fang = await english_family(home)
    link = await home.child(JUN_EN, "Tao")
    po = await home.joined(PO_EN, link, "👵", host=JUN_EN)
    await fever(home, fang)
    mei.block()
    await home.settle()
    assert count(fang, "Mei cannot be reached now. The message waits.") == 1
    before = len(fang.texts)

    await fever(home, po)
    await home.later(hours=4)
    await tap(home, po, "⛈")

    assert count(fang, "Mei cannot be reached now. The message waits.") == 1
    assert not any("Tao" in text for text in fang.texts[before:])
