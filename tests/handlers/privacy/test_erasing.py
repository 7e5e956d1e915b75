"""SG-08: who wants to be erased is gone at once, a child after three days; and nothing brings them back."""

import json

from sqlalchemy import Table, func, select

from bot.db.tables import audit, child, metadata, person, tombstone
from bot.db.transaction import Tx
from bot.queries.privacy import tombstones
from tests.homeline import Homeline
from tests.households import english_family, hours, read, say, second_parent, since, tap


def everything(tx: Tx) -> str:
    """Every value in the database, opened, but for the log and the tombstones, which hold no words."""
    tables = [table for table in metadata.sorted_tables if table not in (audit, tombstone)]
    return json.dumps([[str(value) for value in row] for table in tables for row in tx.all(select(table))])


def counted(tx: Tx, table: Table) -> int:
    return int(tx.scalar(select(func.count()).select_from(table)))


async def test_sg_08_erase_me_is_two_taps_and_at_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    await tap(home, jun, "🏠", "🎤")
    await say(home, jun, "words of a father")
    before = len(jun.texts)

    await say(home, jun, "/privacy")
    await tap(home, jun, "🗑", "✅")

    assert jun.texts[-1].startswith("🗑 It is done. Nothing about you is kept. Messages older than two days")
    assert mei.texts[-1] == "Jun left Lily's circle."
    assert fang.texts[-1] == "Jun left Lily's circle."
    await hours(home, 24 * 8)  # what was said to the others, with the name, is forgotten after a week
    left = await read(home, everything)
    assert "words of a father" not in left
    assert "Jun" not in left
    assert str(jun.person.id) not in left
    assert since(jun, before + 2) == []
    assert "Lily" in left
    assert "Mei" in left


async def test_sg_08_who_comes_back_is_somebody_new(home: Homeline) -> None:
    await english_family(home)
    jun = await second_parent(home)
    await say(home, jun, "/privacy")
    await tap(home, jun, "🗑", "✅")

    jun.start("")
    await home.settle()
    assert "Homeline brings a child's family together." in jun.texts[-1]
    await tap(home, jun, "✅", "✅", "✅")
    assert "Who are you?" in jun.texts[-1]


async def test_sg_08_no_is_as_easy_as_yes(home: Homeline) -> None:
    mei, fang = await english_family(home)
    before = await read(home, lambda tx: counted(tx, person))
    heard = len(fang.texts)
    await say(home, mei, "/privacy")
    await tap(home, mei, "🗑", "❌")

    assert await read(home, lambda tx: (counted(tx, person), counted(tx, tombstone))) == (before, 0)
    assert since(fang, heard) == []


async def test_sg_08_nothing_comes_back_with_a_backup(home: Homeline) -> None:
    await english_family(home)
    jun = await second_parent(home)
    before = await read(home, lambda tx: tx.all(select(person).where(person.c.telegram_id == jun.person.id)))
    await say(home, jun, "/privacy")
    await tap(home, jun, "🗑", "✅")

    def restore(tx: Tx) -> tuple[int, int]:
        values = {key: value for key, value in before[0]._mapping.items() if value is not None}
        number = values.pop("id")
        tx.change(person.update().where(person.c.id == number).values(**values))
        tx.change(child.update().values(created_by=number))
        graves = [each for _number, each in tombstones.since(tx, 0)]
        return tombstones.erase_again(tx, graves), counted(tx, child)

    assert await read(home, restore) == (1, 1)
    assert "Jun" not in await read(home, lambda tx: json.dumps([row.name for row in tx.all(select(person))]))
