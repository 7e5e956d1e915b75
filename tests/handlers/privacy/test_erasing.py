"""SG-08: who wants to be erased is gone at once, a child after three days; and nothing brings them back."""

import json

from sqlalchemy import Table, func, select

from bot.db.tables import audit, child, inbox, letter, metadata, outbox, person, tombstone
from bot.db.transaction import Tx
from bot.queries.privacy import tombstones
from bot.simulator.cast import ZHAO
from tests.homeline import MEI, Homeline
from tests.households import english_family, hours, read, say, second_parent, since, tap
from tests.illness_cast import fever
from tests.safeguarding.neighbours import CHILD, MOTHER, OTHER_PARENT, gone_wrong, neighbours
from tests.safeguarding.neighbours import GRANDMA as HER_GRANDMA


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


async def test_sg_08_our_messages_of_two_days_are_taken_away(home: Homeline) -> None:
    await english_family(home)
    jun = await second_parent(home)
    await say(home, jun, "/privacy")
    shown = len(jun.messages)

    await tap(home, jun, "🗑", "✅")

    ours = [each for each in jun.messages if each.text and "Kept: names" in each.text]
    assert ours == []
    assert len(jun.messages) < shown


async def test_sg_08_a_message_that_was_changed_lately_and_is_older_than_two_days_stays_without_a_complaint(
    home: Homeline,
) -> None:
    _mei, fang = await english_family(home)
    jun = await second_parent(home)
    await fever(home, fang)
    await hours(home, 60)
    await tap(home, jun, "🙏")
    await say(home, jun, "/privacy")

    await tap(home, jun, "🗑", "✅")

    assert jun.sees("Lily is ill: fever")
    assert not any("Kept: names" in text for text in jun.texts)
    assert await read(home, gone_wrong) == []


async def test_sg_08_who_comes_back_is_somebody_new(home: Homeline) -> None:
    await english_family(home)
    jun = await second_parent(home)
    await say(home, jun, "/privacy")
    await tap(home, jun, "🗑", "✅")

    jun.start("")
    await home.settle()
    assert "Homeline keeps you close to your child." in jun.texts[-1]
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
    deeds = await read(home, lambda tx: [row.action for row in tx.all(select(audit.c.action))])
    assert deeds[-2:] == ["erasure asked", "erasure stopped"]
    await hours(home, 80)
    assert await read(home, lambda tx: counted(tx, child)) == 1
    assert fang.keyboard


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


async def test_sg_08_what_passed_through_is_forgotten_too(home: Homeline) -> None:
    await english_family(home)
    jun = await second_parent(home)
    await say(home, jun, "words for nobody")
    await say(home, jun, "/privacy")
    await tap(home, jun, "🗑", "✅")

    def kept(tx: Tx) -> list[str]:
        said = [row.payload for row in tx.all(select(inbox).where(inbox.c.chat == jun.person.id))]
        sent = [row.payload for row in tx.all(select(outbox).where(outbox.c.chat == jun.person.id))]
        return [str(each) for each in (*said, *sent) if each]

    assert not [each for each in await read(home, kept) if "words for nobody" in each or "Jun" in each]
