"""A backup opens whole for whom it was written, with age and gzip alone, or not at all."""

import gzip
import random
import subprocess
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pyrage
import pytest
from pyrage.x25519 import Identity

from bot.errors import BackupUnreadable
from bot.operations import archive, backup_keys

MINE, OTHER = Identity.generate(), Identity.generate()
# Several of age's chunks, and not compressible.
LINES = [random.Random(number).randbytes(600).hex().encode() for number in range(1000)]


def written(path: Path, content: list[bytes]) -> Path:
    with path.open("wb") as file:
        archive.write(file, [MINE.to_public(), Identity.generate().to_public()], content)
    return path


def read(path: Path, *identities: Identity) -> list[bytes]:
    with path.open("rb") as file:
        return list(archive.lines(file, identities))


@pytest.mark.parametrize(
    "content", [[], [b"one"], LINES, [b"0" * 10_000_000] * 3], ids=["empty", "one", "many", "alike"]
)
def test_what_was_written_is_read(tmp_path: Path, content: list[bytes]) -> None:
    assert read(written(tmp_path / "a", content), OTHER, MINE) == content


def test_what_opens_it_need_not_be_homeline(tmp_path: Path) -> None:
    path = written(tmp_path / "a", [b"one", b"two"])
    assert path.read_bytes().startswith(b"age-encryption.org/v1\n")  # as `age` asks
    assert gzip.decompress(pyrage.decrypt(path.read_bytes(), [MINE])) == b"one\ntwo\n"


@pytest.mark.age
def test_age_itself_opens_what_we_write_and_we_what_it_writes(tmp_path: Path) -> None:
    def ask(*command: object, told: bytes = b"") -> bytes:
        return subprocess.run([str(each) for each in command], input=told, check=True, capture_output=True).stdout

    ours, theirs = tmp_path / "ours.txt", tmp_path / "theirs.txt"
    ours.write_text(backup_keys.new_pair())
    ask("age-keygen", "-o", theirs)
    keys = [backup_keys.read(each.read_text()) for each in (ours, theirs)]
    for number, pair in enumerate((ours, theirs)):
        path = tmp_path / str(number)
        with path.open("wb") as file:
            archive.write(file, keys[number].recipients, LINES)
        assert gzip.decompress(ask("age", "-d", "-i", pair, path)).split(b"\n")[:-1] == LINES
        path.write_bytes(ask("age", "-e", "-r", keys[number].name, told=gzip.compress(b"one\ntwo\n")))
        assert read(path, *keys[number].identities) == [b"one", b"two"]


def test_nothing_of_it_can_be_seen(tmp_path: Path) -> None:
    path = written(tmp_path / "a", [b"Canary"] * 9)
    assert b"Canary" not in path.read_bytes()


@pytest.mark.parametrize("there", [(), (OTHER,)])
def test_another_key_is_named_as_that(tmp_path: Path, there: tuple[Identity, ...]) -> None:
    with pytest.raises(BackupUnreadable, match="No key that is here opens"):
        read(written(tmp_path / "a", LINES), *there)


def test_another_file_is_named_as_that(tmp_path: Path) -> None:
    path = tmp_path / "a"
    for content in (b"", b"HOMELINE", b"age1", b"PK\x03\x04" * 100):
        path.write_bytes(content)
        with pytest.raises(BackupUnreadable, match="no backup"):
            read(path, MINE)


def _one_bit(at: int) -> Callable[[bytes], bytes]:
    return lambda whole: whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]


def _without_the_last_chunk(whole: bytes) -> bytes:
    chunks = whole.index(b"\n", whole.index(b"\n--- ") + 5) + 1 + 16
    return whole[: chunks + (len(whole) - chunks) // 65552 * 65552]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole: whole[: random.Random(len(whole)).randrange(400, len(whole))],
        lambda whole: whole[:100],
        _without_the_last_chunk,
        lambda whole: whole[:-1],
        lambda whole: whole + b"x",
        lambda whole: whole + whole,
        _one_bit(420),
        _one_bit(5000),
        _one_bit(-1),
    ],
    ids=["cut", "in the head", "last chunk", "last byte", "more", "repeated", "nonce", "early", "late"],
)
def test_what_was_cut_or_changed_is_noticed(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    path = written(tmp_path / "a", LINES)
    whole = path.read_bytes()
    assert len(spoil(whole)) != len(whole) or spoil(whole) != whole
    path.write_bytes(spoil(whole))
    with pytest.raises(BackupUnreadable, match="damaged"):
        read(path, MINE)


def test_what_is_inside_but_no_gzip_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a"
    for inside in (b"plain", gzip.compress(b"one\n")[:-4]):
        path.write_bytes(pyrage.encrypt(inside, [MINE.to_public()]))
        with pytest.raises(BackupUnreadable, match="damaged"):
            read(path, MINE)


def test_what_a_line_or_the_disk_raises_comes_through_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a"

    def broken() -> Iterator[bytes]:
        yield from LINES
        raise LookupError("in the middle")

    with path.open("wb") as file, pytest.raises(LookupError, match="in the middle"):
        archive.write(file, [MINE.to_public()], broken())
    with pytest.raises(BackupUnreadable, match="damaged"):
        read(path, MINE)
    with Path("/dev/full").open("wb", buffering=0) as full, pytest.raises(OSError, match="No space"):
        archive.write(full, [MINE.to_public()], LINES)


def test_who_stops_reading_leaves_nothing_behind(tmp_path: Path) -> None:
    before = threading.active_count()
    with written(tmp_path / "a", LINES).open("rb") as file:
        some = archive.lines(file, [MINE])
        assert next(some) == LINES[0]
        some.close()  # type: ignore[attr-defined] # a generator
    assert threading.active_count() == before


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    chance = random.Random(1).randbytes
    path = tmp_path / "a"

    def many() -> Iterator[bytes]:
        for _ in range(20_000):
            yield chance(400).hex().encode()

    tracemalloc.start()
    try:
        with path.open("wb") as file:
            archive.write(file, [MINE.to_public()], many())
        with path.open("rb") as source:
            assert sum(len(each) for each in archive.lines(source, [MINE])) == 20_000 * 800
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()
    assert path.stat().st_size > 8_000_000
