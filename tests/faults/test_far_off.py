"""What a wrong clock leaves behind, a machine that stood still, a wrong Date, and one wrong clock of two."""

import pytest
from sqlalchemy import update

from bot.app import App
from bot.clock import StoppedClock
from bot.db import timekeeping
from bot.db.tables import child
from tests.faults.conftest import Note
from tests.faults.figures import Figures
from tests.faults.test_clock import DAY, RIGHT, SECOND, asked, children, documents
from tests.homeline import Homeline
from tests.households import english_family, say, tap
from tests.illness_cast import count

pytestmark = pytest.mark.wired


async def restarted(home: Homeline) -> None:
    """The process ends and begins anew on what is written down."""
    settings = home.app.settings
    await home.app.close()
    home.app = App(settings, home.clock, long_poll=0)
    await home.open()


async def test_what_a_wrong_clock_has_put_far_off_is_pulled_back(home: Homeline, note: Note) -> None:
    mei, fang = await english_family(home)
    home.clock.set_wrong(40 * DAY)
    home.simulator.faults.date_off = None  # nobody contradicts it
    await restarted(home)
    fang.say("🤒 Ill")
    await home.settle()
    await home.later(seconds=20)
    assert not mei.sees("🤒")
    home.clock.set_wrong(RIGHT)
    home.simulator.faults.clear()
    for _ in range(14):
        await home.later(seconds=5)
    assert count(mei, "🤒 Lily") == 1
    assert not any("could not be reached" in each for each in (*mei.texts, *fang.texts))
    known = await asked(home)
    for _ in range(5):
        await home.later(hours=10)
    assert await asked(home) > known  # and in the evenings the question comes again
    note(
        Figures(
            "40 days ahead at a start without Date: an alert",
            1,
            0,
            0,
            0,
            "the alert, a minute after the clock is right",
        )
    )


@pytest.mark.parametrize("what", ["the process", "the machine"])
async def test_the_days_to_object_stand_still_while_homeline_does(home: Homeline, note: Note, what: str) -> None:
    mei, fang = await english_family(home)
    await say(home, mei, "/privacy")
    await tap(home, mei, "🗑", "🗑 All about Lily", "✅")
    await home.later(hours=12)
    if what == "the machine":
        home.clock.stand_still(4 * DAY)
    else:
        await home.app.close()
        home.clock.push(4 * DAY)
        home.app = App(home.app.settings, home.clock, long_poll=0)
        await home.open()
    await home.later(seconds=1)
    await home.later(hours=59)
    assert await children(home) == 1
    await tap(home, fang, "❌")
    await home.later(hours=2)
    assert await children(home) == 1
    note(
        Figures(
            f"{what} stood still for four of the three days to object",
            1,
            0,
            0,
            0,
            "three days in which it can be stopped",
        )
    )


async def test_no_minute_erases_before_the_time_of_a_standstill_is_given_back(home: Homeline) -> None:
    await home.family()
    in_two_days = home.clock.now() + 2 * DAY
    await home.app.store.run(lambda tx: tx.change(update(child).values(erase_at=in_two_days)))
    await home.later(seconds=1)
    await home.app.close()
    home.clock.push(4 * DAY)
    home.app = App(home.app.settings, home.clock, long_poll=0)
    await home.open()

    await home.app.ticking.each_minute()  # each of the two jobs may be the first
    assert await children(home) == 1
    await home.later(seconds=1)
    await home.later(days=1)
    assert await children(home) == 1
    await home.later(days=1, minutes=1)
    assert await children(home) == 0


async def test_a_wrong_date_of_telegrams_changes_no_time(home: Homeline, note: Note) -> None:
    mei, fang = await english_family(home)
    await say(home, mei, "/privacy")
    await tap(home, mei, "📦")
    before = documents(mei)
    home.simulator.faults.date_off = 2 * DAY
    fang.say("🤒 Ill")
    await home.settle()
    await home.later(seconds=55)
    assert not mei.sees("🤒")
    await home.later(seconds=5)
    assert count(mei, "🤒 Lily") == 1
    await home.later(hours=25)
    assert documents(mei) == before  # one of the three says otherwise, so it waits
    home.simulator.faults.clear()
    await home.later(seconds=1)
    await home.settle()
    assert documents(mei) == before + 2
    note(
        Figures("a Date that is two days ahead: an alert, an export", 2, 0, 0, 0, "the alert at once, the export later")
    )


async def test_of_two_processes_one_has_a_wrong_clock(home: Homeline, note: Note) -> None:
    if home.app.settings.is_sqlite:
        return
    mei, _fang = await english_family(home)
    await say(home, mei, "/privacy")
    await tap(home, mei, "🗑", "🗑 All about Lily", "✅")
    beside = StoppedClock(home.clock.now())
    beside.set_wrong(4 * DAY)
    other = App(home.app.settings, beside, long_poll=0)
    await other.open()
    for _ in range(3):
        beside.push(SECOND)
        await home.later(seconds=1)
        await other.tick()
    last = await home.app.store.run(timekeeping.last)
    await other.close()
    assert await children(home) == 1
    assert last is not None
    assert last <= home.clock.now()
    note(Figures("+4 days in one of two processes: a child", 1, 0, 0, 0, "nothing before its 72 hours"))
