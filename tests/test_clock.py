"""Clocks: always UTC, always with a zone."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.clock import ShiftedClock, StoppedClock, SystemClock, stopwatch

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_the_system_clock_knows_its_zone() -> None:
    assert SystemClock().now().tzinfo is UTC
    assert stopwatch() <= stopwatch()


def test_a_stopped_clock_stands_until_it_is_moved() -> None:
    clock = StoppedClock(NOON.astimezone(timezone(timedelta(hours=8))))
    assert clock.now() == NOON
    clock.push(timedelta(hours=1))
    assert clock.now() == NOON + timedelta(hours=1)
    clock.move_to(NOON)
    assert clock.now().tzinfo is UTC
    assert clock.now() == NOON


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        StoppedClock(NOON.replace(tzinfo=None))


def test_a_shifted_clock_runs_ahead() -> None:
    clock = ShiftedClock(StoppedClock(NOON), timedelta(minutes=5))
    clock.push(timedelta(minutes=5))
    assert clock.now() == NOON + timedelta(minutes=10)


def test_of_a_clock_that_is_set_wrong_no_time_goes_by() -> None:
    clock = StoppedClock(NOON)
    clock.push(timedelta(minutes=1))
    clock.set_wrong(timedelta(days=4))
    assert clock.now() == NOON + timedelta(days=4, minutes=1)
    assert clock.elapsed() == timedelta(minutes=1)
    assert clock.world.now() == NOON + timedelta(minutes=1)


def test_time_goes_by_on_this_machine_however_its_clock_is_set() -> None:
    assert SystemClock().elapsed() <= SystemClock().elapsed()
    shifted = ShiftedClock(StoppedClock(NOON))
    shifted.push(timedelta(hours=1))
    assert shifted.elapsed() == timedelta(hours=1)
