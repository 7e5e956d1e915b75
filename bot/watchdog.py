"""Ends a process that stands still, so that whoever started it starts it anew: a stuck loop would look alive for ever.

A thread of its own looks once a second, for a loop that stands still cannot look at itself. What it counts are its own
looks and not the time: a machine that slept, or a process that was stopped and goes on, is not stuck.
"""

import asyncio
import contextlib
import os
import socket
import sys
import threading
from collections.abc import Callable, Iterator

from bot import log
from bot.liveness import Liveness
from bot.loop import WakeUp

STUCK = 70
EVERY = 1.0
# So many looks in a row must find nothing that moves: of the whole process, and of one loop beyond what is long for it.
LOOKS, SURE = 60, 15

_log = log.get("watchdog")


class Watchdog:
    """`look` once a second; what it says is why the process must end."""

    def __init__(self, liveness: Liveness) -> None:
        self._liveness = liveness
        self._unmoved = 0
        self._found: dict[str, int] = {}
        self._main = threading.main_thread().ident
        self._over = threading.Event()

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """For as long as the block, in the running event loop."""
        beating = asyncio.create_task(self._beat())
        thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            beating.cancel()
            thread.join()

    def moved(self) -> None:
        """The event loop has come round."""
        self._unmoved = 0

    def look(self) -> str | None:
        """One look: none while everything moves."""
        self._unmoved += 1
        if self._unmoved > LOOKS:
            return f"Everything has stood still for {LOOKS} s at {self._place()}"
        still = self._liveness.still()
        self._found = {loop: self._found.get(loop, 0) + 1 for loop in still}
        stuck = sorted(loop for loop, times in self._found.items() if times >= SURE)
        return f"The {' and the '.join(stuck)} stood still for {still[stuck[0]]:.0f} s" if stuck else None

    async def _beat(self) -> None:
        rest = WakeUp()
        while True:
            self.moved()
            await rest.wait(EVERY)

    def _watch(self) -> None:
        while not self._over.wait(EVERY):
            if words := self.look():
                _end(f"{words}; the process ends, to begin anew.")
            if not self._unmoved > SURE:
                tell_systemd("WATCHDOG=1")

    def _place(self) -> str:
        """Where the main thread is, as file, function and line."""
        frame = sys._current_frames().get(self._main or 0)
        return log.at(frame.f_code, frame.f_lineno) if frame is not None else "?"


def _end(words: str) -> None:
    """One line and the end; whatever holds the log up does not hold this up."""
    say: Callable[..., None] = _log.critical
    last = threading.Thread(target=say, args=(words,), daemon=True)
    last.start()
    last.join(2 * EVERY)
    os._exit(STUCK)


def tell_systemd(words: str) -> None:
    """Where systemd has started us, it hears this; elsewhere nobody does."""
    path = os.environ.get("NOTIFY_SOCKET", "")
    if not path:
        return
    with (
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as line,
        contextlib.suppress(OSError),  # it has not heard us in time: it says so itself
    ):
        line.sendto(words.encode(), f"\0{path[1:]}" if path.startswith("@") else path)
