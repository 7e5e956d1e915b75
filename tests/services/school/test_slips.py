"""A paper is no way past a family: who comes by it is let in at once only where the family came by it, too."""

from dataclasses import replace

import pytest

from bot.db.transaction import Tx
from bot.queries.circle import circles
from bot.queries.school import rosters
from bot.simulator.cast import IVAN, MEI
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import labels
from tests.handlers.school.slips_steps import listed_class, opened, printed, slips
from tests.homeline import Homeline
from tests.households import GRANDMA, english_family, tap

STRANGER = replace(IVAN, language_code="en")


@pytest.fixture(name="zhao")
async def teachers_phone(home: Homeline) -> Phone:
    """Class 3B with a list of three, in which no family is yet."""
    return await listed_class(home)


async def test_a_family_that_came_otherwise_says_yes_before_a_paper_lets_anybody_in(
    home: Homeline, zhao: Phone
) -> None:
    mei, _fang = await english_family(home)
    (_near, far), *_others = await printed(home, zhao)
    await home.app.store.run(lambda tx: rosters.tie(tx, rosters.of_class(tx, 1)[0], 1))
    ivan = home.phone(STRANGER)
    await opened(home, ivan, far)
    await tap(home, ivan, "Dad")

    assert ivan.texts[-1].startswith("Thank you. Lily's family is asked to say yes.")
    assert labels(mei.last)[:2] == ["✅ Yes", "❌ No"]
    circle = await home.app.store.run(lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert len(circle.active) == 2
    assert "far away is here" not in zhao.texts[-1]


async def test_where_sharing_is_stopped_the_paper_lets_nobody_in_by_itself(home: Homeline, zhao: Phone) -> None:
    (near, far), *_others = await printed(home, zhao)
    fang, mei = home.phone(GRANDMA), home.phone(MEI)
    await opened(home, fang, near)
    await tap(home, fang, "👵")

    def stop(tx: Tx) -> None:
        circles.change_child(tx, 1, sharing_stopped_at=tx.now)

    await home.app.store.run(stop)
    before = len(zhao.texts)
    await opened(home, mei, far)
    await tap(home, mei, "Mum")

    assert mei.texts[-1].startswith("Thank you. Anvar's family is asked")
    assert zhao.texts[before:] == []


async def test_a_paper_made_after_the_family_came_lets_nobody_in_before_they_say_yes(
    home: Homeline, zhao: Phone
) -> None:
    (near, _far), *_others = await printed(home, zhao)
    fang, ivan = home.phone(GRANDMA), home.phone(STRANGER)
    await opened(home, fang, near)
    await tap(home, fang, "👵")
    await home.later(minutes=5)
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "🖨", "🧒 One child", "1. Karimov Anvar")
    ((_again, far),) = await slips(home, zhao)
    before = len(zhao.texts)
    await opened(home, ivan, far)
    await tap(home, ivan, "Dad")

    assert ivan.texts[-1].startswith("Thank you. Anvar's family is asked to say yes.")
    assert labels(fang.last)[:2] == ["✅ Yes", "❌ No"]
    assert zhao.texts[before:] == []


async def test_where_two_lines_with_a_family_each_are_one_child_a_paper_leads_to_its_own_family(
    home: Homeline, zhao: Phone
) -> None:
    (near, _far), (other, far), *_rest = await printed(home, zhao)
    fang, ivan, mei = home.phone(GRANDMA), home.phone(STRANGER), home.phone(MEI)
    await opened(home, fang, near)
    await tap(home, fang, "👵")
    await opened(home, ivan, other)
    await tap(home, ivan, "👴")
    await home.app.store.run(lambda tx: rosters.join(tx, *rosters.of_class(tx, 1)[:2]))
    before = len(fang.texts)
    await opened(home, mei, far)
    await tap(home, mei, "Mum")

    found = await home.app.store.run(lambda tx: [circles.get(tx, child) for child in (1, 2)])
    assert [len(circle.active) for circle in found if circle] == [1, 2]
    assert mei.sees("小明")
    assert not mei.sees("Anvar")
    assert fang.texts[before:] == []


async def test_a_paper_of_a_line_that_was_found_to_be_anothers_child_asks_that_family_first(
    home: Homeline, zhao: Phone
) -> None:
    (near, _far), (other, _other_far), *_rest = await printed(home, zhao)
    fang, ivan = home.phone(GRANDMA), home.phone(STRANGER)
    await opened(home, fang, near)
    await tap(home, fang, "👵")
    await home.app.store.run(lambda tx: rosters.join(tx, *rosters.of_class(tx, 1)[:2]))
    await opened(home, ivan, other)  # perhaps the teacher was wrong, and it is 小明's family
    await tap(home, ivan, "👴")

    assert ivan.texts[-1].startswith("Thank you. Anvar's family is asked to say yes.")
    circle = await home.app.store.run(lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert len(circle.active) == 1
