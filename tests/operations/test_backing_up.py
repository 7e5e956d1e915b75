"""A backup is made while families talk, and comes back whole, without what was erased since."""

import os
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pyrage.x25519 import Identity
from sqlalchemy import delete

from bot.clock import StoppedClock
from bot.db import installation
from bot.db.crypto import new_key
from bot.db.store import Store
from bot.db.tables import metadata, person
from bot.db.transaction import Tx
from bot.doctor import machine
from bot.errors import BackupUnreadable, HomelineError, SettingsError
from bot.operations import journal
from bot.operations.backing_up import back_up
from bot.operations.copying import copy
from bot.operations.restoring import restore
from bot.queries.circle import people
from bot.queries.privacy import tombstones
from bot.queries.privacy.personal_columns import let_go
from bot.settings import Settings
from tests.filled import content
from tests.operations.places import BACKUP_KEY, beside, filled, opened, sure_of_the_time, with_backups

Content = dict[str, list[tuple[object, ...]]]


def everything(tx: Tx) -> Content:
    return {name: rows for name, rows in content(tx.conn, metadata).items() if name != "installation"}


def names(tx: Tx) -> list[object]:
    return [row[2] for row in content(tx.conn, metadata)["person"]]


@pytest.fixture
def kept(settings: Settings, tmp_path: Path) -> Settings:
    return with_backups(settings, tmp_path / "backups")


@pytest.fixture
async def store(kept: Settings, clock: StoppedClock) -> AsyncIterator[Store]:
    """The store of a process that runs, with something in every column."""
    opened_store = await filled(kept, clock)
    yield opened_store
    await opened_store.close()


def backups(settings: Settings, names: str = "*.homeline") -> list[Path]:
    return sorted(Path(settings.backups).glob(names))


async def made(settings: Settings, clock: StoppedClock, store: Store) -> Path:
    """A backup by a command of its own, after the process has ended."""
    await store.close()
    await back_up(settings, clock, None, 35)
    return backups(settings)[-1]


async def test_a_backup_comes_back_on_either_database_as_it_was(
    kept: Settings, clock: StoppedClock, store: Store, tmp_path: Path, sqlite_template: Path
) -> None:
    before = await store.run(everything)
    given = await store.run(lambda tx: people.add(tx, 999, "Gone", "en").id)
    await store.run(lambda tx: tx.change(delete(person).where(person.c.id == given)))
    path = await made(kept, clock, store)

    target = beside(kept, tmp_path)
    said = await restore(target, clock, path, None)
    back = await opened(target, clock)
    try:
        assert await back.run(everything) == before
        assert await back.run(lambda tx: people.add(tx, 998, "Next", "en").id) > given
    finally:
        await back.close()
    assert "as they stood on 23 November 2026" in said
    assert [each.name for each in backups(kept, "*")] == [path.name, journal.NAME]


async def test_a_backup_of_a_file_comes_back_on_a_server_and_the_other_way_round(
    kept: Settings, clock: StoppedClock, tmp_path: Path
) -> None:
    other = beside(kept, tmp_path)
    source = await filled(other, clock)
    before = await source.run(everything)
    path = await made(other, clock, source)

    await restore(kept, clock, path, None)
    back = await opened(kept, clock)
    try:
        assert await back.run(everything) == before
        # Buttons and tombstones of the time that is lost carry numbers; none of them is ever given again.
        assert await back.run(lambda tx: people.add(tx, 998, "Next", "en").id) > 1_000_000
    finally:
        await back.close()


async def test_nobody_can_read_a_backup_and_only_its_owner_may_open_it(
    kept: Settings, clock: StoppedClock, store: Store
) -> None:
    path = await made(kept, clock, store)
    assert path.stat().st_mode & 0o077 == 0
    assert "莉莉".encode() not in path.read_bytes()
    assert b"person" not in path.read_bytes()


