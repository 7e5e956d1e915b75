"""What a wrong clock leaves behind, a machine that stood still, a wrong Date, and one wrong clock of two."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.app import App
from bot.clock import StoppedClock
from bot.db import installation, timekeeping
from bot.db.columns import Instant
from bot.db.tables import check_in, child, metadata
from bot.db.transaction import Tx
from bot.queries.ahead_of_time import DONE
from tests.faults.conftest import Note
from tests.faults.figures import Figures
from tests.faults.test_clock import DAY, RIGHT, SECOND, asked, children, documents, thread
from tests.homeline import Homeline
from tests.households import english_family, say, tap
from tests.illness_cast import count, fever

pytestmark = pytest.mark.wired


_NEWEST = select(check_in.c.state).order_by(check_in.c.id.desc()).limit(1)


async def restarted(home: Homeline) -> None:
    """The process ends and begins anew on what is written down."""
    settings = home.app.settings
    await home.app.close()
    home.app = App(settings, home.clock, long_poll=0)
    await home.open()


async def test_what_a_wrong_clock_has_put_far_off_is_pulled_back(home: Homeline, note: Note) -> None:
    mei, fang = await english_family(home)
    home.clock.set_wrong(40 * DAY)
    home.simulator.faults.date_off = None  # nobody contradicts it, not even what an earlier run has written down
    await home.app.store.run(lambda tx: installation.forget(tx, timekeeping.LAST))
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


def wrong(home: Homeline, by: timedelta) -> None:
    """This machine's clock, and that of a server of its own which dates its answers by it."""
    home.clock.set_wrong(by)
    home.simulator.faults.date_off = by


async def week(home: Homeline) -> list[int]:
    """How many questions each of the next seven days brings."""
    found = []
    for _ in range(7):
        known = await asked(home)
        for _ in range(12):
            await home.later(hours=2)
        found.append(await asked(home) - known)
    return found


async def in_the_future(home: Homeline) -> list[str]:
    """What stands in the database as having happened, or being due, in years."""

    def look(tx: Tx) -> list[str]:
        limit = home.clock.right() + 800 * DAY
        columns = [each for table in metadata.sorted_tables for each in table.c if isinstance(each.type, Instant)]
        return [f"{each.table}.{each.name}" for each in columns if tx.first(select(each).where(each > limit))]

    return await home.app.store.run(look)


async def test_three_minutes_of_four_years_ahead_are_over_when_the_clock_is_right(home: Homeline, note: Note) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "🎤")
    mei.say("Good night, my bear")
    await home.later(minutes=1)
    await fever(home, fang)
    await home.later(minutes=2)
    wrong(home, 1461 * DAY)
    for _ in range(3):
        await home.later(minutes=1)
    await tap(home, fang, "🏠", "🎤")
    fang.say("She sleeps")
    await home.settle()
    assert await in_the_future(home)
    wrong(home, RIGHT)
    before = {each: len(each.texts) for each in (mei, fang)}
    for _ in range(5):
        await home.later(seconds=1)
    assert await in_the_future(home) == []
    assert await thread(home) == "open"
    assert count(mei, "🤒 Lily") >= 1
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "🌤")
    assert await week(home) == [1] * 7
    said = "".join(text for phone, known in before.items() for text in phone.texts[known:])
    assert not re.search(r"\b20(29|30|31)\b", said)
    note(Figures("4 years ahead for 3 minutes, Date too", 7, 0, 0, 0, "a question each evening, the illness open"))


async def test_a_start_four_years_ahead_and_without_a_date_goes_on_from_where_it_was_and_alerts(
    home: Homeline, note: Note
) -> None:
    mei, fang = await english_family(home)
    await home.later(minutes=1)
    home.clock.set_wrong(1461 * DAY)
    home.simulator.faults.date_off = None
    await restarted(home)
    known = await asked(home)
    await fever(home, fang)
    for _ in range(3):
        await home.later(minutes=1)
    assert count(mei, "🤒 Lily") == 1
    assert "16:01 at home, 12:01 for you" in next(each for each in reversed(mei.texts) if "🤒 Lily" in each)
    assert await asked(home) == known
    assert await in_the_future(home) == []
    home.clock.set_wrong(RIGHT)
    home.simulator.faults.clear()
    await home.later(minutes=1)
    assert count(mei, "🤒 Lily") == 1
    note(Figures("4 years ahead at a start without Date: an alert", 1, 0, 0, 0, "the alert at once, at its right time"))


async def test_an_evening_asked_about_by_a_clock_twenty_days_behind_is_not_missed_when_it_is_right(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await home.until(20, 30)
    await tap(home, fang, "🙂")
    await home.until(19, 0)
    await home.app.store.run(lambda tx: installation.forget(tx, timekeeping.LAST))
    wrong(home, -20 * DAY)
    await restarted(home)
    for _ in range(8):
        await home.later(minutes=15)
    assert "How is Lily today?" in fang.texts[-1]
    wrong(home, RIGHT)
    before = {phone: len(phone.texts) for phone in (mei, fang)}
    for _ in range(10):
        await home.later(minutes=2)
    assert [text for phone, known in before.items() for text in phone.texts[known:]] == []
    assert await home.app.store.run(lambda tx: tx.scalar(_NEWEST)) in ("asked", "late")


async def test_twenty_days_behind_make_no_fresh_illness_old_and_no_evening_missed(home: Homeline, note: Note) -> None:
    mei, fang = await english_family(home)
    await home.later(minutes=1)
    await home.app.store.run(lambda tx: installation.forget(tx, timekeeping.LAST))  # as after a restore
    wrong(home, -20 * DAY)
    await restarted(home)
    await home.later(minutes=1)
    await fever(home, fang)
    await home.later(minutes=2)
    await tap(home, mei, "🙏")
    wrong(home, RIGHT)
    before = len(mei.texts)
    for _ in range(3):
        await home.later(minutes=2)
    assert await thread(home) == "open"
    await home.later(hours=11)
    assert await thread(home) == "open"
    assert not [each for each in mei.texts[before:] if "not answered" in each or "Nothing" in each]
    note(Figures("20 days behind at a start, Date too: an illness", 1, 0, 0, 0, "it goes on"))


def test_no_time_that_may_lie_ahead_is_taken_for_something_that_was_done() -> None:
    ahead = re.compile(r"_until$|^(next|ask|remind|expires|ends|erase|remove|coach|read|idle|send|check|reach|wanted)_")
    assert [str(each) for each in DONE if ahead.search(each.name)] == []
    assert {child.c.heard_at, check_in.c.answered_at} <= set(DONE)


@pytest.mark.parametrize("what", ["the process", "the machine", "the laptop"])
async def test_the_days_to_object_stand_still_while_homeline_does(home: Homeline, note: Note, what: str) -> None:
    mei, fang = await english_family(home)
    await say(home, mei, "/privacy")
    await tap(home, mei, "🗑", "🗑 All about Lily", "✅")
    await home.later(hours=12)
    if what == "the machine":
        home.clock.stand_still(4 * DAY)
    elif what == "the laptop":
        home.clock.sleep(4 * DAY)
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
