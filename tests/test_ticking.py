"""Two jobs: what people wait for each second, what waits for weeks each minute."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot import metrics
from bot.db import timekeeping
from bot.db.tables import check_in, inbox
from bot.db.transaction import Tx
from bot.loop import LogOnce, WakeUp
from bot.ticking import run_due, run_each_alone, run_job
from bot.ticks import EACH_MINUTE, EACH_SECOND
from tests.homeline import Homeline


def handled(tx: Tx) -> int:
    return int(tx.scalar(select(func.count()).select_from(inbox)))


def asked(tx: Tx) -> int:
    return int(tx.scalar(select(func.count()).select_from(check_in)))


def test_no_tick_is_of_both_jobs() -> None:
    assert set(EACH_SECOND).isdisjoint(EACH_MINUTE)


async def test_each_second_asks_and_each_minute_forgets(home: Homeline) -> None:
    await home.family()
    run, ticking = home.app.store.run, home.app.ticking
    home.clock.push(timedelta(days=8))
    kept, before = await run(handled), await run(asked)
    assert kept
    assert not before

    await home.app.timekeeper.look()
    assert await ticking.each_minute()
    assert await run(handled) == 0
    assert await run(asked) == before
    await home.app.consumer.step()
    assert await ticking.each_second()
    assert await run(asked) > before
    assert await ticking.each_second() + await ticking.each_minute() == 0


async def test_by_hand_the_minutes_ticks_run_once_in_each_minute(home: Homeline) -> None:
    noted = []
    for _ in range(3):
        home.clock.push(timedelta(seconds=30))
        await home.app.tick()
        noted.append(await home.app.store.run(timekeeping.last))

    assert noted[0] == noted[1] != noted[2] or noted[0] != noted[1] == noted[2]


async def test_while_it_runs_neither_job_waits_for_its_first_turn(
    home: Homeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.ticking.PEOPLE_FIRST", 0.1)
    ticking = home.app.ticking
    home.clock.push(timedelta(minutes=5))
    ticking.start()
    async with asyncio.timeout(10):
        while not {"ticks", "ticks of the minute"} <= home.app.liveness.stuck().keys():
            await WakeUp().wait(0.01)
    ticking.stop()

    assert not any(home.app.liveness.stuck().values())


async def test_a_tick_that_fails_leaves_the_others_alone(home: Homeline) -> None:
    await home.family()
    home.clock.push(timedelta(days=8))

    def broken(_tx: Tx) -> int:
        raise LookupError

    def failures() -> float:
        return metrics.REGISTRY.get_sample_value("homeline_duty_failures_total", {"duty": "test_ticking"}) or 0

    before = failures()
    ticks = (broken, *EACH_MINUTE)
    with pytest.raises(LookupError):
        await home.app.store.run(lambda tx: run_due(tx, ticks))
    assert await home.app.store.run(handled)
    assert await home.app.store.run(lambda tx: run_each_alone(tx, ticks))
    assert await home.app.store.run(handled) == 0
    assert failures() == before + 1


async def test_a_job_that_fails_says_so_once_and_comes_again(caplog: pytest.LogCaptureFixture) -> None:
    trouble, runs = LogOnce("ticks"), list[int]()

    async def step() -> int:
        runs.append(len(runs))
        if len(runs) < 3:
            raise OSError
        return 0

    for _ in range(3):
        await run_job(step, trouble)

    assert [each.message.partition(" at")[0] for each in caplog.records] == ["ticks: OSError", "ticks: works again."]
