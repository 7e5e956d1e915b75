"""👋 Leaving, and what goes on without the one who left."""

import pytest

from bot.queries.circle import circles
from tests.homeline import MEI, Homeline
from tests.households import (
    GRANDMA,
    NEIGHBOUR,
    english_family,
    invite,
    read,
    say,
    second_parent,
    sibling,
    since,
    tap,
)


async def test_a_parent_leaves_and_the_others_read_only_that(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)

    await say(home, jun, "/stop")
    await tap(home, jun, "👋", "✅")

    assert jun.last.words == "You have left Lily's circle. A new invite brings you back any time."
    assert fang.texts[-1] == "Jun left Lily's circle."
    assert mei.texts[-1] == "Jun left Lily's circle."
    await home.until(19, 30)
    before = len(jun.texts)
    await tap(home, fang, "🙂")
    assert since(jun, before) == []


async def test_no_is_as_easy_as_yes(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await say(home, fang, "/stop")
    before = len(mei.texts)

    await tap(home, fang, "👋", "❌")

    assert "on your clock" in fang.last.words
    assert since(mei, before) == []


async def test_the_only_adult_is_told_why_they_stay(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)

    await tap(home, mei, "🏠", "⚙️", "👋")
    assert mei.last.words == "You are the only one in Lily's circle. Invite somebody first, or pause it."
    mei.press("leave_yes:1", mei.last)
    await home.settle()

    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert len(circle.active) == 1


async def test_two_who_leave_at_once_leave_one_behind(home: Homeline) -> None:
    mei, fang = await english_family(home)
    mei.press("leave_yes:1", mei.last)
    fang.press("leave_yes:1", fang.last)
    await home.settle()

    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert len(circle.active) == 1


async def test_who_left_can_be_invited_again(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🏠", "⚙️", "👋", "✅")
    link = await invite(home, "Looks after")

    fang.open(link)
    await home.settle()
    await tap(home, fang, "👵")
    await tap(home, mei, "✅")

    assert fang.keyboard
    await home.until(19, 30)
    assert fang.texts[-1] == "How is Lily today?"


@pytest.mark.parametrize("data", ["leave:1", "leave_yes:1", "leave_yes:77"])
async def test_a_stranger_cannot_leave_what_they_never_entered(home: Homeline, data: str) -> None:
    await english_family(home)
    li = await home.newcomer(NEIGHBOUR)

    press = li.press(data, li.last)
    await home.settle()

    assert press.answer is not None
    assert press.answer.startswith("This has changed since")


async def test_who_leaves_one_circle_stays_in_the_other_with_the_keys(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Bao")

    await tap(home, fang, "🏠", "⚙️", "Leave circle · Lily", "✅")

    assert fang.keyboard
    assert mei.texts[-1].startswith("Grandma left Lily's circle.")
    mine = await read(home, lambda tx: circles.of_person(tx, 2))
    assert [circle.child.name for circle, _me in mine] == ["Bao"]
    assert GRANDMA.id


async def test_on_separate_lines_nobody_shows_a_parent_the_name_of_the_one_who_joins(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    link = await invite(home, "A parent")
    await home.app.store.run(lambda tx: circles.change_child(tx, 1, separate_lines=True))
    joiner = await home.newcomer(NEIGHBOUR, link.rpartition("=")[2])
    await tap(home, joiner, "Dad")
    mei.press("leave_yes:1", mei.last)
    await home.settle()

    assert "Li Na wants to join" in fang.texts[-1] or fang.sees("Li Na wants to join")
    assert not jun.sees("wants to join")
    await tap(home, fang, "✅")
    await home.later(hours=3)
    assert jun.sees("A parent is in Lily's circle now.")
    assert not jun.sees("Li Na")


async def test_a_separated_parent_who_alone_is_left_is_asked_without_a_name(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    jun = await second_parent(home)
    link = await invite(home, "A parent")
    await home.app.store.run(lambda tx: circles.change_child(tx, 1, separate_lines=True))
    joiner = await home.newcomer(NEIGHBOUR, link.rpartition("=")[2])
    await tap(home, joiner, "Dad")
    for phone in (home.phone(GRANDMA), mei):
        phone.press("leave_yes:1", phone.last)
        await home.settle()

    assert jun.sees("A parent wants to join Lily's circle. Do you expect that?")
    await tap(home, jun, "✅")
    assert joiner.sees("Welcome to Lily's circle.")
    assert not jun.sees("Li Na")
