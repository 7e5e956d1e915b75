"""One process on one file, whatever name leads to it; and a start on a full disk says which disk."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.db import availability, installation
from bot.db.availability import is_away, said_plainly
from bot.db.store import Store, plainly, store_for
from bot.errors import DatabaseAway, DatabaseInUse
from bot.settings import Settings
from tests.deploy.files import ROOT
from tests.together import KEYS

TAKE = """
import sys
from pathlib import Path
from bot.db.file_lock import FileLock
FileLock(Path(sys.argv[1])).take()
"""
# Only the last one to close a file may put its log away: SQLite's own locks say who is there.
TIDY = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('PRAGMA journal_mode=DELETE')"


def opened(path: Path, keys: str = KEYS) -> Store:
    return store_for(Settings(token="1:abc", database_url=f"sqlite:///{path}", keys=keys), SystemClock())


def told_another(script: str, path: Path) -> str:
    """What a second process is told that does this with the file; nothing when it may."""
    command = [sys.executable, "-c", script, str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stderr


async def test_no_other_name_of_a_file_lets_a_second_process_in(tmp_path: Path) -> None:
    file, link, hard = tmp_path / "a.db", tmp_path / "b.db", tmp_path / "c.db"
    store = opened(file)
    await store.open()
    link.symlink_to(file)
    hard.hardlink_to(file)
    (tmp_path / "a.db.lock").unlink(missing_ok=True)
    for name in (file, link, hard):
        assert "already runs" in told_another(TAKE, name), name
        with pytest.raises(DatabaseInUse):
            await opened(name).open()
    await store.run(lambda tx: installation.learn(tx, "a", "1"))  # none of that has let go of SQLite's own locks
    assert "is locked" in told_another(TIDY, file)
    await store.close()
    assert told_another(TAKE, link) == ""


async def test_what_lies_beside_a_file_is_found_by_a_link_to_it(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    store = opened(tmp_path / "disk" / "a.db", "")
    await store.open()
    await store.close()
    (tmp_path / "a.db").symlink_to(tmp_path / "disk" / "a.db")

    again = opened(tmp_path / "a.db", "")
    await again.open()  # with the key that lies beside the file
    await again.close()
    assert sorted(os.listdir(tmp_path)) == ["a.db", "disk"]  # noqa: PTH208 - names, and in a coroutine


@pytest.mark.parametrize("how", ["is gone", "was replaced"])
async def test_nothing_is_written_into_a_file_that_nobody_will_find(tmp_path: Path, how: str) -> None:
    file, moved = tmp_path / "a.db", tmp_path / "moved.db"
    store = opened(file)
    await store.open()
    file.rename(moved)
    if how == "was replaced":
        shutil.copy(moved, file)
    with pytest.raises(DatabaseAway, match=how) as error:
        await store.run(lambda tx: installation.learn(tx, "a", "lost"))
    assert is_away(error.value)  # so what Telegram brings is not acknowledged
    moved.replace(file)
    assert await store.run(lambda tx: installation.get(tx, "a")) is None
    await store.close()


@contextlib.contextmanager
def full(path: Path) -> Iterator[sqlite3.Connection]:
    """A database that may not grow any more."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE a (b)")
        connection.execute("PRAGMA max_page_count=2")
        yield connection


def test_a_start_on_a_full_disk_names_the_disk_and_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.db"
    settings = Settings(database_url=f"sqlite:///{file}")

    def write_a_database() -> None:
        with full(file) as connection:
            connection.execute("INSERT INTO a VALUES (?)", ("x" * 100_000,))

    def write_a_file() -> None:
        with Path("/dev/full").open("w") as nowhere:
            nowhere.write("x")

    def open_a_folder() -> None:
        sqlite3.connect(tmp_path).close()

    for write in (write_a_database, write_a_file):
        with pytest.raises(DatabaseAway, match=f"{file} is full: [0-9,]+ bytes are free") as error, plainly(settings):
            write()
        assert "\n" not in str(error.value)
    with pytest.raises(DatabaseAway, match="cannot be opened"), plainly(settings):
        open_a_folder()
    # Without room, SQLite says the same.
    monkeypatch.setattr(availability, "_NO_ROOM", shutil.disk_usage(tmp_path).free * 2)
    with pytest.raises(DatabaseAway, match="is full"), plainly(settings):
        open_a_folder()
    with pytest.raises(DatabaseAway, match="DATABASE_URL"), said_plainly("“a” on a host"):
        write_a_file()  # a server's disk is another one
