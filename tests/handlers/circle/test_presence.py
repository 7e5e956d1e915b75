"""SG-23: an account that comes back after a long silence, and how to keep one's own."""

from datetime import timedelta

from sqlalchemy import select, update

from bot.db.tables import approval, invite, member, person
from bot.simulator.cast import PersonSpec
from tests.homeline import Homeline
from tests.households import GRANDMA, english_family, read, say, tap


async def silent(home: Homeline, who: PersonSpec, days: int) -> None:
    """They were last here so many days ago."""
    day = (home.clock.now() - timedelta(days=days)).date().isoformat()
    await read(home, lambda tx: tx.change(update(person).where(person.c.telegram_id == who.id).values(seen_on=day)))


async def closed(home: Homeline) -> list[bool]:
    rows = await read(home, lambda tx: tx.all(member.select().order_by(member.c.id)))
    return [row.closed_at is not None for row in rows]


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


async def test_sg_23_meanwhile_they_take_nothing_along_erase_nothing_let_nobody_in_and_agree_to_nothing(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await silent(home, GRANDMA, 60)
    await tap(home, fang, "🏠")
    assert await closed(home) == [False, True]
    await tap(home, mei, "🏠", "⚙️", "📦")
    wish = await read(home, lambda tx: tx.scalar(select(approval.c.id)))

    pressed = (f"approve:{wish}:yes", f"approve:{wish}:no", "invite:1", "invite_as:1:parent", "erase_child_yes:1")
    for data in (*pressed, "freeze_yes:1", "log:1:0", "remove_yes:1", "hold:1", "export"):
        fang.press(data, fang.last)
        await home.settle()

    rows = await read(home, lambda tx: tx.all(select(approval.c.action, approval.c.asked_by, approval.c.state)))
    assert [(row.action, row.asked_by, row.state) for row in rows] == [("export", 1, "waiting")]
    assert not await read(home, lambda tx: tx.all(select(invite).where(invite.c.created_by == 2)))
    files = [
        home.world.files.get(each.content["document"]["file_id"]) for each in fang.messages if each.kind == "document"
    ]
    assert len(files) == 2
    assert not any("Lily" in each.data.decode() for each in files if each)

    mei.press("known:2", mei.last)
    await home.settle()
    assert any(text.startswith("📦 Mei asks to take the data of Lily's circle.") for text in fang.texts)


async def test_sg_08_who_is_not_known_again_yet_may_leave_with_all_that_is_theirs(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await silent(home, GRANDMA, 60)
    await tap(home, fang, "🏠")
    await say(home, fang, "/privacy")
    await tap(home, fang, "🗑", "✅")
    assert any("left" in text for text in mei.texts[-2:])
    assert await closed(home) == [False]
