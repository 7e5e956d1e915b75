"""What a wrong clock has put far off comes back slice by slice."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.clock import StoppedClock
from bot.db.store import Store
from bot.db.tables import child, illness
from bot.db.transaction import Tx
from bot.queries import far_off
from bot.queries.far_off import SLICE
from bot.timekeeper import Timekeeper, TrustedClock
from tests.bench.home import child_row
from tests.conftest import NOON

pytestmark = pytest.mark.wired

DAY = timedelta(days=1)
WRONG = NOON + 40 * DAY
EVENING = NOON.replace(hour=18)
CHILDREN = 2 * SLICE + 1


@pytest.fixture
async def children(store: Store) -> None:
    """More of them than two slices hold, put off by a clock that was forty days ahead; the last one is ill."""

    def add(tx: Tx) -> None:
        tx.add_all(child, [child_row(each, 18 * 60, WRONG) for each in range(1, CHILDREN + 1)])
        tx.add_all(illness, [{"child_id": CHILDREN, "state": "draft", "opened_at": NOON, "alert_at": WRONG}])

    await store.run(add)


def wrong(tx: Tx) -> int:
    return far_off.named(tx).get("child.next_check_in_at", 0)


@pytest.mark.usefixtures("children")
async def test_a_slice_is_bounded_and_what_tells_of_an_illness_comes_first(store: Store) -> None:
    assert await store.run(far_off.pull_back) == SLICE
    assert await store.run(far_off.named) == {"child.next_check_in_at": CHILDREN + 1 - SLICE}

    assert [await store.run(far_off.pull_back) for _ in range(3)] == [SLICE, 2, 0]
    assert set(await store.run(lambda tx: [row.next_check_in_at for row in tx.all(select(child))])) == {EVENING}


@pytest.mark.usefixtures("children")
async def test_who_comes_meanwhile_waits_for_one_slice(store: Store, clock: StoppedClock) -> None:
    if store.shared:
        return  # there nobody waits for another's unit
    looks = asyncio.create_task(Timekeeper(TrustedClock(clock), clock, store).look())
    left = [CHILDREN]
    while left[-1]:
        left.append(await store.run(wrong))
    await looks

    assert set(left) == {CHILDREN, CHILDREN + 1 - SLICE, CHILDREN + 1 - 2 * SLICE, 0}


@pytest.mark.usefixtures("children")
async def test_what_was_cut_off_between_two_slices_goes_on_at_the_next_look(store: Store, clock: StoppedClock) -> None:
    await store.run(far_off.pull_back)

    await Timekeeper(TrustedClock(clock), clock, store).look()
    assert await store.run(far_off.named) == {}
