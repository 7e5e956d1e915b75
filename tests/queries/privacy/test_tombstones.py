"""What was erased stays erased, whatever comes back."""

from dataclasses import replace

from sqlalchemy import func, select

from bot.clock import StoppedClock
from bot.db.crypto import new_key
from bot.db.store import Store, store_for
from bot.db.tables import dialogue, person, tombstone
from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.queries.privacy import tombstones
from bot.settings import Settings


def three_people(tx: Tx) -> None:
    for number in (1, 2, 3):
        people.add(tx, 100 + number, f"Person {number}", "en")
        tx.add(dialogue, person_id=number, state="child.name", data={}, updated_at=tx.now)


def names(tx: Tx) -> list[str]:
    return [row.name for row in tx.all(select(person.c.name).order_by(person.c.id))]


async def test_a_row_that_came_back_is_erased_again_with_all_that_hangs_on_it(store: Store) -> None:
    await store.run(lambda tx: tombstones.bury(tx, person, 2))
    await store.run(three_people)  # as a backup from before would bring them

    graves = [each for _number, each in await store.run(lambda tx: tombstones.since(tx, 0))]
    assert await store.run(lambda tx: tombstones.erase_again(tx, graves)) == 1

    assert await store.run(names) == ["Person 1", "Person 3"]
    assert await store.run(lambda tx: tx.scalar(select(func.count()).select_from(dialogue))) == 2
    assert await store.run(lambda tx: tombstones.erase_again(tx, graves)) == 0


async def test_a_tombstone_is_kept_once_and_holds_no_number(store: Store) -> None:
    woke: list[set[str]] = []
    store.on_commit = woke.append
    await store.run(lambda tx: tombstones.bury(tx, person, 77, 78))
    await store.run(lambda tx: tombstones.bury(tx, person, 77))
    await store.run(lambda tx: tombstones.bury(tx, person))

    rows = await store.run(lambda tx: tx.all(select(tombstone)))
    assert len({bytes(row.row_hash) for row in rows}) == len(rows) == 2
    assert {row.entity for row in rows} == {"person"}
    assert woke == [{"tombstones"}] * 2


async def test_a_tombstone_from_before_a_new_key_still_counts(
    store: Store, settings: Settings, clock: StoppedClock
) -> None:
    await store.run(lambda tx: tombstones.bury(tx, person, 2))
    await store.close()

    rotated = store_for(replace(settings, keys=f"{new_key(2)},{settings.keys}"), clock)
    await rotated.open()
    try:
        await rotated.run(three_people)
        graves = [each for _number, each in await rotated.run(lambda tx: tombstones.since(tx, 0))]
        assert await rotated.run(lambda tx: tombstones.erase_again(tx, graves)) == 1
        assert await rotated.run(names) == ["Person 1", "Person 3"]
    finally:
        await rotated.close()
