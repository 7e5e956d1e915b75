"""The school's own list: pasted, read out before it is kept, tied to the families who join, and taken back."""

import pytest

from bot.db.transaction import Tx
from bot.domain.people import Person
from bot.queries.circle import people
from bot.queries.school import rosters
from bot.services.privacy import exports
from bot.simulator.cast import IVAN, MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.pupils_steps import fill_class
from tests.handlers.school.schools_steps import OVER, labels
from tests.homeline import Homeline
from tests.households import english_family, read, say, tap

LIST = "№ Name Year\n2 Zilola 2017\n1 李雨 2017\n\n3 1987\n2 Botir"


@pytest.fixture(name="zhao")
async def teachers_phone(home: Homeline) -> Phone:
    """Lily is in 3B; nobody has pasted a list yet."""
    await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    return home.phone(ZHAO)


def by_telegram(tx: Tx, telegram_id: int) -> Person:
    found = people.by_telegram(tx, telegram_id)
    assert found is not None
    return found


async def lines(home: Homeline) -> list[str]:
    return await home.app.store.run(lambda tx: [each.line.name for each in rosters.of_class(tx, 1)])


async def test_a_list_is_read_out_first_kept_with_one_tap_and_taken_back_with_one(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "🗒")
    assert "There is no list of class 3B yet." in zhao.texts[-1]
    await tap(home, zhao, "➕ Add names")
    await say(home, zhao, LIST)

    assert "I read 2 names:\n2. Zilola · 2017\n1. 李雨 · 2017\n" in zhao.texts[-1]
    assert "Line 5, “3 1987”: no name." in zhao.texts[-1]
    assert "Line 6, “2 Botir”: another child has this number." in zhao.texts[-1]
    assert await lines(home) == []
    first = zhao.last
    await say(home, zhao, "4 Botir")  # what comes after is added
    zhao.press("roster_take:1:2", first)
    await home.settle()
    assert zhao.toast == OVER
    assert await lines(home) == []

    await tap(home, zhao, "✅")
    assert "3 names are on the list of class 3B now." in zhao.texts[-1]
    taken = zhao.last
    await tap(home, zhao, "🗒")
    assert "3 on the list, 0 with family ✅.\n1. 李雨 · 2017\n2. Zilola · 2017\n4. Botir" in zhao.texts[-1]
    zhao.press("roster_undo:3", taken)
    await home.settle()
    assert await lines(home) == []
    assert not home.phone(MEI).sees("Zilola")


