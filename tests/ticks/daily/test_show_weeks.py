"""The week in one picture: on the parent's Sunday evening, one message for all children, and none where none may be."""

import pytest
from sqlalchemy import select

from bot.db.tables import person
from bot.domain.local_time import local
from bot.queries.circle import people
from bot.simulator.phone import Phone
from tests.homeline import MEI, Homeline
from tests.households import GRANDMA, english_family, read, sibling, tap

ZONE = "Asia/Dubai"
CAPTION = "🎞 Lily\nSeven days of Lily. The newest is on the right."


def pictures(phone: Phone) -> list[str]:
    """What was said below each picture of ours."""
    return [each.words for each in phone.messages if each.from_bot and each.words.startswith("🎞")]


async def to_sunday_night(home: Homeline) -> list[int]:
    """How many stand on the parent's phone, hour by hour from noon of their next Sunday."""
    days, found = (6 - local(home.clock.now(), ZONE).weekday()) % 7, list[int]()
    for hour in (12, 18, 19, 20, 21):
        await home.until(hour, 35, zone=ZONE, day=days)
        days = 0
        found.append(len(pictures(home.phone(MEI))))
    return found


async def with_an_answer(home: Homeline) -> Phone:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    return mei


async def test_it_comes_once_on_sunday_evening_as_a_picture_and_without_a_sound(home: Homeline) -> None:
    mei = await with_an_answer(home)

    assert await to_sunday_night(home) == [0, 0, 1, 1, 1]

    assert pictures(mei) == [CAPTION]
    (picture,) = [each for each in mei.messages if each.words == CAPTION]
    assert picture.kind == "photo"
    assert picture.silent
    assert "🎤 Lily" in str(picture.buttons)


async def test_two_children_share_one_picture_and_their_names_stand_in_its_order(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Ming")
    await home.until(19, 30)
    await tap(home, fang, "🙂")

    await to_sunday_night(home)

    assert pictures(mei) == ["🎞 Lily and Ming\nSeven days. From top to bottom: Lily, Ming."]


@pytest.mark.parametrize("why", ["silence", "frozen", "urgent only"])
async def test_none_comes_of_a_silent_week_of_a_stopped_child_and_to_who_wants_quiet(home: Homeline, why: str) -> None:
    if why == "silence":
        await english_family(home)
    else:
        await with_an_answer(home)
    mei = home.phone(MEI)
    if why == "frozen":
        await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    if why == "urgent only":
        await read(home, lambda tx: people.change(tx, 1, urgent_only=True))

    await to_sunday_night(home)

    assert pictures(mei) == []


async def test_none_comes_of_a_week_in_which_only_the_school_has_written(home: Homeline) -> None:
    await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    await home.notice("Bring a coat")
    mei = home.phone(MEI)
    assert mei.sees("Bring a coat")

    await to_sunday_night(home)
    assert pictures(mei) == []

    await tap(home, mei, "🏠", "🧒", "🎞")
    assert len(pictures(mei)) == 1  # who asks is shown what there is


async def test_a_place_that_was_held_on_a_sunday_is_shown_the_next_week_once_it_is_open_again(home: Homeline) -> None:
    mei = await with_an_answer(home)
    fang = home.phone(GRANDMA)
    await tap(home, fang, "🏠", "⚙️", "👥", "🔒 Mei")
    await to_sunday_night(home)
    assert pictures(mei) == []
    await tap(home, fang, "🏠", "⚙️", "👥", "🔓 Mei")
    await home.until(19, 30, day=2)
    await tap(home, fang, "🏠", "🙂", "🙂")

    await to_sunday_night(home)

    assert pictures(mei) == [CAPTION]


async def test_who_has_left_is_planned_no_more(home: Homeline) -> None:
    mei = await with_an_answer(home)
    mei.press("leave_yes:1", mei.last)
    await home.settle()

    await to_sunday_night(home)

    assert await read(home, lambda tx: tx.scalar(select(person.c.week_at).where(person.c.id == 1))) is None
    assert pictures(mei) == []
