"""SG-11, SG-13, SG-23: separate lines, putting somebody out, and a phone that may be in other hands."""

from bot.db.transaction import Tx
from bot.queries.circle import circles
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import english_family, read, second_parent, since, stand_in, tap


async def standing(home: Homeline, number: int) -> str:
    def look(tx: Tx) -> str:
        found = circles.member_by_id(tx, number)
        assert found is not None
        return found.standing.value

    return await read(home, look)


async def shown(home: Homeline, phone: Phone) -> str:
    await tap(home, phone, "🏠", "⚙️", "👥")
    return phone.last.words


async def test_sg_11_a_parent_draws_the_line_in_three_taps_and_only_what_it_does_is_told(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    assert "Jun" in await shown(home, mei)
    before = len(jun.texts)

    await tap(home, mei, "🏠", "⚙️", "👥", "↔️", "✅")

    for phone in (jun, fang):
        assert phone.texts[-1] == "In Lily's circle parents do not see each other's names and plans."
    assert "Jun" not in await shown(home, mei)
    assert "Mei" not in await shown(home, jun)
    assert "Jun" in await shown(home, fang)
    assert not [text for text in since(jun, before) if "Mei" in text]


async def test_sg_11_of_two_parents_neither_takes_the_line_away_and_reaches_the_other(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "↔️", "✅")

    for forged in ("lines_set:1:off", "hold:1", "remove:1", "remove_yes:1"):
        jun.press(forged, jun.last)
        await home.settle()

    assert await standing(home, 1) == "parent"
    assert "Jun" not in await shown(home, mei)
    await tap(home, fang, "🏠", "⚙️", "👥", "↔️", "✅")
    assert "Jun" in await shown(home, mei)


async def test_sg_14_on_a_lock_screen_stands_only_which_child_it_is_about(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    li = await stand_in(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "🔒")
    assert li.texts[-1].splitlines()[0] == "🔒 Lily"
    await tap(home, mei, "🚪", "✅")
    assert li.texts[-1].splitlines()[0] == "🚪 Lily"
