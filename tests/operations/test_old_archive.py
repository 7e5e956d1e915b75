"""The backups of version 0.1 open under their key, or not at all; none is written any more."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import BackupUnreadable
from bot.operations import archive
from tests.operations import old_backups

KEY, OTHER = os.urandom(32), os.urandom(32)
LINES = [os.urandom(600).hex().encode() for _ in range(1000)]  # more than two frames


def read(path: Path, *keys: bytes) -> list[bytes]:
    with path.open("rb") as file:
        return list(archive.lines(file, [], keys))


def test_what_was_written_then_is_read(tmp_path: Path) -> None:
    old_backups.write(tmp_path / "a", KEY, LINES)
    assert read(tmp_path / "a", OTHER, KEY) == LINES
    with pytest.raises(BackupUnreadable, match="another key"):
        read(tmp_path / "a", OTHER)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole: whole[:-1],
        lambda whole: whole[: 66 + 4 + (1 << 18) + 16],
        lambda whole: whole + b"\x00\x00\x00\x01x",
        lambda whole: whole[:60] + bytes([whole[60] ^ 1]) + whole[61:],
        lambda whole: whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:],
    ],
    ids=["last byte", "last frames", "more", "salt", "early"],
)
def test_what_was_cut_or_changed_is_noticed(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "a"
    old_backups.write(path, KEY, LINES)
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(BackupUnreadable, match="damaged"):
        read(path, KEY)
