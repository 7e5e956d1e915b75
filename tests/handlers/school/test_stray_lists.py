"""A list that is sent without having been asked for: a notice with one tap, the class's list with another."""

import pytest

from bot.queries.school import notices, rosters
from bot.simulator.cast import IVAN, MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, labels
from tests.homeline import Homeline
from tests.households import english_family, say, tap

NAMES = "1 Wang Lily 2018\n2 Anvar Karimov\n3 Zilola Umarova\n4 Tom Sawyer\n5 Botir Qodirov"
BUTTON = "🗒 These are pupils"


@pytest.fixture(name="zhao")
async def teachers_phone(home: Homeline) -> Phone:
    """Class 3B, in which no family is yet."""
    await home.school()
    await home.class_room()
    return home.phone(ZHAO)


async def lines(home: Homeline) -> list[str]:
    return await home.app.store.run(lambda tx: [each.line.name for each in rosters.of_class(tx, 1)])


async def drafts(home: Homeline) -> int:
    return await home.app.store.run(lambda tx: len(notices.unsent(tx, 1, 1)))


async def test_names_that_are_sent_become_the_list_with_two_taps(home: Homeline, zhao: Phone) -> None:
    await say(home, zhao, NAMES)
    assert labels(zhao.last)[0] == BUTTON
    card = zhao.last
    await tap(home, zhao, BUTTON)
    assert "I read 5 names:\n1. Wang Lily · 2018\n" in zhao.texts[-1]
    assert await lines(home) == []
    assert await drafts(home) == 1  # kept until the names stand on the list

    await tap(home, zhao, "✅")
    assert await lines(home) == ["Wang Lily", "Anvar Karimov", "Zilola Umarova", "Tom Sawyer", "Botir Qodirov"]
    assert await drafts(home) == 0
    zhao.press("roster_from:1", card)
    await home.settle()
    assert zhao.toast == OVER
    await tap(home, zhao, "↩️")
    assert await lines(home) == []


async def test_a_no_loses_nothing_of_what_was_written(home: Homeline, zhao: Phone) -> None:
    await say(home, zhao, NAMES)
    await tap(home, zhao, BUTTON, "❌")
    assert await lines(home) == []
    assert await drafts(home) == 1


async def test_a_notice_of_names_is_still_one_tap(home: Homeline, zhao: Phone) -> None:
    mei, _ = await english_family(home)
    await tap(home, zhao, "🏠", "🎓 3B", "🔗")
    await home.pupil(zhao.texts[-1].rpartition("\n")[2])
    await say(home, zhao, NAMES)
    assert labels(zhao.last)[0] == "📣 Send"
    assert BUTTON in labels(zhao.last)
    await tap(home, zhao, "📣 Send")
    assert mei.sees("Tom Sawyer")
    await say(home, zhao, "Bring a coat on Friday")
    assert BUTTON not in labels(zhao.last)


async def test_a_file_is_read_as_the_list_and_one_that_is_none_says_so(home: Homeline, zhao: Phone) -> None:
    zhao.document("3B.csv", "№;Name\n1;Wang Lily\n2;Tom Sawyer\n".encode(), mime="text/csv")
    await home.settle()
    await tap(home, zhao, BUTTON)
    assert "I read 2 names:\n1. Wang Lily\n2. Tom Sawyer\n" in zhao.texts[-1]
    await tap(home, zhao, "✅")
    assert await lines(home) == ["Wang Lily", "Tom Sawyer"]
    assert await drafts(home) == 0

    zhao.document("empty.csv", b"\n", mime="text/csv")
    await home.settle()
    await tap(home, zhao, BUTTON)
    assert "I read" not in zhao.texts[-1]
    assert await drafts(home) == 1
    assert await lines(home) == ["Wang Lily", "Tom Sawyer"]


async def test_of_several_classes_that_is_asked_and_nobody_else_takes_it(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "🏠")
    await home.class_room(name="4A")
    await say(home, zhao, NAMES)
    card = zhao.last
    await tap(home, zhao, BUTTON)
    assert zhao.texts[-1] == "Which class are they in?"
    await tap(home, zhao, "🗒 3B", "✅")
    assert len(await lines(home)) == 5

    await say(home, zhao, NAMES.replace("Tom", "Tim"))
    ivan, mei = await home.school(IVAN, "Town school"), await home.newcomer(MEI)
    for phone in (ivan, mei):
        for data in ("roster_from:2", "roster_from_to:2:1"):
            phone.press(data, card)
            await home.settle()
        assert not phone.sees("Sawyer")
    assert len(await lines(home)) == 5
