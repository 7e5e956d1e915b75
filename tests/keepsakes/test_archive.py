"""One file of a keepsake: whole where it was finished, nobody else's to read, and gone afterwards."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from bot.domain.daily.keepsakes import Entry, Kept, Kind
from bot.keepsakes.archive import Archive, sweep

ENTRY = Entry(Kept("key", Kind.LETTER, date(2026, 5, 3), 1, media="photo", file_id="id"), "files/2026-05-03-001.jpg")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "keepsakes"


def test_it_holds_what_was_added_by_its_day_and_a_page(folder: Path) -> None:
    archive = Archive(folder)
    archive.add(ENTRY, io.BytesIO(b"a picture"))
    archive.finish("<p>页</p>")

    with zipfile.ZipFile(archive.opened()) as packed:
        assert packed.read(ENTRY.name) == b"a picture"
        assert packed.getinfo(ENTRY.name).date_time[:3] == (2026, 5, 3)
        assert packed.read("index.html").decode() == "<p>页</p>"
    assert archive.size == archive.path.stat().st_size
    archive.drop()
    assert not list(folder.iterdir())


def test_nobody_else_on_the_machine_reads_it(folder: Path) -> None:
    archive = Archive(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert archive.path.stat().st_mode & 0o777 == 0o600
    archive.drop()


def test_what_a_dead_process_left_is_swept_away_and_what_is_being_made_is_not(folder: Path) -> None:
    archive = Archive(folder)
    left, other = folder / "making-left.zip", folder / "mine.txt"
    left.write_bytes(b"half of it")
    other.write_bytes(b"of somebody")

    assert sweep(folder) == 1
    assert not left.exists()
    assert archive.path.exists()
    assert other.exists()
    archive.drop()
    assert sweep(folder / "nowhere") == 0
