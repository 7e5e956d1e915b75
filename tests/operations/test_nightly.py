"""Each night a backup by Homeline itself: once, apart from what families wait for, and what fails is said."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import StoppedClock
from bot.db import installation
from bot.doctor import State, database
from bot.loop import WakeUp
from bot.operations.nightly import Nightly
from bot.settings import Settings
from tests.operations.places import filled, opened, running, with_backups


@pytest.fixture
def kept(settings: Settings, tmp_path: Path) -> Settings:
    return with_backups(settings, tmp_path / "backups")


def made(settings: Settings) -> list[Path]:
    return list(Path(settings.backups).glob("*.homeline"))


async def test_a_homeline_that_runs_makes_its_first_backup_and_not_another(
    kept: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.PEOPLE_FIRST", 0.1)
    async with running(kept) as app:
        async with asyncio.timeout(60):
            while await app.store.read(lambda tx: installation.instant(tx, installation.BACKUP_AT)) is None:
                await WakeUp().wait(0.05)
        await app._nightly.step()
        app._nightly._tried = None  # as another process, or after a start
        await app._nightly.step()
    (path,) = made(kept)
    assert path.stat().st_mode & 0o077 == 0


async def test_what_fails_is_said_by_the_doctor_and_not_tried_again_at_once(
    kept: Settings, clock: StoppedClock, tmp_path: Path
) -> None:
    store = await opened(kept, clock)
    (tmp_path / "file").touch()
    settings = replace(kept, backups=str(tmp_path / "file" / "backups"))
    nightly = Nightly(settings, store, clock, lambda: True)
    await nightly.step()
    said = await store.run(lambda tx: installation.get(tx, installation.BACKUP_FAILED))
    assert said is not None
    assert "Not a directory" in said
    assert "\n" not in said
    (found,) = [each for each in (await database.look_at(settings, clock)).findings if each.about == "backup"]
    assert found.state is State.WRONG
    assert said in found.words

    await store.run(lambda tx: installation.forget(tx, installation.BACKUP_FAILED))
    clock.push(timedelta(minutes=59))
    await nightly.step()
    assert await store.run(lambda tx: installation.get(tx, installation.BACKUP_FAILED)) is None
    await store.close()


@pytest.mark.parametrize("change", ["off", "no key", "another process sends"])
async def test_none_is_made_where_none_is_wanted(kept: Settings, clock: StoppedClock, change: str) -> None:
    store = await filled(kept, clock)
    settings = {"off": replace(kept, backup_at="off"), "no key": replace(kept, backup_key="")}.get(change, kept)
    await Nightly(settings, store, clock, lambda: change != "another process sends").step()

    assert await store.run(lambda tx: installation.get(tx, installation.BACKUP_FAILED)) is None
    assert made(kept) == []
    await store.close()
