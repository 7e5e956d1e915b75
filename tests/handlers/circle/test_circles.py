"""SG-11, SG-13, SG-23: separate lines, putting somebody out, and a phone that may be in other hands."""

from bot.db.transaction import Tx
from bot.queries.circle import circles
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import english_family, hours, invite, read, second_parent, since, stand_in, tap


async def standing(home: Homeline, number: int) -> str:
    def look(tx: Tx) -> str:
        found = circles.member_by_id(tx, number)
        assert found is not None
        return found.standing.value

    return await read(home, look)


async def shown(home: Homeline, phone: Phone) -> str:
    await tap(home, phone, "🏠", "👥")
    return phone.last.words


async def test_sg_11_a_parent_draws_the_line_in_three_taps_and_only_what_it_does_is_told(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    assert "Jun" in await shown(home, mei)
    before = len(jun.texts)

    await tap(home, mei, "🏠", "👥", "↔️", "✅")

    for phone in (jun, fang):
        assert phone.texts[-1] == "In Lily's circle parents do not see each other's names and plans."
    assert "Jun" not in await shown(home, mei)
    assert "Mei" not in await shown(home, jun)
    assert "Jun" in await shown(home, fang)
    assert not [text for text in since(jun, before) if "Mei" in text]


async def test_sg_11_of_two_parents_neither_takes_the_line_away_and_reaches_the_other(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    await tap(home, mei, "🏠", "👥", "↔️", "✅")

    for forged in ("lines_set:1:off", "hold:1", "remove:1", "remove_yes:1"):
        jun.press(forged, jun.last)
        await home.settle()

    assert await standing(home, 1) == "parent"
    assert "Jun" not in await shown(home, mei)
    await tap(home, fang, "🏠", "👥", "↔️", "✅")
    assert "Jun" in await shown(home, mei)


async def test_sg_23_another_adult_closes_a_phone_in_two_taps_and_opens_it_again(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    await home.until(19, 30)
    card = next(each for each in reversed(fang.messages) if each.words.startswith("How is Lily today?"))

    await tap(home, mei, "🏠", "👥", "🔒")

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
    assert await standing(home, 2) == "frozen"
    await hours(home, 26)
    assert not [text for text in since(fang, before) if "Lily" in text]
    assert "Lily" in li.texts[-1]

    await tap(home, li, "🏠", "👥", "🔓")
    assert fang.texts[-1] == "Lily's circle is open for you again."
    assert "🤒" in str(fang.keyboard)
    assert await standing(home, 2) == "guardian"


async def test_sg_13_put_out_at_once_for_good_after_a_day_and_nobody_reads_why(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    link = await invite(home, "A guardian")
    before = len(fang.texts)

    await tap(home, mei, "🏠", "👥", "🚪")
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
    await tap(home, mei, "🏠", "👥", "🚪", "✅")

    li.tap("↩️")
    await home.settle()

    assert fang.texts[-1] == "Lily's circle is open for you again."
    assert mei.texts[-1] == "🔓 Grandma is in Lily's circle again."
    await hours(home, 26)
    assert await standing(home, 2) == "guardian"
    assert "Lily" in fang.texts[-1]


async def test_sg_13_of_two_who_put_each_other_out_the_first_does_and_one_adult_remains(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "👥", "🚪")
    await tap(home, fang, "🏠", "👥", "🚪")

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


async def test_sg_14_on_a_lock_screen_stands_only_which_child_it_is_about(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    li = await stand_in(home)
    await tap(home, mei, "🏠", "👥", "🔒")
    assert li.texts[-1].splitlines()[0] == "🔒 Lily"
    await tap(home, mei, "🚪", "✅")
    assert li.texts[-1].splitlines()[0] == "🚪 Lily"
