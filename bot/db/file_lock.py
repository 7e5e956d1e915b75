"""One process on one file, by whatever name it is reached: the lock lies on the file itself.

`flock` knows nothing of the locks that SQLite takes of its own (they are POSIX's), but closing any descriptor of a file
lets go of those. So ours is opened before SQLite opens the file, and closed when SQLite has closed it.
"""

import fcntl
import os
import sys
from pathlib import Path

from bot.errors import DatabaseAway, DatabaseInUse

# Elsewhere the two kinds of lock are not strangers to each other: there the lock lies on a file beside it.
_ON_ITSELF = sys.platform == "linux"
_held: set[tuple[int, int]] = set()  # in this process: looking by opening once more would let go of SQLite's locks


class FileLock:
    """Held from `take` to `release`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._file: tuple[int, int] | None = None

    def take(self) -> None:
        """Make the file where there is none, for its owner only, and hold it. Raises DatabaseInUse."""
        if self._path.exists() and _number(self._path) in _held:
            raise self._in_use
        while self._file is None:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            opened = os.fstat(file)
            self._descriptor = file if _ON_ITSELF else _beside(self._path, file)
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                self.release()
                raise self._in_use from None
            if _number(self._path) == (opened.st_dev, opened.st_ino):
                self._file = (opened.st_dev, opened.st_ino)
                _held.add(self._file)
            else:
                self.release()  # it was replaced as we opened it: once more

    def check(self) -> None:
        """Raises DatabaseAway when the name leads to another file by now, or to none: what is written would be lost."""
        try:
            found = _number(self._path)
        except FileNotFoundError:
            found = None
        if found != self._file:
            what = "was replaced" if found else "is gone"
            raise DatabaseAway(f"The database {self._path} {what} while Homeline runs: put it back, or stop Homeline.")

    def release(self) -> None:
        """Let another process have it."""
        if self._file is not None:
            _held.discard(self._file)
        if self._descriptor is not None:
            os.close(self._descriptor)
        self._descriptor = self._file = None

    @property
    def _in_use(self) -> DatabaseInUse:
        words = f"Another Homeline already runs on {self._path}. Stop it first, or give this one its own DATABASE_URL."
        return DatabaseInUse(words)


def _beside(path: Path, file: int) -> int:
    os.close(file)
    return os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT, 0o600)


def _number(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
