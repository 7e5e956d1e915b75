"""Files are read in a process that ends with them: what needs too long or too much ends it, and nothing else."""

import resource
import zipfile
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from bot.domain.school.roster_files import MOST, Sheet, Unread
from bot.sheets import desk, worker
from tests.workbooks import workbook


@pytest.mark.wired
async def test_five_hundred_lines_are_read_in_time() -> None:
    rows: list[list[object]] = [["№", "Name", "Born"], *([number, f"Pupil {number}", 2017] for number in range(1, 501))]
    found = await desk.apart(partial(worker.read, workbook(rows)))
    assert isinstance(found, Sheet)
    assert found.rows[500].cells == ("500", "Pupil 500", "2017")


@pytest.mark.wired
async def test_what_takes_too_long_is_ended() -> None:
    assert await desk.apart(partial(worker.read, b"1,Anvar\n"), within=0.001) is Unread.TOO_MUCH
    assert isinstance(await desk.apart(partial(worker.read, b"1,Anvar\n")), Sheet)


@pytest.mark.wired
@pytest.mark.parametrize(
    ("kind", "most"),
    [(resource.RLIMIT_CPU, worker.SECONDS), (resource.RLIMIT_AS, worker.MEMORY), (resource.RLIMIT_CORE, 0)],
)
async def test_the_system_ends_what_takes_more_of_the_machine_than_a_file_can_need(kind: int, most: int) -> None:
    assert await desk.apart(partial(resource.getrlimit, kind)) == (most, most)
    assert worker.SECONDS < desk.WITHIN


def test_a_bomb_is_not_opened() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("xl/workbook.xml", bytes(60_000_000))
    assert len(packed.getvalue()) < MOST
    assert worker.read(packed.getvalue()) is Unread.TOO_MUCH


@pytest.mark.wired
async def test_a_bomb_that_hides_its_size_ends_its_own_process() -> None:
    """A part that says it is small, and is not: whatever opens it has no more memory than it is given."""
    packed = bytearray(workbook([["x" * 10_000_000]] * 4))
    for name in (b"PK\x03\x04", b"PK\x01\x02"):
        at = packed.rfind(name)
        size = at + (22 if name == b"PK\x03\x04" else 24)
        packed[size : size + 4] = (1_000).to_bytes(4, "little")
    assert await desk.apart(partial(worker.read, bytes(packed))) in set(Unread)


def test_a_hidden_sheet_and_a_formulas_text_are_left_alone() -> None:
    found = worker.read(workbook([["Name"], ["=cmd|' /C calc'!A0"]]))
    assert isinstance(found, Sheet)
    assert found.rows[1].cells == ("=cmd|' /C calc'!A0",)


def test_reading_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    worker.read(workbook([["Name"], ["Anvar"]]))
    assert not list(tmp_path.iterdir())
