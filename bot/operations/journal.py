"""The tombstones once more, outside the database and beside the backups: what was erased after a backup stays erased.

One line each: the kind of row, the keyed hash of its number, when. Whoever reads it learns nothing.
"""

import asyncio
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.db.store import Store
from bot.errors import BackupUnreadable
from bot.queries.privacy import tombstones
from bot.queries.privacy.tombstones import Tombstone

NAME = "tombstones.txt"


class Journal:
    """Appends what the database has and the file has not."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._last = 0

    async def step(self, store: Store) -> int:
        """Write down what was erased since the step before; how many lines were new."""
        after = self._last
        found = await store.read(lambda tx: tombstones.since(tx, after))
        if not found:
            return 0
        new = await asyncio.to_thread(append, self._path, [each for _number, each in found])
        self._last = found[-1][0]
        return new


def append(path: Path, found: Sequence[Tombstone]) -> int:
    """Add the tombstones that are not there yet, durably; how many. The file is there afterwards in any case."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), "r+b") as file:
        there = file.read()
        whole = there.rfind(b"\n") + 1
        file.truncate(whole)  # what was being written when the machine stopped
        known = set(there[:whole].decode().splitlines())
        new = [line for line in map(_line, found) if line not in known]
        file.write("".join(f"{each}\n" for each in new).encode())
        file.flush()
        os.fsync(file.fileno())
    return len(new)


def read(path: Path) -> list[Tombstone]:
    """Every tombstone of a journal; a last line that was being written when the machine stopped is left out."""
    text = path.read_text()
    lines = text.splitlines()
    if text and not text.endswith("\n"):
        lines.pop()
    try:
        return [_tombstone(each) for each in lines]
    except ValueError:
        raise BackupUnreadable(f"{path} is no list of tombstones, or was changed. Give the right one.") from None


def _line(each: Tombstone) -> str:
    return f"{each.entity} {each.row_hash.hex()} {each.at.isoformat()}"


def _tombstone(line: str) -> Tombstone:
    entity, row_hash, at = line.split(" ")
    return Tombstone(entity, bytes.fromhex(row_hash), datetime.fromisoformat(at))
