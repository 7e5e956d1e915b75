"""A loop that hangs or fails again and again is stuck; one that rests is well."""

import contextlib

from bot.liveness import LONGEST, Liveness


class Leadership:
    """A stopwatch that a test moves."""

    at = 1000.0

    def __call__(self) -> float:
        return self.at


def test_a_loop_that_rests_is_well_however_long() -> None:
    watch = Leadership()
    liveness = Liveness(watch)
    with liveness.step("poller"):
        watch.at += 30
    watch.at += 10 * LONGEST

    assert liveness.stuck() == {"poller": False}
    assert liveness.rested("poller") == 10 * LONGEST
    assert liveness.rested("never seen") == 0


def test_a_loop_that_hangs_in_a_step_is_stuck_until_the_step_ends() -> None:
    watch = Leadership()
    liveness = Liveness(watch)
    with liveness.step("sender"):
        watch.at += LONGEST
        assert liveness.stuck() == {"sender": False}
        watch.at += 1
        assert liveness.stuck() == {"sender": True}
    assert liveness.stuck() == {"sender": False}


def test_a_loop_that_fails_again_and_again_is_stuck_until_a_step_succeeds() -> None:
    watch = Leadership()
    liveness = Liveness(watch)
    for _ in range(20):
        with contextlib.suppress(ValueError), liveness.step("consumer"):
            raise ValueError
        watch.at += LONGEST / 10
    assert liveness.stuck() == {"consumer": True}

    with liveness.step("consumer"):
        pass
    assert liveness.stuck() == {"consumer": False}
