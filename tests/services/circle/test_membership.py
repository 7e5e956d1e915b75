"""SG-13, SG-23: a place is closed and opened again, and one adult always remains."""

from tests.handlers.circle.test_circles import standing
from tests.homeline import Homeline
from tests.households import english_family, hours, since, stand_in, tap


async def test_sg_23_another_adult_closes_a_phone_in_two_taps_and_opens_it_again(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    await home.until(19, 30)
    card = next(each for each in reversed(fang.messages) if each.words.startswith("How is Lily today?"))

    await tap(home, mei, "🏠", "⚙️", "👥", "🔒")

    closed = "Lily's circle rests on this phone for now."
    assert fang.texts[-1] == f"{closed}\nIs that a mistake? Tell the people who run this bot this number: 1-2."
    assert "🤒" not in str(fang.keyboard)
    assert li.texts[-1].startswith("🔒 Lily\n🔒 Grandma: nothing about Lily goes to that phone")
    before, news = len(fang.texts), len(mei.texts)
    fang.tap("🙂", message=card)
    await home.settle()
    fang.press("let_go:2", fang.last)
    await home.settle()
    fang.say("🤒")
    await home.settle()
    assert since(mei, news) == []
    assert await standing(home, 2) == "suspended"
    await hours(home, 26)
    assert not [text for text in since(fang, before) if "Lily" in text]
    assert "Lily" in li.texts[-1]

    await tap(home, li, "🏠", "⚙️", "👥", "🔓")
    assert fang.texts[-1] == "Lily's circle is open for you again."
    assert "🤒" in str(fang.keyboard)
    assert await standing(home, 2) == "guardian"


async def test_sg_13_of_two_who_put_each_other_out_the_first_does_and_one_adult_remains(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "🚪")
    await tap(home, fang, "🏠", "⚙️", "👥", "🚪")

    mei.tap("✅")
    fang.tap("✅")
    await home.settle()

    places = {await standing(home, 1), await standing(home, 2)}
    assert "removed" in places
    assert len(places & {"parent", "guardian"}) == 1
    stays = mei if await standing(home, 1) == "parent" else fang
    stays.press("leave_yes:1", stays.last)
    await home.settle()
    assert stays.texts[-1].startswith("You are the only one in Lily's circle.")
