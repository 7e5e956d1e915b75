"""Whether the loops move: none hangs in a step, and none fails again and again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.clock import stopwatch

# Longer than Telegram may take to answer a long poll.
LONGEST = 90.0
# The one that is never without a step for long: something else moves it, which may stop.
TICKS = "ticks"


class Liveness:
    """Felt around each step of a loop; a loop that rests, or waits for its turn, is well."""

    def __init__(self, watch: Callable[[], float] = stopwatch) -> None:
        self._watch = watch
        self._begun: dict[str, float] = {}
        self._failing: dict[str, float] = {}
        self._ended: dict[str, float] = {}

    @contextmanager
    def step(self, loop: str) -> Iterator[None]:
        """One step of a loop."""
        began = self._begun[loop] = self._watch()
        try:
            yield
        except Exception:
            self._failing.setdefault(loop, began)
            raise
        else:
            self._failing.pop(loop, None)
        finally:
            self._begun.pop(loop, None)
            self._ended[loop] = self._watch()

    def stuck(self) -> dict[str, bool]:
        """Each loop that ever moved: whether it has hung or failed for too long."""
        limit = self._watch() - LONGEST
        since = {**self._begun, **self._failing}
        return {loop: since.get(loop, limit) < limit for loop in sorted({*self._ended, *since})}

    def still(self) -> dict[str, float]:
        """Each loop that hangs in a step, or whose turn no longer comes, and for how long; one that fails moves."""
        now = self._watch()
        since = {**dict(self._ended), **dict(self._begun)}
        moves = {loop: at for loop, at in since.items() if loop in self._begun or loop == TICKS}
        return {loop: now - at for loop, at in moves.items() if now - at > LONGEST}

    def rested(self, loop: str) -> float:
        """Seconds since a loop's last step ended; 0 before the first."""
        return self._watch() - self._ended[loop] if loop in self._ended else 0.0
