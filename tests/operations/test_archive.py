"""A backup opens whole under its key, or not at all."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import BackupUnreadable
from bot.operations.archive import Archive, lines

KEY, OTHER = os.urandom(32), os.urandom(32)
# More than two frames, and not compressible.
LINES = [random.Random(number).randbytes(600).hex().encode() for number in range(1000)]


def written(path: Path, content: list[bytes]) -> Path:
    with path.open("wb") as file, Archive(file, KEY) as into:
        for line in content:
            into.write(line)
    return path


def read(path: Path, *keys: bytes) -> list[bytes]:
    with path.open("rb") as file:
        return list(lines(file, keys))


@pytest.mark.parametrize(
    "content", [[], [b"one"], LINES, [b"0" * 10_000_000] * 3], ids=["empty", "one", "many", "alike"]
)
def test_what_was_written_is_read(tmp_path: Path, content: list[bytes]) -> None:
    assert read(written(tmp_path / "a", content), OTHER, KEY) == content


def test_nothing_of_it_can_be_seen(tmp_path: Path) -> None:
    path = written(tmp_path / "a", [b"Canary"] * 9)
    assert b"Canary" not in path.read_bytes()


def test_another_key_is_named_as_that(tmp_path: Path) -> None:
    with pytest.raises(BackupUnreadable, match="another key"):
        read(written(tmp_path / "a", LINES), OTHER)


def test_another_file_is_named_as_that(tmp_path: Path) -> None:
    path = tmp_path / "a"
    for content in (b"", b"HOMELINE", b"PK\x03\x04" * 100):
        path.write_bytes(content)
        with pytest.raises(BackupUnreadable, match="no backup"):
            read(path, KEY)


def _cut_anywhere(whole: bytes) -> bytes:
    return whole[: random.Random(len(whole)).randrange(80, len(whole))]


def _without_the_last_frame(whole: bytes) -> bytes:
    at, frames = 66, []
    while at < len(whole):
        frames.append(at)
        at += 4 + int.from_bytes(whole[at : at + 4])
    assert len(frames) > 2
    return whole[: frames[-1]]


def _one_bit(at: int) -> Callable[[bytes], bytes]:
    return lambda whole: whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]


@pytest.mark.parametrize(
    "spoil",
    [
        _cut_anywhere,
        _without_the_last_frame,
        lambda whole: whole[:-1],
        lambda whole: whole + b"\x00\x00\x00\x01x",
        lambda whole: whole + whole[66:],
        _one_bit(60),
        _one_bit(66),
        _one_bit(5000),
        _one_bit(-1 + 500_000),
    ],
    ids=["cut", "last frame", "last byte", "more", "repeated", "salt", "length", "early", "late"],
)
def test_what_was_cut_or_changed_is_noticed(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    path = written(tmp_path / "a", LINES)
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(BackupUnreadable, match="damaged"):
        read(path, KEY)


def test_what_failed_half_way_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "a"

    def broken() -> None:
        with path.open("wb") as file, Archive(file, KEY) as into:
            for line in LINES:
                into.write(line)
            raise LookupError("in the middle")

    with pytest.raises(LookupError):
        broken()
    with pytest.raises(BackupUnreadable, match="damaged"):
        read(path, KEY)
