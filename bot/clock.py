"""The only place where Homeline learns what time it is; whether that can be believed, `bot/timekeeper.py` says."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

# Time that goes by while a machine sleeps counts too, where the system tells it.
_ELAPSED: int = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


class Clock(Protocol):
    """Tells the present instant, always in UTC and with its zone."""

    @property
    def is_sure(self) -> bool:
        """Whether nothing speaks against the instant: only then may it erase or give away."""

    def now(self) -> datetime: ...


class Machine(Clock, Protocol):
    """A clock that may be set wrong, beside the time that has gone by, which nobody sets."""

    def elapsed(self) -> timedelta:
        """Since some moment before this process began."""

    def asleep(self) -> timedelta:
        """How much of that the machine has slept through, where the system tells it."""


class SystemClock:
    """The clock of this machine."""

    is_sure = True  # whoever asks it alone has nothing else to go by

    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - the clock itself

    def elapsed(self) -> timedelta:
        return timedelta(seconds=time.clock_gettime(_ELAPSED))

    def asleep(self) -> timedelta:
        return self.elapsed() - timedelta(seconds=time.clock_gettime(time.CLOCK_MONOTONIC))


class ShiftedClock:
    """A running clock that can be pushed forward, for the demo."""

    is_sure = True

    def __init__(self, base: Machine, ahead: timedelta = timedelta()) -> None:
        self._base = base
        self.ahead = ahead

    def now(self) -> datetime:
        return self._base.now() + self.ahead

    def elapsed(self) -> timedelta:
        return self._base.elapsed() + self.ahead

    def asleep(self) -> timedelta:
        return self._base.asleep()

    def push(self, step: timedelta) -> None:
        """Let `step` go by; a negative step moves back, which only the seeding of the demo needs."""
        self.ahead += step


class StoppedClock:
    """A clock that stands still until it is moved, for tests; time goes by as far as it is moved."""

    is_sure = True

    def __init__(self, at: datetime) -> None:
        if at.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        self._at = self._began = at.astimezone(UTC)
        self._unnoticed = self._asleep = self._wrong = timedelta()

    def now(self) -> datetime:
        return self._at + self._wrong

    def elapsed(self) -> timedelta:
        return self._at - self._began - self._unnoticed

    def asleep(self) -> timedelta:
        return self._asleep

    def push(self, step: timedelta) -> None:
        """Move by `step`."""
        self._at += step

    def move_to(self, at: datetime) -> None:
        """Stand at `at`, an instant with its zone."""
        self._at = at.astimezone(UTC)

    def set_wrong(self, by: timedelta) -> None:
        """From now on it shows another time than it is; no time goes by for that. By nothing: it is right again."""
        self._wrong = by

    def stand_still(self, step: timedelta) -> None:
        """Let `step` go by unnoticed, as while a virtual machine is halted; its clock is right afterwards."""
        self._at += step
        self._unnoticed += step

    def sleep(self, step: timedelta) -> None:
        """Let `step` go by as while a laptop is shut: nothing runs, and its clock knows of it afterwards."""
        self._at += step
        self._asleep += step

    @property
    def world(self) -> "WorldClock":
        """The time that it is for everybody else, however wrong this clock is."""
        return WorldClock(self)

    def right(self) -> datetime:
        """The instant that it is."""
        return self._at


class WorldClock:
    """What clocks elsewhere show while a stopped clock may be wrong."""

    is_sure = True

    def __init__(self, stopped: StoppedClock) -> None:
        self._stopped = stopped

    def now(self) -> datetime:
        return self._stopped.right()


def stopwatch() -> float:
    """Seconds on a clock that never jumps, for pacing and measuring; it has no meaning as a date."""
    return time.monotonic()  # noqa: TID251 - the stopwatch itself
