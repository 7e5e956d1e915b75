"""How long the disk itself takes meanwhile: what is written before it is sent cannot leave sooner."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import IO

from bot.clock import stopwatch

EVERY = 0.25  # seconds
STILL = 45.0  # milliseconds, as long as an alert may take


class Disk:
    """`slowest` is the longest that a bare write of 4 kB has taken until it was durable, in milliseconds."""

    def __init__(self) -> None:
        self.slowest = 0.0
        self.over = Event()

    def watch(self, file: IO[bytes]) -> None:
        """Write a few times a second, at least once, until it is `over`."""
        while True:
            began = stopwatch()
            os.pwrite(file.fileno(), bytes(4096), 0)
            os.fsync(file.fileno())
            self.slowest = max(self.slowest, (stopwatch() - began) * 1000)
            if self.over.wait(EVERY):
                return

    def said(self) -> str:
        """A sentence, where it stood still for longer than an alert may take."""
        return f" The disk itself stood still for {self.slowest:,.0f} ms meanwhile." if self.slowest > STILL else ""


@contextmanager
def watched() -> Iterator[Disk]:
    """The disk on which the databases of the measures lie, for as long as the block."""
    disk = Disk()
    with tempfile.NamedTemporaryFile(prefix="homeline-bench-") as file:
        thread = Thread(target=disk.watch, args=(file,))
        thread.start()
        try:
            yield disk
        finally:
            disk.over.set()
            thread.join()
