"""Rows of the outbox whose sender died: again, or unknown."""

from functools import partial

from bot.clock import StoppedClock
from bot.db.store import Store
from bot.delivery import outbox, recovering
from tests.delivery.test_outbox import put, state


async def test_what_a_dead_process_was_sending_is_decided(store: Store) -> None:
    again, given_up = await put(store, 1, retry_if_unknown=True), await put(store, 2)
    for row in (again, given_up):
        await store.run(partial(outbox.claim, row_id=row))

    assert await store.run(recovering.recover) == 0  # somebody may still be sending them
    assert await store.run(lambda tx: recovering.recover(tx, everything=True)) == 2
    assert (await state(store, again))[0] == "pending"
    assert (await state(store, given_up))[0] == "unknown"


async def test_a_lease_that_is_over_is_taken_back_unless_it_is_ours(store: Store, clock: StoppedClock) -> None:
    row = await put(store, 1, retry_if_unknown=True)
    await store.run(lambda tx: outbox.claim(tx, row))
    clock.push(outbox.LEASE)
    assert await store.run(lambda tx: recovering.recover(tx, without=[row])) == 0
    assert await store.run(recovering.recover) == 1
