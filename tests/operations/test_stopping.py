"""Ctrl-C in the middle of long work ends it at once, leaves nothing half done, and says so in one line."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import StoppedClock
from bot.db import key_marks
from bot.db.crypto import new_key
from bot.db.read_only import look
from bot.db.tables import metadata
from bot.db.transaction import Tx
from bot.errors import Stopped
from bot.operations.backing_up import back_up
from bot.operations.copying import copy
from bot.operations.restoring import restore
from bot.operations.rotating import rotate
from bot.progress import STOP
from bot.settings import Settings
from tests.deploy.files import ROOT
from tests.filled import content, fill, schema_of
from tests.operations.places import BACKUP_KEY, beside, filled, opened, with_backups


@pytest.fixture
def pressed() -> Iterator[None]:
    """Somebody has pressed Ctrl-C."""
    STOP.set()
    yield
    STOP.clear()


async def all_of(settings: Settings, clock: StoppedClock) -> dict[str, list[tuple[object, ...]]]:
    found = await look(settings, clock, lambda tx: content(tx.conn, schema_of(tx.conn)))
    return {name: rows for name, rows in found.items() if name != "installation"}


async def test_nothing_is_left_half_done(
    settings: Settings, clock: StoppedClock, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    kept = with_backups(settings, tmp_path / "backups")
    await (await filled(kept, clock)).close()
    await back_up(kept, clock, None, 35)
    (backup,) = (tmp_path / "backups").glob("*.homeline")
    before = await all_of(kept, clock)
    request.getfixturevalue("pressed")

    clock.push(timedelta(days=1))
    with pytest.raises(Stopped):
        await back_up(kept, clock, None, 35)
    assert sorted(each.suffix for each in (tmp_path / "backups").iterdir()) == [".homeline", ".txt"]

    empty = beside(kept, tmp_path)
    with pytest.raises(Stopped):
        await restore(empty, clock, backup, None)
    with pytest.raises(Stopped):
        await copy(kept, clock, beside(kept, tmp_path, "another.db").database_url)

    STOP.clear()
    assert await all_of(kept, clock) == before
    assert "rows as they stood" in await restore(empty, clock, backup, None)
    assert await all_of(empty, clock) == before
    STOP.set()
    with pytest.raises(Stopped):
        await rotate(replace(kept, keys=f"{new_key(2)},{kept.keys}"), clock)


async def test_a_real_ctrl_c_in_the_middle_of_a_backup_is_one_line(tmp_path: Path, clock: StoppedClock) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path}/homeline.db", keys=new_key())
    store = await opened(settings, clock)
    await store.run(_many)
    await store.close()
    environment = {
        **os.environ,
        "DATABASE_URL": settings.database_url,
        "HOMELINE_KEYS": settings.keys,
        "HOMELINE_BACKUP_KEY": BACKUP_KEY,
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "backup", str(tmp_path / "backups")),
        cwd=ROOT,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    ended = asyncio.create_task(process.wait())
    while not ended.done() and not list_of(tmp_path):
        await asyncio.wait([ended], timeout=0.01)
    process.send_signal(signal.SIGINT)
    said, _nothing = await asyncio.wait_for(process.communicate(), 20)

    assert said.decode() == "homeline: Stopped. The command may be given again.\n"
    assert await ended == 130
    assert list_of(tmp_path) == []


def list_of(folder: Path) -> list[Path]:
    return list(folder.glob("backups/*"))


def _many(tx: Tx) -> None:
    fill(tx.conn, metadata, rows=400)
    key_marks.leave(tx)
