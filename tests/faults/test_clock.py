"""Clocks: ours may jump, and those on people's walls change twice a year."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from bot.clock import stopwatch
from bot.domain.local_time import at_wall_clock
from bot.domain.tell import Lane
from bot.simulator.cast import FANG, MEI
from bot.storage.tables import check_in, child
from bot.telegram import picking, sender
from tests.faults.conftest import Note
from tests.faults.figures import Figures, arrived, put
from tests.homeline import Homeline

GRANDMA = replace(FANG, language_code="en")
# The days on which the clocks change, in zones that change at different hours; near the slot, not far from it.
NIGHTS = [
    ("Europe/Chisinau", date(2027, 3, 28)),
    ("Europe/Chisinau", date(2027, 10, 31)),
    ("America/New_York", date(2027, 3, 14)),
    ("America/New_York", date(2027, 11, 7)),
    ("Australia/Sydney", date(2027, 4, 4)),
    ("Australia/Sydney", date(2027, 10, 3)),
    ("Africa/Cairo", date(2027, 4, 30)),
    ("Africa/Cairo", date(2027, 10, 29)),
]
MINUTES = {
    "Europe/Chisinau": 2 * 60 + 30,
    "America/New_York": 2 * 60 + 30,
    "Australia/Sydney": 2 * 60 + 30,
    "Africa/Cairo": 30,
}


async def asked(home: Homeline) -> int:
    return int(await home.app.store.run(lambda tx: tx.scalar(select(func.count()).select_from(check_in))))


@pytest.fixture
def real_stopwatch(monkeypatch: pytest.MonkeyPatch) -> Callable[[], float]:
    """What measures how long something takes does not jump with the clock."""
    for module in (sender, picking):
        monkeypatch.setattr(module, "stopwatch", stopwatch)
    return stopwatch


@pytest.mark.parametrize("step", [timedelta(hours=-3), timedelta(hours=3), timedelta(days=40)], ids=str)
async def test_a_clock_that_jumps_and_is_set_right_repeats_nothing(
    home: Homeline, note: Note, step: timedelta, real_stopwatch: Callable[[], float]
) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    await home.until(19, 30)
    fang = home.phone(FANG)
    before = await asked(home)
    words = [await put(home, MEI, 10, Lane.URGENT), await put(home, MEI, 11, Lane.ROUTINE)]
    home.clock.push(step)
    await home.settle()
    words.append(await put(home, MEI, 12, Lane.URGENT))
    await home.settle()
    home.clock.push(-step)
    words.append(await put(home, MEI, 13, Lane.URGENT))
    await home.settle()
    for _ in range(3):
        await home.later(minutes=5)
    missing, twice = arrived(home, MEI, words)
    days = await home.app.store.run(lambda tx: tx.all(select(check_in.c.local_date, check_in.c.slot)))
    assert len(set(days)) == len(days)
    assert await asked(home) <= before + 1  # one new day at most, however far it jumped
    assert sum("I could not be reached" in each for each in fang.texts) == 0
    note(Figures(f"the clock jumps by {step} and back", len(words), missing, twice, 0, "nothing twice, no gap told"))


@pytest.mark.parametrize(("zone", "day"), NIGHTS, ids=str)
async def test_the_check_in_comes_once_on_the_day_when_the_clocks_change(
    home: Homeline, note: Note, zone: str, day: date
) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    minute = MINUTES[zone]  # the very minute that is skipped, or comes twice
    first = at_wall_clock(day - timedelta(days=1), minute, zone)
    home.clock.move_to(first - timedelta(hours=2))
    values = {
        "time_zone": zone,
        "minute": minute,
        "next_check_in_at": first,
        "asked_until": first - timedelta(hours=1),
    }
    await home.app.store.run(lambda tx: tx.change(update(child).values(**values)))
    await home.settle()
    before = await asked(home)
    moments: list[datetime] = []
    while home.clock.now() < first + timedelta(hours=53):
        known = await asked(home)
        await home.later(minutes=30)
        if await asked(home) > known:
            moments.append(home.clock.now())
    assert await asked(home) == before + 3
    due = [at_wall_clock(day + timedelta(days=number), minute, zone) for number in (-1, 0, 1)]
    late = [asked_at - wanted for asked_at, wanted in zip(moments, due, strict=True)]
    assert all(timedelta(0) <= each <= timedelta(minutes=30) for each in late)
    note(
        Figures(
            "the night when the clocks change, 4 zones", 3, 0, len(moments) - 3, 0, "one question a day, at its time"
        )
    )
