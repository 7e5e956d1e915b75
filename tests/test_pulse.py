"""A loop that hangs or fails again and again is stuck; one that rests is well."""

import contextlib

from bot.liveness import LONGEST, Pulse


class Watch:
    """A stopwatch that a test moves."""

    at = 1000.0

    def __call__(self) -> float:
        return self.at


def test_a_loop_that_rests_is_well_however_long() -> None:
    watch = Watch()
    pulse = Pulse(watch)
    with pulse.step("poller"):
        watch.at += 30
    watch.at += 10 * LONGEST

    assert pulse.stuck() == {"poller": False}
    assert pulse.rested("poller") == 10 * LONGEST
    assert pulse.rested("never seen") == 0


def test_a_loop_that_hangs_in_a_step_is_stuck_until_the_step_ends() -> None:
    watch = Watch()
    pulse = Pulse(watch)
    with pulse.step("sender"):
        watch.at += LONGEST
        assert pulse.stuck() == {"sender": False}
        watch.at += 1
        assert pulse.stuck() == {"sender": True}
    assert pulse.stuck() == {"sender": False}


def test_a_loop_that_fails_again_and_again_is_stuck_until_a_step_succeeds() -> None:
    watch = Watch()
    pulse = Pulse(watch)
    for _ in range(20):
        with contextlib.suppress(ValueError), pulse.step("consumer"):
            raise ValueError
        watch.at += LONGEST / 10
    assert pulse.stuck() == {"consumer": True}

    with pulse.step("consumer"):
        pass
    assert pulse.stuck() == {"consumer": False}
