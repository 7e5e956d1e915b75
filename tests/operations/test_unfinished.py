"""SG-22: of a backup that was cut off nothing stays, least of all what nobody has sealed."""

import asyncio
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from bot.clock import StoppedClock
from bot.errors import HomelineError
from bot.operations import backing_up, journal, unfinished
from bot.operations.backing_up import back_up
from bot.settings import Settings
from tests.operations.places import filled, running, with_backups

# A backup that is killed as its first rows are tried.
KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from bot.clock import SystemClock
from bot.db import trial
from bot.operations.backing_up import back_up
from bot.settings import Settings

def die(conn, lines, advance):
    for _ in range(9):
        next(lines)
    print(*sorted(os.listdir(sys.argv[3])), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

trial.try_out = die
given = Settings(database_url=sys.argv[1], keys=sys.argv[2], backups=sys.argv[3], backup_key=sys.argv[4])
asyncio.run(back_up(given, SystemClock(), None, 35))
"""


@pytest.fixture
def kept(settings: Settings, tmp_path: Path) -> Settings:
    return with_backups(settings, tmp_path / "backups")


def found(kept: Settings) -> list[Path]:
    return sorted(Path(kept.backups).iterdir())


async def killed(kept: Settings, clock: StoppedClock) -> str:
    """What lay in the folder as a backup was killed."""
    await (await filled(kept, clock)).close()
    command = [sys.executable, "-c", KILLED, kept.database_url, kept.keys, kept.backups, kept.backup_key]
    run = partial(subprocess.run, capture_output=True, text=True, check=False, timeout=60)
    done = await asyncio.to_thread(run, command)
    assert done.returncode == -signal.SIGKILL, done.stderr
    return done.stdout


async def test_sg_22_nothing_of_a_killed_backup_outlives_the_next_one_and_nothing_of_it_was_ever_open(
    kept: Settings, clock: StoppedClock
) -> None:
    assert (await killed(kept, clock)).strip().endswith(".homeline.part")  # one file, and it is sealed
    (left,) = found(kept)
    assert left.read_bytes().startswith(b"age-encryption.org")
    foreign = left.with_name("holiday.part")
    foreign.touch()

    await back_up(kept, clock, None, 35)
    assert [each.suffix for each in found(kept)] == [".part", ".homeline", ".txt"]
    assert foreign.exists()
    assert not left.exists()


async def test_sg_22_a_start_removes_what_a_killed_backup_left(kept: Settings) -> None:
    for name in ("homeline-20261123T023000Z.homeline.part", "moving-1a2b3c4d.part"):
        (backing_up.folder_of(kept) / name).write_bytes(b"age-encryption.org")
    async with running(kept):
        assert [each for each in found(kept) if each.suffix == unfinished.ENDING] == []


def test_what_another_process_is_writing_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.homeline"
    with unfinished.beside(path) as part:
        assert unfinished.sweep(tmp_path, path.name) == 0
        assert part.stat().st_mode & 0o077 == 0
        with pytest.raises(HomelineError, match="Another process is writing"), unfinished.beside(path):
            pass
        part.replace(path)
    assert path.exists()
    assert not part.exists()
    part.touch()
    assert unfinished.sweep(tmp_path) == 0
    assert unfinished.sweep(tmp_path, path.name) == 1


async def test_a_list_of_what_was_erased_that_a_power_cut_broke_off_goes_on(
    kept: Settings, clock: StoppedClock
) -> None:
    store = await filled(kept, clock)
    path = Path(kept.backups) / journal.NAME
    await journal.Journal(path.parent).step(store)
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    assert len(journal.read(path)) == 2

    assert await journal.Journal(path.parent).step(store) == 1
    await store.close()
    assert path.read_bytes() == whole