async def test_a_backup_and_a_move_need_no_room_but_where_backups_lie(
    kept: Settings, clock: StoppedClock, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")  # as in a container, where little may be put aside
    path = await made(kept, clock, store)
    await copy(kept, clock, beside(kept, tmp_path).database_url)

    assert backups(kept, "*") == [path, path.with_name(journal.NAME)]


async def test_it_is_remembered_when_the_last_backup_was_made(
    kept: Settings, clock: StoppedClock, store: Store
) -> None:
    made_at = clock.now()
    await made(kept, clock, store)
    again = await opened(kept, clock)
    assert await again.run(lambda tx: installation.get(tx, installation.BACKUP_AT)) == made_at.isoformat()
    await again.close()


async def test_old_backups_leave_the_folder_after_thirty_five_days_and_nothing_else_does(
    kept: Settings, clock: StoppedClock, store: Store
) -> None:
    first = await made(kept, clock, store)
    foreign = [first.with_name(name) for name in ("holiday.jpg", "homeline-old.homeline", "homeline-2.homeline.bak")]
    for each in foreign:
        each.touch()
    clock.push(timedelta(days=34))
    await back_up(kept, clock, None, 35)
    assert first.exists()
    clock.push(timedelta(days=2))
    said = await back_up(kept, clock, None, 35)
    assert first.exists()  # a clock that is ahead would leave none
    assert "1 kept until Homeline is sure of the time" in said
    await sure_of_the_time(kept, clock)
    clock.push(timedelta(minutes=5))
    said = await back_up(kept, clock, None, 35)

    assert not first.exists()
    assert len([each for each in backups(kept) if each not in foreign]) == 3
    assert all(each.exists() for each in foreign)
    assert "1 older than 35 days removed" in said


@pytest.mark.parametrize("days", [0, -1, 36, 365])
async def test_sg_22_nobody_keeps_backups_longer_than_families_are_promised(
    kept: Settings, clock: StoppedClock, days: int
) -> None:
    with pytest.raises(SettingsError, match="from 1 to 35") as said:
        await back_up(kept, clock, None, days)
    assert "\n" not in str(said.value)
    assert backups(kept, "*") == []


async def test_sg_22_a_backup_that_should_be_gone_is_restored_only_where_somebody_says_so(
    kept: Settings, clock: StoppedClock, store: Store, tmp_path: Path
) -> None:
    path = await made(kept, clock, store)
    clock.push(timedelta(days=35))
    await restore(beside(kept, tmp_path, "in-time.db"), clock, path, None)
    clock.push(timedelta(minutes=1))
    target = beside(kept, tmp_path)
    with pytest.raises(BackupUnreadable, match="or say --old") as said:
        await restore(target, clock, path, None)
    assert "\n" not in str(said.value)
    again = await opened(target, clock)
    assert set(map(len, (await again.run(everything)).values())) == {0}
    await again.close()
    assert "Restored" in await restore(target, clock, path, None, old=True)


def test_sg_22_the_doctor_names_backups_that_should_be_gone(kept: Settings, clock: StoppedClock) -> None:
    Path(kept.backups).mkdir()
    ours = Path(kept.backups) / clock.now().strftime("homeline-%Y%m%dT%H%M%SZ.homeline")
    other = Path(kept.backups) / "before-upgrade.homeline"
    for each in (ours, other):
        each.touch()
    os.utime(other, (clock.now().timestamp(),) * 2)
    clock.push(timedelta(days=35))
    assert list(machine.backups(kept, clock.now())) == []
    clock.push(timedelta(minutes=1))
    (found,) = machine.backups(kept, clock.now())
    assert found.words.startswith("2 in ")
    other.unlink()
    ours.unlink()
    assert list(machine.backups(kept, clock.now())) == []
    assert list(machine.backups(replace(kept, backups="/nowhere"), clock.now())) == []


async def test_only_an_empty_database_is_restored_into(
    kept: Settings, clock: StoppedClock, store: Store, tmp_path: Path
) -> None:
    path = await made(kept, clock, store)
    with pytest.raises(HomelineError, match="empty database only") as said:
        await restore(kept, clock, path, None)
    assert "\n" not in str(said.value)

    target = beside(kept, tmp_path)
    await (await opened(target, clock)).close()  # migrated, but nobody has used it
    await restore(target, clock, path, None)


async def test_sg_22_what_was_erased_after_a_backup_stays_erased(
    kept: Settings, clock: StoppedClock, store: Store, tmp_path: Path
) -> None:
    path = await made(kept, clock, store)
    running = await opened(kept, clock)
    writer = journal.Journal(Path(kept.backups))

    def erase(tx: Tx) -> None:
        tombstones.bury(tx, person, 2)
        let_go(tx, [2])  # no rows are deleted under others that refer to them: PostgreSQL would look for their keys
        tx.change(delete(person).where(person.c.id == 2))

    await running.run(erase)
    assert [await writer.step(running) for _ in range(2)] == [1, 0]
    await running.close()

    target = beside(kept, tmp_path)
    said = await restore(target, clock, path, None)
    back = await opened(target, clock)
    try:
        assert await back.run(names) == ["name 莉莉 1", "name 莉莉 3"]
        assert all(len(rows) < 3 for name, rows in (await back.run(everything)).items() if name in {"dialogue", "card"})
        assert len(await back.run(lambda tx: tombstones.since(tx, 0))) == 3 + 1
    finally:
        await back.close()
    assert "1 of what had been erased since" in said


async def test_without_the_list_of_what_was_erased_it_asks_for_it(
    kept: Settings, clock: StoppedClock, store: Store, tmp_path: Path
) -> None:
    path = await made(kept, clock, store)
    path.with_name(journal.NAME).unlink()
    target = beside(kept, tmp_path)
    with pytest.raises(SettingsError, match="--tombstones") as said:
        await restore(target, clock, path, None)
    assert "\n" not in str(said.value)
    await restore(target, clock, path, "none")


@pytest.mark.parametrize("change", ["cut", "flip", "keys", "backup key"])
async def test_a_backup_that_does_not_fit_is_one_clear_line_and_leaves_nothing(
    kept: Settings, clock: StoppedClock, store: Store, tmp_path: Path, change: str
) -> None:
    path = await made(kept, clock, store)
    target = beside(kept, tmp_path)
    whole = path.read_bytes()
    if change == "cut":
        path.write_bytes(whole[:-3000])
    elif change == "flip":
        path.write_bytes(whole[:3000] + bytes([whole[3000] ^ 1]) + whole[3001:])
    elif change == "keys":
        target = replace(target, keys=new_key(7))
    else:
        target = replace(target, backup_key=str(Identity.generate()))
    words = {"keys": "HOMELINE_KEYS", "backup key": "No key that is here"}.get(change, "damaged")
    with pytest.raises((BackupUnreadable, SettingsError), match=words) as said:
        await restore(target, clock, path, None)
    assert "\n" not in str(said.value)

    again = await opened(target, clock)
    assert set(map(len, (await again.run(everything)).values())) == {0}
    await again.close()


async def test_a_backup_that_does_not_come_back_whole_does_not_count(
    kept: Settings, clock: StoppedClock, store: Store
) -> None:
    def spoil(tx: Tx) -> None:
        """A row that no database would take back: what hangs on it is not there."""
        tx.conn.exec_driver_sql("ALTER TABLE card RENAME TO lost_card")

    await store.run(spoil)
    await store.close()
    with pytest.raises(HomelineError, match="lost_card"):
        await back_up(kept, clock, None, 35)
    assert backups(kept, "*") == []


async def test_without_a_key_or_with_the_familys_key_it_says_what_to_do(kept: Settings, clock: StoppedClock) -> None:
    with pytest.raises(SettingsError, match="HOMELINE_BACKUP_KEY is not set"):
        await back_up(replace(kept, backup_key=""), clock, None, 35)
    with pytest.raises(SettingsError, match="another key"):
        await back_up(replace(kept, backup_key=f"{BACKUP_KEY},{kept.keys}"), clock, None, 35)
    assert backups(kept, "*") == []
