"""Clocks: ours may jump, and those on people's walls change twice a year."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from bot.clock import stopwatch
from bot.db.tables import check_in, child, illness
from bot.domain.local_time import at_wall_clock
from bot.domain.notifications import Lane
from bot.simulator.cast import FANG, MEI
from bot.simulator.phone import Phone
from bot.telegram import picking, sender
from tests.faults.conftest import Note
from tests.faults.figures import Figures, arrived, put
from tests.homeline import Homeline
from tests.households import english_family, say, tap
from tests.illness_cast import count, fever

GRANDMA = replace(FANG, language_code="en")
RIGHT = timedelta()
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
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


async def children(home: Homeline) -> int:
    return int(await home.app.store.run(lambda tx: tx.scalar(select(func.count()).select_from(child))))


async def thread(home: Homeline) -> str:
    return str(await home.app.store.run(lambda tx: tx.scalar(select(illness.c.state))))


def documents(phone: Phone) -> int:
    return sum(each.kind == "document" for each in phone.messages)


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
    home.clock.set_wrong(step)
    await home.settle()
    words.append(await put(home, MEI, 12, Lane.URGENT))
    await home.settle()
    home.clock.set_wrong(RIGHT)
    words.append(await put(home, MEI, 13, Lane.URGENT))
    await home.settle()
    for _ in range(3):
        await home.later(minutes=5)
    missing, twice = arrived(home, MEI, words)
    days = await home.app.store.run(lambda tx: tx.all(select(check_in.c.local_date, check_in.c.slot)))
    assert len(set(days)) == len(days)
    assert await asked(home) == before
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


async def seconds_pass(home: Homeline, many: int = 2) -> None:
    """So many seconds."""
    for _ in range(many):
        await home.later(seconds=1)


@pytest.mark.parametrize("away", [False, True], ids=["Telegram answers", "Telegram is away"])
async def test_four_days_forward_for_two_seconds_erase_no_child_in_its_seventy_two_hours(
    home: Homeline, note: Note, away: bool
) -> None:
    mei, fang = await english_family(home)
    await say(home, mei, "/privacy")
    await tap(home, mei, "🗑", "🗑 All about Lily", "✅")
    await home.later(minutes=5)
    home.simulator.faults.away = away
    home.clock.set_wrong(4 * DAY)
    await seconds_pass(home)
    assert await children(home) == 1
    home.clock.set_wrong(RIGHT)
    home.simulator.faults.clear()
    await seconds_pass(home, 30)
    await home.later(hours=71)
    assert await children(home) == 1
    assert not any("is erased" in each for each in fang.texts)
    await home.later(hours=1)
    assert await children(home) == 0
    note(Figures("+4 days for two seconds: a child in its 72 hours", 1, 0, 0, 0, "erased after 72 hours, not before"))


async def test_a_day_forward_lets_no_export_go_without_the_second_adult(home: Homeline, note: Note) -> None:
    mei, fang = await english_family(home)
    await say(home, mei, "/privacy")
    await tap(home, mei, "📦")
    before = documents(mei)
    home.clock.set_wrong(DAY)
    for _ in range(10):
        await home.later(minutes=1)
    assert documents(mei) == before
    home.clock.set_wrong(RIGHT)
    await seconds_pass(home)
    await tap(home, fang, "❌")
    await home.later(hours=25)
    assert documents(mei) == before
    note(Figures("+1 day: an export that waits for a yes", 1, 0, 0, 0, "nothing; the second adult has said no"))


async def test_forty_days_forward_do_not_end_an_illness_of_a_minute(home: Homeline, note: Note) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await home.later(minutes=1)
    home.simulator.faults.away = True
    home.clock.set_wrong(40 * DAY)
    for _ in range(15):
        await home.later(minutes=1)
    home.clock.set_wrong(RIGHT)
    home.simulator.faults.clear()
    await seconds_pass(home, 60)
    assert await thread(home) == "open"
    assert count(mei, "🤒 Lily") == 2  # the second after fifteen minutes, as nobody has pressed seen
    mei.tap("🙏")
    await home.settle()
    assert fang.sees("Mei has seen it")
    note(Figures("+40 days: an illness of a minute", 2, 0, 0, 0, "the alert, and again after 15 minutes"))


async def test_three_hours_back_do_not_hold_an_alert(
    home: Homeline, note: Note, real_stopwatch: Callable[[], float]
) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()
    home.clock.set_wrong(-3 * HOUR)
    for _ in range(12):
        await home.later(seconds=5)
    assert count(mei, "🤒 Lily") == 1
    assert "16:00 at home, 12:00 for you" in mei.last.words
    for _ in range(16):
        await home.later(minutes=1)
    assert count(mei, "🤒 Lily") == 2
    home.clock.set_wrong(RIGHT)
    for _ in range(16):
        await home.later(minutes=1)
    assert count(mei, "🤒 Lily") == 2
    note(Figures("-3 h: an alert of 60 seconds", 2, 0, 0, 0, "the alert after 60 s, and again after 15 minutes"))