async def test_a_list_that_was_pasted_waits_whatever_is_done_first(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕ Add names")
    await say(home, zhao, LIST)
    card = zhao.last
    await tap(home, zhao, "🏠", "🎓 3B", "📣")
    await say(home, zhao, "Bring a coat")
    await tap(home, zhao, "📣 Send", "🏠", "🎓 3B", "🗒", "➕ Waiting: 2")
    assert "I read 2 names:\n2. Zilola · 2017\n1. 李雨 · 2017\n" in zhao.texts[-1]
    assert not home.phone(MEI).sees("Zilola")
    await say(home, zhao, "4 Botir")  # what comes after is added, as before
    assert "I read 3 names:" in zhao.texts[-1]
    own = await read(home, lambda tx: exports.own(tx, by_telegram(tx, ZHAO.id)))
    assert [each["name"] for each in own["my_unfinished"]] == ["Zilola", "李雨", "Botir"]

    await tap(home, zhao, "🏠")
    zhao.press("roster_take:1:2", card)
    await home.settle()
    assert zhao.toast == OVER  # it names fewer than were given since
    await home.later(days=20)
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕ Waiting: 3", "✅")
    assert "3 names are on the list of class 3B now." in zhao.texts[-1]
    await tap(home, zhao, "🗒")
    assert "➕ Add names" in labels(zhao.last)
    own = await read(home, lambda tx: exports.own(tx, by_telegram(tx, ZHAO.id)))
    assert own["my_unfinished"] == []


async def test_an_older_card_still_puts_the_names_on_the_list(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕ Add names")
    await say(home, zhao, LIST)
    card = zhao.last
    await tap(home, zhao, "🏠")
    zhao.press("roster_take:1:2", card)
    await home.settle()
    assert await lines(home) == ["Zilola", "李雨"]
    zhao.press("roster_take:1:2", card)
    await home.settle()
    assert await lines(home) == ["Zilola", "李雨"]


async def test_a_no_lets_the_names_go_and_nobody_else_takes_them(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕ Add names")
    await say(home, zhao, LIST)
    card = zhao.last
    ivan = home.phone(IVAN)
    await home.newcomer(IVAN)
    for verb in ("roster_take:1:2", "roster_drop:1", "roster_add:1"):
        ivan.press(verb, ivan.last)
        await home.settle()
    assert not ivan.sees("Zilola")
    assert await lines(home) == []
    await tap(home, zhao, "❌")
    assert "There is no list of class 3B yet." in zhao.texts[-1]
    assert "➕ Add names" in labels(zhao.last)
    zhao.press("roster_take:1:2", card)
    await home.settle()
    assert zhao.toast == OVER
    assert await lines(home) == []


async def test_a_family_is_tied_to_a_line_and_has_the_schools_name_and_place(home: Homeline, zhao: Phone) -> None:
    await fill_class(home, ["Tom"])
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕")
    await say(home, zhao, "8 Anna\n9 Wang Lily\n7 Tom Sawyer")
    await tap(home, zhao, "✅", "🗒", "🔗 Lily")
    assert labels(zhao.last)[0] == "9 Wang Lily"  # what is like it stands first, and nothing is tied on a guess
    await tap(home, zhao, "9 Wang Lily", "🔗 Tom", "7 Tom Sawyer")
    assert "3 on the list, 2 with family ✅.\n7. Tom Sawyer ✅\n8. Anna\n9. Wang Lily ✅" in zhao.texts[-1]

    await tap(home, zhao, "🏠", "🎓 3B", "🧒")
    assert labels(zhao.last)[:2] == ["Tom Sawyer", "Wang Lily"]
    await tap(home, zhao, "Wang Lily", "🌟")
    assert not home.phone(MEI).sees("Wang Lily")  # at home she is Lily
    assert "Lily" in home.phone(MEI).texts[-1]


async def test_whose_family_is_not_here_yet_is_named_once_all_who_are_here_have_a_line(
    home: Homeline, zhao: Phone
) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕")
    await say(home, zhao, "8 Anna\n9 Wang Lily")
    await tap(home, zhao, "✅", "📣")
    await say(home, zhao, "Bring a coat")
    await tap(home, zhao, "📣 Send", "👁")
    assert "Still open: Lily." in zhao.texts[-1]
    assert "Anna" not in zhao.texts[-1]  # either line could be hers
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "🔗 Lily", "9 Wang Lily", "👁")
    assert zhao.sees("Still open: Wang Lily.\nNo family here yet: Anna.")
    assert not home.phone(MEI).sees("Anna")


async def test_nobody_else_sees_or_changes_the_list(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕")
    await say(home, zhao, "1 Lily\n2 Zilola")
    await tap(home, zhao, "✅")
    ivan = await home.school(IVAN, "Town school")
    for phone in (ivan, home.phone(MEI)):
        seen = len(phone.texts)
        for data in (
            *("roster:1:0", "roster_add:1", "roster_take:1:2", "roster_undo:2", "roster_tie:1:1:0"),
            "roster_tie_to:1:1",
        ):
            phone.press(data, phone.last)
            await home.settle()
        assert not any("Zilola" in each for each in phone.texts[seen:])
    assert await lines(home) == ["Lily", "Zilola"]


async def test_the_list_goes_two_months_after_the_class(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕")
    await say(home, zhao, "1 Lily")
    await tap(home, zhao, "✅", "🏠", "🎓 3B", "⏹", "✅")
    await home.later(days=59)
    assert await lines(home) == ["Lily"]
    await home.later(days=2)
    assert await lines(home) == []
