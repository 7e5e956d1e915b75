"""SG-23: an account that comes back after a long silence, and how to keep one's own."""

from datetime import timedelta

from sqlalchemy import update

from bot.simulator.cast import PersonSpec
from bot.storage.tables import member, outbox, person
from tests.homeline import MEI, Homeline
from tests.households import GRANDMA, english_family, read, since, stand_in, tap


async def silent(home: Homeline, who: PersonSpec, days: int) -> None:
    """They were last here so many days ago."""
    day = (home.clock.now() - timedelta(days=days)).date().isoformat()
    await read(home, lambda tx: tx.change(update(person).where(person.c.telegram_id == who.id).values(seen_on=day)))


async def closed(home: Homeline) -> list[bool]:
    rows = await read(home, lambda tx: tx.all(member.select().order_by(member.c.id)))
    return [row.closed_at is not None for row in rows]


async def test_sg_23_after_sixty_days_nothing_older_is_shown_until_another_adult_knows_them(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await stand_in(home)
    await silent(home, GRANDMA, 60)
    before = len(fang.texts)

    await tap(home, fang, "🏠")

    waits = "Good that you are here. Another adult of Lily's circle says first that it is you. Then everything opens."
    assert set(since(fang, before)) == {waits}
    fang.press("letters_open:1", fang.last)
    fang.press("circle:0", fang.last)
    fang.press("known:2", fang.last)
    await home.settle()
    assert fang.toast == "Another adult of Lily's circle says first that it is you."
    assert await closed(home) == [False, True, False]
    assert mei.texts[-1].startswith("Grandma is back after a long time. Is it really Grandma?")

    await tap(home, mei, "✅")
    assert await closed(home) == [False, False, False]
    assert fang.texts[-1] == "Lily's circle is open for you again."
    await tap(home, fang, "🏠")
    assert "What would you like to do?" in fang.texts[-1]


async def test_sg_23_an_illness_is_told_meanwhile_as_ever(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await silent(home, GRANDMA, 200)
    fang.say("🤒")
    await home.settle()
    await tap(home, fang, "🌡")
    assert "Lily is ill: fever." in mei.texts[-1]
    assert await closed(home) == [False, True]


async def test_sg_23_who_is_not_sure_holds_the_place(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await silent(home, GRANDMA, 60)
    await tap(home, fang, "🏠")
    await tap(home, mei, "🔒")
    assert fang.texts[-1].startswith("Lily's circle rests on this phone for now.\n")
    fang.say("🤒")
    await home.settle()
    assert not [text for text in mei.texts if "Lily is ill" in text]


async def test_sg_23_fifty_nine_days_are_no_long_silence_and_nobody_is_left_without_anybody_to_ask(
    home: Homeline,
) -> None:
    _mei, fang = await english_family(home)
    await silent(home, GRANDMA, 59)
    await tap(home, fang, "🏠")
    assert await closed(home) == [False, False]
    await silent(home, GRANDMA, 60)
    await silent(home, MEI, 60)
    await tap(home, fang, "🏠")
    assert await closed(home) == [False, False]


async def test_sg_23_two_step_verification_is_explained_once_and_each_half_year(home: Homeline) -> None:
    mei, _fang = await english_family(home)

    async def told() -> int:
        await read(home, lambda tx: tx.change(outbox.update().where(outbox.c.lane == 4).values(due_at=tx.now)))
        await home.settle()
        return len([text for text in mei.texts if text.startswith("🔑") and "Two-Step Verification" in text])

    await home.later(days=20)
    assert await told() == 0
    await home.later(days=2)
    assert await told() == 1
    await home.later(days=150)
    assert await told() == 1
    await home.later(days=40)
    assert await told() == 2
