"""A class's poster comes in words with its link where neither page nor picture can be drawn."""

import os

import pytest

from bot.simulator.cast import MEI
from tests.handlers.school.slips_steps import listed_class, slips
from tests.homeline import Homeline, link_in
from tests.households import tap


async def test_a_poster_comes_as_a_page_and_as_a_picture(home: Homeline) -> None:
    await home.family()
    zhao = await home.school()
    await home.class_room()
    assert [each.kind for each in zhao.messages[-2:]] == ["document", "photo"]


@pytest.mark.wired
async def test_a_poster_that_cannot_be_drawn_comes_as_words_whose_link_works_and_is_drawn_the_next_time(
    home: Homeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    mei, _ = await home.family()
    zhao = await home.school()
    with monkeypatch.context() as broken:
        broken.setattr("bot.pictures.worker.begin", os.abort)  # each process dies as it begins
        await home.class_room()
    page, words = zhao.texts[-2:]

    assert page.startswith("🎓 I could not draw the page just now.")
    assert words.startswith("🎓 Village school, class 3B\nTap the link. Then choose your child.\n")
    assert "Scan" not in words
    assert all(each.kind == "text" for each in zhao.messages)
    mei.open(link_in(zhao))
    await home.settle()
    assert "class 3B, Village school: may the school" in home.phone(MEI).texts[-1]

    await tap(home, zhao, "🔗")
    assert [each.kind for each in zhao.messages[-2:]] == ["document", "photo"]


@pytest.mark.wired
async def test_slips_that_cannot_be_drawn_are_offered_again(home: Homeline, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("bot.pictures.worker.begin", os.abort)
        zhao = await listed_class(home)
        await tap(home, zhao, "🏠", "🎓 3B", "🗒", "🖨", "China")

    assert zhao.texts[-1] == "🖨 I could not draw the slips just now. Please tap again a little later."
    await tap(home, zhao, "🖨", "🔄")
    assert len(await slips(home, zhao)) == 3
