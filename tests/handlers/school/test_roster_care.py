"""One line of a class's list is corrected, found twice, moved or taken off; each is undone within the day."""

import pytest

from bot.domain.school.roster_care import OF_LISTS
from bot.domain.school.staffing import FOR_TEACHERS
from bot.queries.school import enrolments, rosters
from bot.simulator.cast import IVAN, MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.pupils_steps import fill_class
from tests.handlers.school.schools_steps import OVER, labels
from tests.homeline import Homeline, link_in
from tests.households import GRANDMA, english_family, say, tap


@pytest.fixture(name="zhao")
async def teachers_phone(home: Homeline) -> Phone:
    """Lily is in 3B, and stands in its list beside Zilola."""
    await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕")
    await say(home, zhao, "1 Wang Lily\n2 Zilola")
    await tap(home, zhao, "✅", "🗒", "🔗 Lily", "1 Wang Lily")
    return zhao


async def lines(home: Homeline, class_id: int = 1) -> list[str]:
    found = await home.app.store.run(lambda tx: rosters.of_class(tx, class_id))
    return [f"{each.line.number or ''} {each.line.name} {each.child_id or '-'}".strip() for each in found]


async def here(home: Homeline, class_id: int = 1) -> list[int]:
    return await home.app.store.run(lambda tx: enrolments.children(tx, class_id))


async def colleague(home: Homeline) -> Phone:
    """Mr. Ivan teaches 4A at the same school."""
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠", "🔗")
    ivan = await home.newcomer(IVAN, link_in(zhao).rpartition("=")[2])
    await tap(home, zhao, "✅")
    await home.class_room(IVAN, "4A")
    return ivan


async def test_a_line_is_corrected_and_what_is_left_out_stays(home: Homeline, zhao: Phone) -> None:
    mei, seen = home.phone(MEI), len(home.phone(MEI).texts)
    await tap(home, zhao, "✏️ Change one", "1 Wang Lily", "✏️ Correct it")
    assert "It reads: 1 Wang Lily" in zhao.texts[-1]
    assert "cannot be this child's line" in await say(home, zhao, "2 Wang Lily")  # Zilola's number
    assert "cannot be this child's line" in await say(home, zhao, "???")
    assert "Now it reads: 1 Wang Lili · 2017" in await say(home, zhao, "Wang Lili 2017")
    assert await lines(home) == ["1 Wang Lili 1", "2 Zilola -"]
    renamed = zhao.last
    await tap(home, zhao, "↩️")
    assert await lines(home) == ["1 Wang Lily 1", "2 Zilola -"]
    zhao.press(data_of_undo(1), renamed)
    await home.settle()
    assert zhao.toast == OVER
    assert len(mei.texts) == seen  # at home she is Lily, whatever the school writes


def data_of_undo(pupil_id: int) -> str:
    return f"roster_back:{pupil_id}"


async def test_a_change_can_be_taken_back_for_a_day(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "✏️ Change one", "2 Zilola", "✏️")
    await say(home, zhao, "Zilola Umarova")
    await home.later(days=1, minutes=1)
    zhao.press("roster_back:2", zhao.last)
    await home.settle()
    assert zhao.toast == OVER
    assert await lines(home) == ["1 Wang Lily 1", "2 Zilola Umarova -"]


async def test_two_lines_of_one_child_become_one_with_its_family(home: Homeline, zhao: Phone) -> None:
    mei, seen = home.phone(MEI), len(home.phone(MEI).texts)
    await tap(home, zhao, "✏️ Change one", "2 Zilola", "🔗 Same child twice", "1 Wang Lily")
    assert "2 Zilola and 1 Wang Lily are one child now." in zhao.texts[-1]
    assert await lines(home) == ["2 Zilola 1"]
    await tap(home, zhao, "↩️")
    assert await lines(home) == ["1 Wang Lily 1", "2 Zilola -"]
    assert len(mei.texts) == seen


