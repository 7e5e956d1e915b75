"""The power fails at any moment: what was acknowledged is there, whole units or nothing, and the file is sound.

What survives of a file is what was made durable, and of what was written since any part whatever, in pieces of a disk's
sector. SQLite's barriers are known: a commit is appended to the log and the log made durable; only then pages move into
the file, and only when those are durable is the log begun anew, its head first.
"""

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.clock import StoppedClock
from bot.db.sqlite import SqliteStore
from bot.db.store import keyring_for, store_for
from bot.db.tables import inbox as table
from bot.db.tables import outbox as answers
from bot.db.transaction import Tx
from bot.delivery import inbox, outbox
from bot.settings import Settings
from tests.conftest import NOON
from tests.together import KEYS

pytestmark = pytest.mark.crash

SECTOR = 512
HEAD = 32  # of the log
COMMITS = 70
CUTS = 3  # after each commit
# Far below the thousand pages of every day, so that the log is begun anew many times.
PAGES = 40


@dataclass(frozen=True, slots=True)
class Disk:
    """The two files at one moment, and the updates that had been acknowledged."""

    file: bytes
    log: bytes
    acknowledged: int


@pytest.fixture
def settings(tmp_path: Path, sqlite_template: Path) -> Settings:
    (tmp_path / "homeline.db").write_bytes(sqlite_template.read_bytes())
    return Settings(database_url=f"sqlite:///{tmp_path}/homeline.db", keys=KEYS)


async def moments(settings: Settings) -> list[Disk]:
    """The disk after each of many units of work, some of them large."""
    store = SqliteStore(settings.sqlite_path, keyring_for(settings), StoppedClock(NOON))
    await store.open()
    await store.run(lambda tx: tx.conn.exec_driver_sql(f"PRAGMA wal_autocheckpoint={PAGES}"))
    rng = random.Random(20261124)
    disks = [disk(settings, 0)]
    for _ in range(COMMITS):
        last = disks[-1].acknowledged
        new = last + rng.choice((1, 1, 2, 3, 40))
        await store.run(partial(receive, last=last, new=new))
        disks.append(disk(settings, new))
    await store.close()
    return disks


def receive(tx: Tx, last: int, new: int) -> None:
    """What a poll brings, an answer to each, and the end of what came before: the unit that is whole or not there."""
    tx.change(table.update().where(table.c.update_id <= last, table.c.update_id > last - 5).values(state="done"))
    updates = [inbox.Received(number, None, "x" * 300) for number in range(last + 1, new + 1)]
    inbox.receive(tx, updates)
    for each in updates:
        number = outbox.put(tx, {"events": []}, chat=1, lane=1)
        tx.change(answers.update().where(answers.c.id == number).values(message_id=each.update_id))


def disk(settings: Settings, acknowledged: int) -> Disk:
    """The files between two units: nobody writes now."""
    path = settings.sqlite_path
    return Disk(path.read_bytes(), path.with_name(path.name + "-wal").read_bytes(), acknowledged)


def cuts(before: Disk, after: Disk, rng: random.Random) -> Iterator[tuple[bytes, bytes]]:
    """What the disk may hold when the power fails on the way from one moment to the next."""
    anew = is_anew(before, after)
    durable = after.log[:HEAD] + before.log[HEAD:] if anew else before.log
    for _ in range(CUTS):
        yield before.file, torn(durable, after.log, rng)
        if before.file != after.file:  # pages moved: not before the log with all of this commit was durable
            yield torn(before.file, after.file, rng), after.log
    yield before.file, durable if anew else after.log[: rng.randrange(len(before.log), len(after.log) + 1)]


def is_anew(before: Disk, after: Disk) -> bool:
    """Whether the log was begun anew between two moments."""
    return before.log[:HEAD] != after.log[:HEAD]


def torn(old: bytes, new: bytes, rng: random.Random) -> bytes:
    """Some sectors as they were, some as they became; a file that grew may be of any length between."""
    size = rng.randrange(min(len(old), len(new)), max(len(old), len(new)) + 1)
    padded = old.ljust(size, b"\x00")
    likely = rng.random()
    pieces = [
        (new if rng.random() < likely else padded)[at : at + SECTOR].ljust(SECTOR, b"\x00")
        for at in range(0, size, SECTOR)
    ]
    return b"".join(pieces)[:size]


def found(folder: Path, file: bytes, log: bytes) -> tuple[set[int], set[int]]:
    """The updates and the answers in what the power cut left; the database must be sound."""
    path = folder / "cut.db"
    path.write_bytes(file)
    path.with_name("cut.db-wal").write_bytes(log)
    path.with_name("cut.db-shm").unlink(missing_ok=True)
    raw = sqlite3.connect(path)
    try:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        updates = {row[0] for row in raw.execute("SELECT update_id FROM inbox")}
        answers = {row[0] for row in raw.execute("SELECT message_id FROM outbox")}
    finally:
        raw.close()
    return updates, answers


async def test_no_acknowledged_update_is_missing_after_a_power_cut(settings: Settings, tmp_path: Path) -> None:
    rng = random.Random(7)
    disks = await moments(settings)
    begun_anew, seen = 0, 0
    for before, after in pairwise(disks):
        begun_anew += is_anew(before, after)
        units = [set(range(1, each.acknowledged + 1)) for each in (before, after)]
        for file, log in cuts(before, after, rng):
            updates, answers = found(tmp_path, file, log)
            assert updates in units
            assert answers == updates
            seen += 1
    assert begun_anew > 5
    assert seen > COMMITS * CUTS


async def test_what_a_power_cut_left_opens_and_goes_on(settings: Settings, tmp_path: Path) -> None:
    rng = random.Random(8)
    disks = await moments(settings)
    before, after = disks[-2:]
    for file, log in list(cuts(before, after, rng))[:2]:
        found(tmp_path, file, log)
        cut = Settings(database_url=f"sqlite:///{tmp_path}/cut.db", keys=KEYS)
        store = store_for(cut, StoppedClock(NOON))
        await store.open()
        there = set(await store.run(lambda tx: tx.conn.scalars(select(table.c.update_id)).all()))
        await store.run(partial(receive, last=max(there), new=max(there) + 1))
        assert len(await store.run(lambda tx: tx.all(select(table.c.payload)))) == len(there) + 1
        await store.close()


async def test_a_disk_that_forgets_what_it_promised_is_noticed(settings: Settings, tmp_path: Path) -> None:
    disks = await moments(settings)
    grown = [pair for pair in pairwise(disks) if len(pair[1].log) > len(pair[0].log) and not is_anew(*pair)]
    before, after = grown[0]
    updates, _answers = found(tmp_path, after.file, after.log[: len(before.log) - 100])
    assert updates < set(range(1, after.acknowledged + 1))


async def test_each_commit_is_durable_before_it_is_acknowledged(settings: Settings) -> None:
    store = store_for(settings, StoppedClock(NOON))
    await store.open()

    def promises(tx: Tx) -> list[object]:
        return [tx.conn.exec_driver_sql(f"PRAGMA {each}").scalar() for each in ("journal_mode", "synchronous")]

    full = 2
    assert await store.run(promises) == ["wal", full]
    await store.close()
