"""SG-13: a day after somebody was put out it is for good, unless another adult objects."""

from tests.handlers.circle.test_circles import standing
from tests.homeline import Homeline
from tests.households import english_family, hours, invite, since, stand_in, tap


async def test_sg_13_put_out_at_once_for_good_after_a_day_and_nobody_reads_why(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    link = await invite(home, "Looks after")
    before = len(fang.texts)

    await tap(home, mei, "🏠", "⚙️", "👥", "🚪")
    assert await standing(home, 2) == "guardian"
    await tap(home, mei, "✅")

    put_out = "You are not in Lily's circle now. What you wrote yourself stays yours."
    assert since(fang, before) == [f"{put_out}\nIs that a mistake? Tell the people who run this bot this number: 1-2."]
    assert "Let them stay" in str(li.last.buttons)
    fang.open(link)
    await home.settle()
    assert fang.texts[-1].startswith("This link does not work any more.")
    await hours(home, 22)
    assert await standing(home, 2) == "removed"
    fang.press("keep:2", fang.last)
    await hours(home, 3)
    assert await standing(home, 2) == "stranger"

    li.press("keep:2", li.last)
    await home.settle()
    assert await standing(home, 2) == "stranger"
    assert not [text for text in since(fang, before) if "Mei" in text]


async def test_sg_13_another_adult_objects_and_everything_is_as_before(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "🚪", "✅")

    li.tap("↩️")
    await home.settle()

    assert fang.texts[-1] == "Lily's circle is open for you again."
    assert mei.texts[-1] == "🔓 Grandma is in Lily's circle again."
    await hours(home, 26)
    assert await standing(home, 2) == "guardian"
    assert "Lily" in fang.texts[-1]
