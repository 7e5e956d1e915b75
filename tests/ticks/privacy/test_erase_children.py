"""SG-08: a child is erased after three days in which any adult can stop it."""

from sqlalchemy import select

from bot.db.tables import audit, child, letter
from bot.simulator.cast import ZHAO
from tests.handlers.privacy.test_erasing import counted, everything
from tests.homeline import MEI, Homeline
from tests.households import english_family, hours, read, say, since, tap
from tests.safeguarding.neighbours import CHILD, MOTHER, OTHER_PARENT, neighbours
from tests.safeguarding.neighbours import GRANDMA as HER_GRANDMA


async def test_sg_08_the_child_goes_three_days_after_the_last_adult(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)
    await say(home, mei, "/privacy")
    await tap(home, mei, "🗑", "✅")

    await hours(home, 71)
    assert await read(home, lambda tx: counted(tx, child)) == 1
    await hours(home, 2)
    assert await read(home, lambda tx: counted(tx, child)) == 0
    assert "Lily" not in await read(home, everything)


async def test_sg_08_a_child_is_erased_after_three_days_in_which_the_others_know(home: Homeline) -> None:
    await neighbours(home)
    mother, grandma, neighbour = home.phone(MOTHER), home.phone(HER_GRANDMA), home.phone(OTHER_PARENT)
    rows = await read(home, lambda tx: counted(tx, letter))
    assert rows > 0
    await say(home, mother, "/privacy")
    await tap(home, mother, "🗑", f"🗑 All about {CHILD}", "✅")

    assert f"asks to erase everything about {CHILD}" in grandma.texts[-1]
    assert "each adult of the circle can stop it" in grandma.texts[-1]
    grandma.press("approve:1:yes", grandma.last)  # nobody can make it faster
    await hours(home, 70)
    assert await read(home, lambda tx: counted(tx, child)) == 2
    heard = len(neighbour.texts)
    await hours(home, 4)

    assert await read(home, lambda tx: counted(tx, child)) == 1
    left = await read(home, everything)
    assert CHILD not in left
    assert "lettercanary" not in left
    assert "feverish-canary" not in left
    assert "Zoe" in left
    for phone in (mother, grandma):
        assert any("Messages that are still here you delete by hand" in text for text in phone.texts)
    assert not any("erased" in text for text in since(neighbour, heard))
    assert not home.phone(ZHAO).sees("erased")


async def test_sg_08_any_adult_stops_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await say(home, mei, "/privacy")
    await tap(home, mei, "🗑", "🗑 All about Lily", "✅")

    await tap(home, fang, "❌")

    assert "It was stopped" in mei.texts[-1]
    audit_events = await read(
        home, lambda tx: [row.action for row in tx.all(select(audit.c.action).order_by(audit.c.id))]
    )
    assert audit_events[-2:] == ["erasure asked", "erasure stopped"]
    await hours(home, 80)
    assert await read(home, lambda tx: counted(tx, child)) == 1
    assert fang.keyboard
