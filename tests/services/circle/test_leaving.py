"""What goes on in a circle without somebody who is gone, and what ends."""

from bot.db.tables import check_in, child
from tests.homeline import Homeline, link_in
from tests.households import (
    FATHER,
    NEIGHBOUR,
    english_family,
    hours,
    read,
    say,
    second_parent,
    since,
    stand_in,
    tap,
)


async def test_the_last_guardian_stops_the_questions_and_loses_the_keys(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    card = fang.last

    await tap(home, fang, "🏠", "⚙️", "👋", "✅")

    assert fang.keyboard == [["🏠 Home", "☂️ Help"]]
    assert mei.texts[-1] == "Grandma left Lily's circle. Nobody is asked about Lily until you invite somebody."
    assert await read(home, lambda tx: tx.scalar(child.select().with_only_columns(child.c.next_check_in_at))) is None
    assert [row.state for row in await read(home, lambda tx: tx.all(check_in.select()))] == ["cleared"]
    before = len(mei.texts)
    fang.tap("🙂", message=card)
    await home.settle()
    assert fang.toast is not None
    assert fang.toast.startswith("This has changed since")
    await hours(home, 24 * 5)
    assert since(mei, before) == []


async def test_with_a_stand_in_the_questions_go_on(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)

    await tap(home, fang, "🏠", "⚙️", "👋", "✅")

    assert mei.texts[-1] == "Grandma left Lily's circle."
    await home.until(19, 30)
    assert li.texts[-1] == "How is Lily today?"


async def test_what_waits_about_the_circle_is_never_delivered(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    await tap(home, jun, "🏠", "⚙️", "Quiet hours", "09:00–17:00")
    await home.until(16, 0)
    await tap(home, mei, "🏠", "⚙️", "⏰ Lily", "morning")
    before = len(jun.texts)

    await say(home, jun, "/stop")
    await tap(home, jun, "👋", "✅")
    await home.until(17, 1)

    assert not any("changed it" in each for each in since(jun, before))
    assert fang.sees("changed it")


async def test_who_waits_at_the_door_of_one_who_left_is_shown_to_the_others(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await second_parent(home)
    await tap(home, fang, "🏠", "⚙️", "🔗", "A stand-in")
    li = await home.newcomer(NEIGHBOUR, link_in(fang).rpartition("=")[2])
    await tap(home, li, "Someone else")
    assert not mei.sees("Li Na wants to join")

    await tap(home, fang, "🏠", "⚙️", "👋", "Yes")

    assert mei.sees("Li Na wants to join")
    assert home.phone(FATHER).sees("Li Na wants to join")
