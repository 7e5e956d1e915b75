"""🕰 A child moves to another zone: one card, another clock, other emergency numbers, and no day twice."""

from dataclasses import replace

import pytest

from bot.db.tables import check_in
from bot.queries.circle import circles
from bot.simulator.cast import IVAN
from tests.homeline import Homeline
from tests.households import english_family, read, say, second_parent, since, stand_in, tap

WAY = ("🏠", "⚙️", "⏰ Lily", "🕰 Lily has moved")


async def zone_of_lily(home: Homeline) -> tuple[str, str]:
    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    return circle.child.country, circle.child.zone


async def test_grandma_says_it_without_a_keyboard_and_the_others_read_it_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    before = len(mei.texts)

    await tap(home, fang, *WAY)
    assert fang.last.words == "🕰 Where does Lily live now?"
    await tap(home, fang, "🇺🇿")

    assert await zone_of_lily(home) == ("UZ", "Asia/Tashkent")
    assert fang.last.words == (
        "🕰 Lily\nLily lives here now: Uzbekistan. I ask by the clock there.\nYour own hours follow that clock, too."
    )
    told = "🕰 Lily\nGrandma says that Lily has moved: Uzbekistan."
    assert since(mei, before) == [told]
    assert jun.texts[-1] == told
    await tap(home, fang, *WAY, "🇺🇿")
    assert since(mei, before) == [told]  # where she lives already is no news

    await tap(home, fang, "🤒")
    assert fang.sees("103")
    assert not fang.sees("120")


async def test_she_is_asked_about_by_the_new_clock_and_about_no_day_twice(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await home.until(19, 31)
    await tap(home, fang, "🙂")
    await tap(home, fang, *WAY, "🇺🇿")
    before = len(fang.texts)
    await home.until(20, 0, zone="Asia/Tashkent")  # half past seven came there once more
    assert not any("How is Lily" in each for each in since(fang, before))

    await home.until(17, 0, zone="Asia/Tashkent")
    assert not any("How is Lily" in each for each in since(fang, before))
    await home.until(19, 35, zone="Asia/Tashkent")
    assert fang.sees("How is Lily today?")
    days = await read(home, lambda tx: [row.local_date for row in tx.all(check_in.select())])
    assert len(days) == len(set(days)) == 2


async def test_a_country_on_no_button_is_written_and_a_city_names_its_clock(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await tap(home, mei, *WAY, "✏️ Another country")
    assert mei.last.words == "Please write the country, or a large city in it."
    assert "lives here now: Peru" in await say(home, mei, "Peru")
    assert (await zone_of_lily(home))[0] == "PE"
    await tap(home, mei, *WAY)
    mei.press("child_country:1:RU", mei.last)
    await home.settle()
    assert mei.last.words == "Which clock is the nearest?"
    await tap(home, mei, "Yekaterinburg")
    assert await zone_of_lily(home) == ("RU", "Asia/Yekaterinburg")


@pytest.mark.parametrize(
    "data", ["child_place:1:0", "child_country:1:UZ", "child_city:1:UZ:0", "child_country_other:1", "child_city:1:XX:0"]
)
async def test_neither_a_stand_in_nor_a_stranger_moves_a_child(home: Homeline, data: str) -> None:
    mei, _fang = await english_family(home)
    li = await stand_in(home)
    ivan = await home.newcomer(replace(IVAN, language_code="en"))
    before = len(mei.texts)
    for phone in (li, ivan):
        phone.press(data, phone.last)
        await home.settle()
        assert str(phone.toast).startswith("This has changed since")

    assert await zone_of_lily(home) == ("CN", "Asia/Shanghai")
    assert since(mei, before) == []
