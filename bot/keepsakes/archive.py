"""One file of a keepsake: pictures and voices as they are, and a page. It lies on disk until it has been sent."""

import fcntl
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from bot.domain.daily.keepsakes import PAGE, Entry

_PREFIX, _SUFFIX = "making-", ".zip"
_PIECE = 64 * 1024
_ENTRY = 400  # what each file adds beside its content


class Archive:
    """Written from its beginning to its end; pictures and voices are small already, and not packed once more."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, prefix=_PREFIX, suffix=_SUFFIX, delete=False) as file:
            self.path = Path(file.name)
        self._held = self.path.open("rb")  # by a lock that ends with the process, however that ends
        fcntl.flock(self._held, fcntl.LOCK_SH)
        self._zip = ZipFile(self.path, "w", ZIP_STORED)
        self._given: list[IO[bytes]] = []
        self.size = 0

    def add(self, entry: Entry, content: IO[bytes]) -> None:
        """One file, under the name of its entry."""
        content.seek(0)
        with self._zip.open(_info(entry), "w") as into:
            shutil.copyfileobj(content, into, _PIECE)
        self.size += content.tell() + _ENTRY

    def count(self, words: str) -> None:
        """What stands on the page makes it larger, too."""
        self.size += len(words.encode()) + _ENTRY

    def finish(self, page: str) -> None:
        """The page, and what makes it whole."""
        self._zip.writestr(PAGE, page, ZIP_DEFLATED)
        self._zip.close()
        self.size = self.path.stat().st_size

    def opened(self) -> IO[bytes]:
        """All of it, to be read once."""
        file = self.path.open("rb")
        self._given.append(file)
        return file

    def drop(self) -> None:
        """Nothing of it stays."""
        self.path.unlink(missing_ok=True)
        self._zip.close()
        for each in (self._held, *self._given):
            each.close()


def _info(entry: Entry) -> ZipInfo:
    """Its date is the day of what it is, and not of its packing."""
    day = entry.kept.day
    info = ZipInfo(entry.name, (day.year, day.month, day.day, 12, 0, 0))
    info.external_attr = 0o600 << 16
    return info


def sweep(folder: Path) -> int:
    """Remove what a process has left there that died; how many files. What another one is making stays."""
    gone = 0
    for each in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError), each.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            each.unlink()
            gone += 1
    return gone
