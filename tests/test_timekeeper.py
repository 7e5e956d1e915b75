"""The clock that Homeline goes by."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clock import StoppedClock
from bot.domain.clocks import Doubt
from bot.timekeeper import TrustedClock

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def running(machine: StoppedClock, *, with_telegram: bool = True) -> TrustedClock:
    clock = TrustedClock(machine)
    clock.begin(machine.now())
    if with_telegram:
        telegram_says(clock, machine)
    return clock


def telegram_says(clock: TrustedClock, machine: StoppedClock) -> None:
    clock.hear(format_datetime(machine.world.now(), usegmt=True))


def test_before_it_has_begun_it_is_not_sure() -> None:
    clock = TrustedClock(StoppedClock(NOON))
    assert clock.now() == NOON
    assert not clock.is_sure


def test_while_the_machines_clock_is_wrong_it_goes_on_by_the_time_gone_by() -> None:
    machine = StoppedClock(NOON)
    clock = running(machine)
    machine.set_wrong(4 * DAY)
    machine.push(timedelta(minutes=3))
    assert (clock.now(), clock.doubt) == (NOON + timedelta(minutes=3), Doubt.WRONG)
    assert clock.off == 4 * DAY
    machine.set_wrong(timedelta())
    assert (clock.now(), clock.doubt) == (NOON + timedelta(minutes=3), Doubt.NONE)


def test_a_clock_that_creeps_away_is_not_followed() -> None:
    machine = StoppedClock(NOON)
    clock = running(machine)
    for minute in range(1, 60):
        machine.push(timedelta(minutes=1))
        machine.set_wrong(timedelta(seconds=10 * minute))
        clock.now()
        telegram_says(clock, machine)
        assert abs(clock.now() - machine.world.now()) <= timedelta(minutes=1)
    assert clock.doubt is Doubt.WRONG


def test_a_machine_that_was_halted_is_believed_once_telegram_agrees() -> None:
    machine = StoppedClock(NOON)
    clock = running(machine)
    machine.stand_still(3 * DAY)
    assert (clock.now(), clock.is_sure) == (NOON, False)
    telegram_says(clock, machine)
    assert (clock.now(), clock.doubt) == (NOON + 3 * DAY, Doubt.NONE)
    assert not clock.is_sure  # what is due only because of the leap is looked at first
    clock.mended = clock.leaps
    machine.push(timedelta(hours=1))
    assert (clock.now(), clock.is_sure) == (NOON + 3 * DAY + timedelta(hours=1), True)


def test_a_run_that_began_in_doubt_stays_in_doubt_until_telegram_speaks() -> None:
    machine = StoppedClock(NOON)
    clock = TrustedClock(machine)
    clock.begin(NOON - DAY)
    machine.push(timedelta(hours=2))
    assert (clock.now(), clock.doubt) == (NOON + timedelta(hours=2), Doubt.STOPPED)
    machine.set_wrong(DAY)
    assert (clock.now(), clock.is_sure) == (NOON + timedelta(hours=2), False)
    machine.set_wrong(timedelta())
    telegram_says(clock, machine)
    assert clock.doubt is Doubt.NONE


def test_a_run_goes_no_further_than_a_day_by_the_machines_clock_alone_until_an_operator_says_so() -> None:
    machine = StoppedClock(NOON)
    machine.set_wrong(1461 * DAY)
    clock = TrustedClock(machine)
    clock.begin(NOON)
    machine.push(timedelta(minutes=3))
    assert (clock.now(), clock.doubt) == (NOON + timedelta(minutes=3), Doubt.STOPPED)
    clock.accept()
    assert (clock.now(), clock.doubt) == (machine.now(), Doubt.NONE)


def test_a_clock_that_shows_what_is_over_is_carried_on_from_there() -> None:
    machine = StoppedClock(NOON)
    machine.set_wrong(-DAY)
    clock = TrustedClock(machine)
    clock.begin(NOON)
    machine.push(timedelta(minutes=1))
    assert (clock.now(), clock.doubt) == (NOON + timedelta(minutes=1), Doubt.EARLIER)


def test_what_an_operator_accepts_holds_until_the_clock_jumps_again() -> None:
    machine = StoppedClock(NOON)
    clock = running(machine)
    machine.set_wrong(DAY)
    assert not clock.is_sure or clock.doubt
    clock.accept()
    clock.mended = clock.leaps
    for _ in range(3):
        machine.push(timedelta(minutes=1))
        telegram_says(clock, machine)  # a day behind, as it was when the operator looked
        assert (clock.now(), clock.is_sure) == (machine.now(), True)
    machine.set_wrong(3 * DAY)
    assert clock.now() == machine.world.now() + DAY
    assert not clock.is_sure


def test_a_date_that_is_none_is_no_witness() -> None:
    machine = StoppedClock(NOON)
    clock = running(machine, with_telegram=False)
    for date in (None, "", "yesterday", "Mon, 23 Nov 2020 12:00:00 -0000"):
        clock.hear(date)
    assert (clock.now(), clock.is_sure) == (NOON, True)


# What happens to the clock: how wrong it is now, how many seconds go by, whether Telegram answers then.
_HAPPENS = st.tuples(
    st.sampled_from([0, 0, 5, -20, 45, 3600, -10_800, 86_400, 4 * 86_400, 40 * 86_400, -400 * 86_400]),
    st.integers(1, 7200),
    st.booleans(),
)


@settings(deadline=None)
@given(st.lists(_HAPPENS, max_size=40))
def test_however_the_machines_clock_is_set_what_we_go_by_is_right_to_a_minute(
    happens: list[tuple[int, int, bool]],
) -> None:
    machine = StoppedClock(NOON)
    clock = running(machine)
    for wrong, passed, answers in happens:
        machine.set_wrong(timedelta(seconds=wrong))
        machine.push(timedelta(seconds=passed))
        clock.now()
        if answers:
            telegram_says(clock, machine)
        assert abs(clock.now() - machine.world.now()) <= timedelta(minutes=1)
        assert not clock.is_sure or abs(wrong) <= 60
