"""SG-06: a family that has not been here for a year and a half is asked twice, and then all of it goes."""

from sqlalchemy import func, select

from bot.db.tables import child, person
from bot.db.transaction import Tx
from tests.homeline import Homeline
from tests.households import english_family, read, since

QUIET = "It has been quiet around Lily here for a long time."


def left(tx: Tx) -> tuple[int, list[str]]:
    """How many children there are, and the names that are known."""
    names = [row.name for row in tx.all(select(person.c.name)) if row.name]
    return int(tx.scalar(select(func.count()).select_from(child))), sorted(names)


def questions(texts: list[str]) -> int:
    return len([each for each in texts if each.startswith(QUIET)])


async def test_sg_06_an_idle_family_is_asked_twice_and_then_erased(home: Homeline) -> None:
    mei, fang = await english_family(home)
    before = len(mei.texts)
    await home.later(days=547)
    assert questions(since(mei, before)) == 0

    await home.later(days=2)
    await home.until(12, zone="Asia/Dubai")
    assert questions(since(mei, before)) == 1
    assert questions(fang.texts) == 1
    await home.later(days=31)
    assert questions(since(mei, before)) == 2
    assert (await read(home, left))[0] == 1

    await home.later(days=31)
    assert await read(home, left) == (0, [])
    assert questions(since(mei, before)) == 2
    assert mei.texts[-1].startswith("🗑 It is done. Nothing about you is kept.")
