"""How long the disk itself takes meanwhile: what is written before it is sent cannot leave sooner.

A process of its own writes: in that of a measure it would wait for the interpreter, too, and blame the disk.
"""

import os
import select
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.clock import stopwatch

EVERY = 0.25  # seconds
STILL = 45.0  # milliseconds, as long as an alert may take


@dataclass
class Disk:
    """`slowest` is the longest that a bare write of 4 kB has taken until it was durable, in milliseconds."""

    slowest: float = 0.0

    def said(self) -> str:
        """A sentence, where it stood still for longer than an alert may take."""
        return f" The disk itself stood still for {self.slowest:,.0f} ms meanwhile." if self.slowest > STILL else ""


@contextmanager
def watched() -> Iterator[Disk]:
    """The disk on which the databases of the measures lie; what it took is known once the block is over."""
    disk, pipe = Disk(), subprocess.PIPE
    command = [sys.executable, "-m", "tests.bench.disk"]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        try:
            yield disk
        finally:
            told, _errors = process.communicate()  # its input ends, and so does it
            disk.slowest = float(told)


def _slowest() -> float:
    """Of a write a few times a second, and one at least, until the input ends."""
    slowest = 0.0
    with tempfile.NamedTemporaryFile(prefix="homeline-bench-") as file:
        while True:
            began = stopwatch()
            os.pwrite(file.fileno(), bytes(4096), 0)
            os.fsync(file.fileno())
            slowest = max(slowest, (stopwatch() - began) * 1000)
            if select.select([sys.stdin], [], [], EVERY)[0]:
                return slowest


if __name__ == "__main__":
    print(_slowest())
