"""What is being written and not whole yet: nobody else touches it, and what a killed process has left is removed."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from bot.errors import HomelineError

ENDING = ".part"
_OURS = ("homeline-*.homeline*", "moving-*")


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A file beside `path`, for its owner only, until it gets its name; otherwise it is gone after the block.

    Held by a lock that ends with its process, however that ends. Raises HomelineError while another one writes it.
    """
    part = path.with_name(path.name + ENDING)
    handle = _hold(part)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)
        os.close(handle)


def sweep(folder: Path, name: str = "") -> int:
    """Remove what nobody is writing any more (SG-22), also what was to get this name; how many files."""
    gone = 0
    patterns = (*_OURS, f"{escape(name)}*") if name else _OURS
    for part in {each for pattern in patterns for each in folder.glob(pattern + ENDING)}:
        with suppress(OSError):  # being written, gone, or not ours
            handle = os.open(part, os.O_RDWR)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                part.unlink()
                gone += 1
            finally:
                os.close(handle)
    return gone


def _hold(part: Path) -> int:
    while True:
        handle = os.open(part, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise HomelineError(f"Another process is writing {part} now.") from None
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), part.stat()):
                return handle
        os.close(handle)  # it was swept away as we opened it: once more
