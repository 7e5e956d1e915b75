"""Three witnesses of the time, and whom Homeline believes."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.clocks import Doubt, judge, judge_at_begin

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NOW = timedelta()

# What the machine's clock shows, what the time gone by makes it, what Telegram says; what it is, and the doubt.
WITHIN_A_RUN = {
    "all agree": (NOW, NOW, NOW, NOW, Doubt.NONE),
    "Telegram is away": (NOW, NOW, None, NOW, Doubt.NONE),
    "a network time service steps by seconds": (timedelta(seconds=20), NOW, NOW, timedelta(seconds=20), Doubt.NONE),
    "four days forward": (4 * DAY, NOW, NOW, NOW, Doubt.WRONG),
    "forty days forward, Telegram away": (40 * DAY, NOW, None, NOW, Doubt.JUMPED),
    "three hours back": (-3 * HOUR, NOW, NOW, NOW, Doubt.WRONG),
    "three hours back, Telegram away": (-3 * HOUR, NOW, None, NOW, Doubt.JUMPED),
    "halted for three days": (3 * DAY, NOW, 3 * DAY, 3 * DAY, Doubt.NONE),
    "only Telegram differs": (NOW, NOW, DAY, NOW, Doubt.TELEGRAM),
    "three different things": (DAY, NOW, -DAY, NOW, Doubt.ALL),
}
# The same at the begin of a run, when only what the run before has written down was there before: `last`.
AT_THE_BEGIN = {
    "restarted": (MINUTE, NOW, MINUTE, MINUTE, Doubt.NONE),
    "restarted, Telegram away": (MINUTE, NOW, None, MINUTE, Doubt.NONE),
    "for the first time": (NOW, None, NOW, NOW, Doubt.NONE),
    "for the first time, Telegram away": (NOW, None, None, NOW, Doubt.STOPPED),
    "for the first time, and wrong": (40 * DAY, None, NOW, NOW, Doubt.WRONG),
    "after ten days": (10 * DAY, NOW, 10 * DAY, 10 * DAY, Doubt.NONE),
    "after a day, Telegram away": (DAY, NOW, None, DAY, Doubt.STOPPED),
    "after ten days, Telegram away": (10 * DAY, NOW, None, NOW, Doubt.STOPPED),
    "four years forward, Telegram away": (1461 * DAY, NOW, None, NOW, Doubt.STOPPED),
    "forty days forward": (40 * DAY, NOW, MINUTE, MINUTE, Doubt.WRONG),
    "a clock that stood while the machine did": (MINUTE, NOW, 3 * HOUR, 3 * HOUR, Doubt.WRONG),
    "three hours back": (-3 * HOUR, NOW, MINUTE, MINUTE, Doubt.WRONG),
    "three hours back, Telegram away": (-3 * HOUR, NOW, None, NOW, Doubt.EARLIER),
    "what was written down was wrong": (MINUTE, 40 * DAY, MINUTE, MINUTE, Doubt.NONE),
    "Telegram before what was written down": (MINUTE, NOW, -DAY, MINUTE, Doubt.TELEGRAM),
    "both before what was written down": (-2 * DAY, NOW, -DAY, NOW, Doubt.ALL),
}


@pytest.mark.parametrize(("machine", "elapsed", "telegram", "now", "doubt"), WITHIN_A_RUN.values(), ids=WITHIN_A_RUN)
def test_within_a_run_the_clock_is_believed_as_long_as_nothing_contradicts_it(
    machine: timedelta, elapsed: timedelta, telegram: timedelta | None, now: timedelta, doubt: Doubt
) -> None:
    found = judge(NOON + machine, NOON + elapsed, None if telegram is None else NOON + telegram)
    assert (found.now - NOON, found.doubt) == (now, doubt)


@pytest.mark.parametrize(("machine", "last", "telegram", "now", "doubt"), AT_THE_BEGIN.values(), ids=AT_THE_BEGIN)
def test_at_the_begin_of_a_run_what_was_written_down_speaks_in_place_of_the_time_gone_by(
    machine: timedelta, last: timedelta | None, telegram: timedelta | None, now: timedelta, doubt: Doubt
) -> None:
    before = None if last is None else NOON + last
    found = judge_at_begin(NOON + machine, before, None if telegram is None else NOON + telegram)
    assert (found.now - NOON, found.doubt) == (now, doubt)
