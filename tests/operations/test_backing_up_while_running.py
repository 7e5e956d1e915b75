"""Families go on talking while a backup is made; what is erased is written down beside the backups at once."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select

from bot.clock import SystemClock
from bot.db import installation
from bot.db.tables import inbox as received
from bot.db.tables import outbox as told
from bot.db.tables import person
from bot.db.transaction import Tx
from bot.delivery import inbox, outbox
from bot.operations import journal
from bot.operations.backing_up import back_up
from bot.operations.restoring import restore
from bot.queries.circle import people
from bot.queries.privacy import tombstones
from bot.settings import Settings
from tests.operations.places import beside, opened, running, with_backups


@pytest.fixture
def kept(settings: Settings, tmp_path: Path) -> Settings:
    return with_backups(settings, tmp_path / "backups")


def one_more(tx: Tx) -> None:
    """An update and what follows from it: both, or neither."""
    number = int(tx.scalar(select(func.count()).select_from(received))) + 1
    inbox.receive(tx, [inbox.Received(number, None, "{}")])
    tx.woke.clear()
    outbox.put(tx, {"events": []}, chat=None, lane=1, due_at=tx.now.replace(year=2090))


def counts(tx: Tx) -> list[int]:
    return [int(tx.scalar(select(func.count()).select_from(each))) for each in (received, told)]


async def test_a_backup_holds_one_moment_of_a_homeline_that_runs(kept: Settings, tmp_path: Path) -> None:
    clock = SystemClock()
    async with running(kept) as app:
        for _ in range(20):
            await app.store.run(one_more)
        making = asyncio.create_task(back_up(kept, clock, tmp_path / "one.homeline", 35))
        while not making.done():
            await app.store.run(one_more)
        await making
        after = await app.store.run(counts)
        assert await app.store.run(lambda tx: installation.get(tx, installation.BACKUP_AT)) is not None

    target = beside(kept, tmp_path)
    await restore(target, clock, tmp_path / "one.homeline", None)
    back = await opened(target, clock)
    updates, answers = await back.run(counts)
    await back.close()
    assert updates == answers
    assert 20 <= updates < after[0]


async def test_what_is_erased_is_written_down_while_homeline_runs(kept: Settings) -> None:
    path = Path(kept.backups) / journal.NAME

    def erase(tx: Tx) -> None:
        gone = people.add(tx, 5, "Gone", "en").id
        tombstones.bury(tx, person, gone)
        tx.change(delete(person).where(person.c.id == gone))

    async with running(kept) as app:
        await app.store.run(erase)
        async with asyncio.timeout(20):
            while not path.exists() or not path.read_text().endswith("\n"):
                await app.store.run(counts)
    assert [each.entity for each in journal.read(path)] == ["person"]
    assert path.stat().st_mode & 0o077 == 0