async def test_a_list_that_is_taken_back_gives_back_the_line_that_became_one_of_its_own(
    home: Homeline, zhao: Phone
) -> None:
    await home.later(minutes=1)
    await tap(home, zhao, "➕")
    await say(home, zhao, "3 Lily Wang")
    await tap(home, zhao, "✅")
    taken = zhao.last
    await tap(home, zhao, "🗒", "✏️", "3 Lily Wang", "🔗", "1 Wang Lily")
    assert await lines(home) == ["2 Zilola -", "3 Lily Wang 1"]
    zhao.press("roster_undo:3", taken)
    await home.settle()
    assert await lines(home) == ["1 Wang Lily 1", "2 Zilola -"]


async def two_families(home: Homeline, zhao: Phone) -> None:
    """Lilly, a child of another family, stands on Zilola's line; the teacher says that it is Lily's."""
    await fill_class(home, ["Lilly"])
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "🔗 Lilly", "2 Zilola", "✏️", "1 Wang Lily", "🔗", "2 Zilola")


async def test_two_families_of_one_child_stand_on_one_line_each_by_itself(home: Homeline, zhao: Phone) -> None:
    mei, seen = home.phone(MEI), len(home.phone(MEI).texts)
    await two_families(home, zhao)
    assert zhao.texts[-1] == (
        "🗒 1 Wang Lily and 2 Zilola each have a family here: Lily, Lilly. Is it one child with two families?\n"
        "Each stays by itself: neither reads of the other. Tell both what concerns the child."
    )
    assert await lines(home) == ["1 Wang Lily 1", "2 Zilola 2"]  # nothing is done before the yes
    await tap(home, zhao, "✅")
    assert "Both families stay, each by itself, and are told nothing." in zhao.texts[-1]
    assert await lines(home) == ["1 Wang Lily 1"]
    await tap(home, zhao, "🗒")
    assert "1 on the list" in zhao.texts[-1]
    assert not [each for each in labels(zhao.last) if each.startswith("🔗")]  # neither is without a line
    await tap(home, zhao, "🏠", "🎓 3B", "🧒")
    assert labels(zhao.last)[:2] == ["Wang Lily 1", "Wang Lily 2"]
    await tap(home, zhao, "Wang Lily 2")
    assert "There is a second family: Wang Lily 1. Tell them, too." in zhao.texts[-1]
    await tap(home, zhao, "🌟")
    assert len(mei.texts) == seen  # what one family reads, the other does not
    await tap(home, zhao, "🏠", "🎓 3B", "🧒", "Wang Lily 2", "🧒 Wang Lily 1", "🌟")
    assert len(mei.texts) == seen + 1


async def test_two_families_are_two_children_again_whenever_it_is_noticed(home: Homeline, zhao: Phone) -> None:
    await two_families(home, zhao)
    await tap(home, zhao, "✅")
    await home.later(days=20)
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "✏️", "1 Wang Lily")
    assert zhao.texts[-1] == "🗒 1. Wang Lily ✅\nTwo families, each by itself: Lily, Lilly."
    line = zhao.last
    await tap(home, zhao, "↩️ Not Zilola")
    assert await lines(home) == ["1 Wang Lily 1", "2 Zilola 2"]
    assert await here(home) == [1, 2]
    zhao.press("roster_part:1:2", line)
    zhao.press("roster_both:1:1", line)
    await home.settle()
    assert zhao.toast == OVER
    await tap(home, zhao, "🏠", "🎓 3B", "🧒", "Wang Lily")
    assert "second family" not in zhao.texts[-1]


async def test_a_no_leaves_two_lines(home: Homeline, zhao: Phone) -> None:
    await two_families(home, zhao)
    asked = zhao.last
    await tap(home, zhao, "❌")
    assert zhao.texts[-1] == "🗒 1. Wang Lily ✅"
    assert await lines(home) == ["1 Wang Lily 1", "2 Zilola 2"]
    await tap(home, zhao, "🚪")
    zhao.press("roster_both:1:2", asked)  # the line is gone meanwhile
    await home.settle()
    assert zhao.toast == OVER


