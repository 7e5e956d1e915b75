"""Pacing and waiting follow the clock that a test moves; nothing waits in earnest."""

import pytest

from bot.clock import StoppedClock
from bot.telegram import picking, poller, sender


def follow(clock: StoppedClock, patch: pytest.MonkeyPatch) -> None:
    """Until `patch` is undone."""
    for module in (sender, picking):
        patch.setattr(module, "stopwatch", lambda: 1000 + clock.elapsed().total_seconds())
    patch.setattr(sender, "RECORD_AGAIN", 0.01)
    patch.setattr(poller, "_LATER", 0.0)
    patch.setattr(poller, "_LATEST", 0.0)
