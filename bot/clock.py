"""The only place where Homeline learns what time it is."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the present instant, always in UTC and with its zone."""

    def now(self) -> datetime: ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - the clock itself


class ShiftedClock:
    """A running clock that can be pushed forward, for the demo."""

    def __init__(self, base: Clock, ahead: timedelta = timedelta()) -> None:
        self._base = base
        self.ahead = ahead

    def now(self) -> datetime:
        return self._base.now() + self.ahead

    def push(self, step: timedelta) -> None:
        """Move forward by `step`; a negative step moves back, which only the seeding of the demo needs."""
        self.ahead += step


class StoppedClock:
    """A clock that stands still until it is moved, for tests."""

    def __init__(self, at: datetime) -> None:
        if at.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        return self._at

    def push(self, step: timedelta) -> None:
        """Move by `step`."""
        self._at += step

    def move_to(self, at: datetime) -> None:
        """Stand at `at`, an instant with its zone."""
        self._at = at.astimezone(UTC)


def stopwatch() -> float:
    """Seconds on a clock that never jumps, for pacing and measuring; it has no meaning as a date."""
    return time.monotonic()  # noqa: TID251 - the stopwatch itself
