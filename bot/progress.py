"""Says how far long work has come: on a terminal in one line, each second; in a log now and then. Ends it, too."""

import sys
from collections.abc import Callable
from threading import Event
from typing import TextIO

from bot.clock import stopwatch
from bot.errors import Stopped

_ON_A_TERMINAL = 1.0
_IN_A_LOG = 30.0

# Once it is set, long work ends at its next row: a thread hears of no Ctrl-C, and would go on to the end.
STOP = Event()


class Progress:
    """Such as “copied 12,000 of 40,000 rows”; silent when the work is over before the first line is due."""

    def __init__(
        self,
        verb: str,
        total: int | None = None,
        unit: str = "rows",
        *,
        out: TextIO | None = None,
        watch: Callable[[], float] = stopwatch,
    ) -> None:
        self._verb, self._total, self._unit = verb, total, unit
        self._out = out or sys.stderr
        self._watch = watch
        self._terminal = self._out.isatty()
        self._rest = _ON_A_TERMINAL if self._terminal else _IN_A_LOG
        self._next = watch() + self._rest
        self._did = 0
        self._said: int | None = None

    def advance(self, by: int = 1) -> None:
        """So much more is done. Raises Stopped."""
        if STOP.is_set():
            raise Stopped
        self._did += by
        if (now := self._watch()) >= self._next:
            self._next = now + self._rest
            self._say()

    def end(self) -> None:
        """The work is over: the last line says how much there was, where one was said before."""
        if self._said is None:
            return
        if self._said != self._did:
            self._say()
        if self._terminal:
            self._out.write("\n")

    def _say(self) -> None:
        of = f" of {self._total:,}" if self._total is not None else ""
        line = f"{self._verb} {self._did:,}{of} {self._unit}"
        # A terminal's line is written over itself; what follows a shorter one is wiped (ESC [ K).
        self._out.write(f"\r{line}\x1b[K" if self._terminal else f"{line}\n")
        self._out.flush()
        self._said = self._did