async def test_a_child_moves_to_another_class_and_all_whom_it_concerns_read_it(home: Homeline, zhao: Phone) -> None:
    ivan, mei, fang = await colleague(home), home.phone(MEI), home.phone(GRANDMA)
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "✏️", "1 Wang Lily", "🎓 To another class", "🎓 4A")

    assert "Wang Lily is in class 4A now. The teacher there and the family are told." in zhao.texts[-1]
    moved = zhao.last
    assert await lines(home) == ["2 Zilola -"]
    assert await lines(home, 2) == ["Wang Lily 1"]
    assert (await here(home), await here(home, 2)) == ([], [1])
    assert "Wang Lily has come into class 4A from 3B." in ivan.texts[-1]
    await home.until(8)
    for phone in (mei, fang):
        assert sum("Lily is in class 4A now, with" in each for each in phone.texts) == 1
    await tap(home, fang, "🎓 About 4A")
    assert fang.sees("The teacher sees Lily's name")

    zhao.press("roster_back:1", moved)
    await home.settle()
    assert (await here(home), await here(home, 2)) == ([1], [])
    assert "1 Wang Lily 1" in await lines(home)
    await home.until(12, day=1)
    assert any("Lily is in class 3B now, with" in each for each in mei.texts)


async def test_who_has_not_read_of_a_move_that_was_undone_reads_nothing_wrong(home: Homeline, zhao: Phone) -> None:
    await colleague(home)
    mei = home.phone(MEI)
    await home.until(23, zone="Asia/Dubai")
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "✏️", "1 Wang Lily", "🎓 To another class", "🎓 4A", "↩️")
    await home.until(12, day=1)
    assert not mei.sees("4A")


async def test_a_line_without_a_family_moves_and_nobody_else_reads_it(home: Homeline, zhao: Phone) -> None:
    ivan = await colleague(home)
    mei, seen = home.phone(MEI), len(home.phone(MEI).texts)
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "✏️", "2 Zilola", "🎓 To another class", "🎓 4A")
    assert "The teacher there is told." in zhao.texts[-1]
    assert ivan.sees("Zilola has come into class 4A from 3B.")
    assert len(mei.texts) == seen


async def test_a_school_of_one_class_offers_no_other(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "✏️ Change one", "2 Zilola")
    assert not [each for each in labels(zhao.last) if "another class" in each]


async def test_a_line_is_taken_off_and_put_back_and_its_family_stays(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "✏️ Change one", "1 Wang Lily", "🚪 Take off")
    assert "Wang Lily is off the list. A family that has joined stays." in zhao.texts[-1]
    assert await lines(home) == ["2 Zilola -"]
    await tap(home, zhao, "↩️")
    assert "2 on the list, 1 with family ✅." in zhao.texts[-1]
    assert await here(home) == [1]


async def test_nobody_else_changes_the_list(home: Homeline, zhao: Phone) -> None:
    ivan = await home.school(IVAN, "Town school")
    await home.class_room(IVAN, "1A")
    for phone in (ivan, home.phone(MEI)):
        for data in (
            *("roster_lines:1:0", "roster_line:1", "roster_name:1", "roster_same:1:0", "roster_join:1:2"),
            *(
                "roster_part:1:2",
                "roster_both:1:2",
                "roster_class:1",
                "roster_move:1:2",
                "roster_back:1",
                "roster_off:1",
                "roster_on:1",
            ),
        ):
            phone.press(data, phone.last)
            await home.settle()
        assert not phone.sees("Zilola")
    zhao.press("roster_move:1:2", zhao.last)  # a class of another school
    await home.settle()
    assert await lines(home) == ["1 Wang Lily 1", "2 Zilola -"]


def test_lists_are_for_their_teachers_alone() -> None:
    assert OF_LISTS < FOR_TEACHERS
