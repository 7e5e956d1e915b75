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


@pytest.mark.parametrize(
    ("name", "data", "mime"),
    [
        ("3B.tsv", "№\tName\n1\tWang Lily\n2\tTom Sawyer\n".encode(), "text/tab-separated-values"),
        ("3B.tsv", b"1\tWang Lily\n2\tTom Sawyer\n", "application/octet-stream"),
        # what a spreadsheet calls “Unicode text”
        ("3B.txt", "№\tName\r\n1\tWang Lily\r\n2\tTom Sawyer\r\n".encode("utf-16"), "text/plain"),
        ("3B.txt", "№;Name;Born\n1;Wang Lily;\n2;Tom Sawyer;\n".encode(), "text/plain"),
        ("3B.txt", b"Wang Lily\nTom Sawyer\n", "text/plain"),
    ],
)
async def test_a_list_with_tabs_or_semicolons_is_read_whatever_it_is_called(
    home: Homeline, zhao: Phone, name: str, data: bytes, mime: str
) -> None:
    zhao.document(name, data, mime=mime)
    await home.settle()
    assert "could hold a program" not in zhao.texts[-1]
    await tap(home, zhao, BUTTON)
    assert "I read 2 names:\n" in zhao.texts[-1]
    await tap(home, zhao, "✅")
    assert await lines(home) == ["Wang Lily", "Tom Sawyer"]
    assert await drafts(home) == 0


async def test_letters_that_could_be_others_are_asked_and_chinese_ones_are_known(home: Homeline, zhao: Phone) -> None:
    zhao.document("3B.tsv", "1\tZoë\n2\tAnna\n".encode("cp1252"), mime="text/tab-separated-values")
    await home.settle()
    await tap(home, zhao, BUTTON)
    assert "Which of these is right?" in zhao.texts[-1]
    assert await drafts(home) == 1  # not lost while it is asked
    await tap(home, zhao, "Zoë", "✅")
    assert await lines(home) == ["Zoë", "Anna"]
    assert await drafts(home) == 0

    names = "学号\t姓名\n3\t王莉莉\n4\t李小雨\n5\t张建国\n6\t欧阳明月\n"
    zhao.document("三班.tsv", names.encode("gb18030"), mime="")
    await home.settle()
    await tap(home, zhao, BUTTON)
    assert "3. 王莉莉\n4. 李小雨\n" in zhao.texts[-1]


async def test_a_letter_in_a_text_file_is_still_a_notice(home: Homeline, zhao: Phone) -> None:
    mei, _ = await english_family(home)
    await tap(home, zhao, "🏠", "🎓 3B", "🔗")
    await home.pupil(zhao.texts[-1].rpartition("\n")[2])
    zhao.document("trip.txt", b"On Friday we go to the museum; bring 5 yuan.", mime="text/plain")
    await home.settle()
    assert labels(zhao.last)[0] == "📣 Send"
    await tap(home, zhao, "📣 Send")
    assert any(each.kind == "document" for each in mei.messages)
    assert await lines(home) == []


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
