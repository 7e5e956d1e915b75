"""A loop runs its step, rests when there is nothing, and survives what its step raises."""

import asyncio

import pytest

from bot import loop
from bot.loop import WakeUp, forever


async def test_a_bell_wakes_at_once_and_counts_once() -> None:
    bell = WakeUp()
    bell.ring()
    bell.ring()
    await asyncio.wait_for(bell.wait(60), 1)
    await bell.wait(0.001)


async def test_a_cancelled_wait_ends_even_while_the_bell_rings() -> None:
    bell = WakeUp()
    waiting = asyncio.create_task(bell.wait(60))
    await asyncio.wait([waiting], timeout=0)
    bell.ring()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_a_step_is_run_again_while_it_finds_work() -> None:
    found, done = [3, 2, 0], asyncio.Event()

    async def step() -> int:
        if not found:
            done.set()
            return 0
        return found.pop(0)

    bell = WakeUp()
    bell.ring()
    task = asyncio.create_task(forever("test", step, bell, 60))
    await asyncio.wait_for(done.wait(), 1)
    task.cancel()


async def test_a_step_that_raises_is_run_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "REST_AFTER_ERROR", 0.001)
    done, turns = asyncio.Event(), iter([True, False])

    async def step() -> int:
        if next(turns, False):
            raise LookupError("once")
        done.set()
        return 0

    task = asyncio.create_task(forever("test", step, WakeUp(), 60))
    await asyncio.wait_for(done.wait(), 1)
    task.cancel()


async def test_what_lets_others_go_first_waits_for_its_bell() -> None:
    done, bell = asyncio.Event(), WakeUp()

    async def step() -> int:
        done.set()
        return 0

    task = asyncio.create_task(forever("test", step, bell, 60, first_rest=60))
    for _turn in range(3):
        await WakeUp().wait(0)
    assert not done.is_set()
    bell.ring()
    await asyncio.wait_for(done.wait(), 1)
    task.cancel()
