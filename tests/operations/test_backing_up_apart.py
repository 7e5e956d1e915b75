"""What makes backups need not be what opens them; and what version 0.1 has left behind comes back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pyrage.x25519 import Identity

from bot.clock import StoppedClock
from bot.db import dump
from bot.db.crypto import new_key, read_keys
from bot.db.tables import metadata
from bot.db.transaction import Tx
from bot.errors import BackupUnreadable, SettingsError
from bot.operations import backing_up
from bot.operations.backing_up import back_up
from bot.operations.restoring import restore
from bot.settings import Settings
from tests.filled import content
from tests.operations import old_backups
from tests.operations.places import beside, filled, opened, with_backups

SECRET = Identity.generate()
PUBLIC = str(SECRET.to_public())


@pytest.fixture
def kept(settings: Settings, tmp_path: Path) -> Settings:
    """A server that holds the public half only."""
    return replace(with_backups(settings, tmp_path / "backups"), backup_key=PUBLIC)


def made(kept: Settings, names: str = "*.homeline") -> list[Path]:
    return list(Path(kept.backups).glob(names))


async def everything(settings: Settings, clock: StoppedClock) -> dict[str, list[tuple[object, ...]]]:
    store = await opened(settings, clock)
    try:
        found = await store.run(lambda tx: content(tx.conn, metadata))
    finally:
        await store.close()
    return {name: rows for name, rows in found.items() if name != "installation"}


async def test_a_server_with_a_public_key_tries_what_it_cannot_open_afterwards(
    kept: Settings, clock: StoppedClock, tmp_path: Path
) -> None:
    await (await filled(kept, clock)).close()
    before = await everything(kept, clock)
    assert "tried by restoring it" in await back_up(kept, clock, None, 35)
    (path,) = made(kept)

    target = beside(kept, tmp_path)
    with pytest.raises(BackupUnreadable, match="AGE-SECRET-KEY") as said:
        await restore(target, clock, path, None)
    assert "\n" not in str(said.value)
    await restore(replace(target, backup_key=f"{PUBLIC},{SECRET}"), clock, path, None)
    assert await everything(target, clock) == before


async def test_a_trial_that_fails_leaves_no_backup_however_good_the_key(
    kept: Settings, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await (await filled(kept, clock)).close()

    async def spoilt(*given: object) -> int:
        count = await write(*given)  # type: ignore[arg-type] # as it was called
        path = given[2]
        assert isinstance(path, Path)
        whole = path.read_bytes()
        path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        return count

    write = backing_up.write
    monkeypatch.setattr(backing_up, "write", spoilt)
    with pytest.raises(BackupUnreadable, match="damaged"):
        await back_up(kept, clock, None, 35)
    assert made(kept, "*") == []


async def test_a_backup_of_version_0_1_comes_back_and_the_next_one_is_for_the_public_key(
    kept: Settings, clock: StoppedClock, tmp_path: Path
) -> None:
    old, path = new_key(9), tmp_path / "homeline-20261122T023000Z.homeline"

    def write(tx: Tx) -> None:
        lines = dump.dump(tx.conn, tx.now, lambda _rows: None)
        old_backups.write(path, read_keys(old, "HOMELINE_BACKUP_KEY")[9], lines)

    store = await filled(kept, clock)
    await store.run(write)
    await store.close()
    before = await everything(kept, clock)

    target = replace(beside(kept, tmp_path), backup_key=old)
    await restore(target, clock, path, "none")
    assert await everything(target, clock) == before
    with pytest.raises(SettingsError, match="public half") as said:
        await back_up(target, clock, None, 35)
    assert "\n" not in str(said.value)
    clock.push(timedelta(days=1))
    await back_up(replace(target, backup_key=f"{PUBLIC},{old}"), clock, None, 35)
    (path,) = made(kept)
    assert path.read_bytes().startswith(b"age-encryption.org/v1\n")
