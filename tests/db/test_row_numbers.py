"""No row is ever given a number that an older one had: every table, both databases, come what may."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from telegram.ext import CallbackQueryHandler

from bot.callback_data import LIMIT
from bot.clock import StoppedClock
from bot.db import row_numbers
from bot.db.tables import metadata
from bot.operations.backing_up import back_up
from bot.operations.copying import copy
from bot.operations.restoring import restore
from bot.routes import NUMBER
from bot.settings import Settings
from handlers import ROUTES
from tests.databases import Postgres
from tests.operations.places import beside, filled, opened, with_backups

Numbers = dict[str, int]
NUMBERED = {each.name for each in metadata.sorted_tables if "id" in each.c}
SOON = timedelta(minutes=10)
IN_ALL = 3_000  # rows that a table gets in ten minutes of a busy evening


@pytest.fixture
def kept(settings: Settings, tmp_path: Path) -> Settings:
    return with_backups(settings, tmp_path / "backups")


def backups(settings: Settings) -> list[Path]:
    return list(Path(settings.backups).glob("*.homeline"))


async def after(settings: Settings, clock: StoppedClock) -> Numbers:
    """The last number of each table, of a database that nobody has open."""
    store = await opened(settings, clock)
    try:
        return await store.run(lambda tx: row_numbers.given(tx.conn, metadata.sorted_tables))
    finally:
        await store.close()


async def test_two_restores_of_one_backup_never_meet(kept: Settings, clock: StoppedClock, tmp_path: Path) -> None:
    await (await filled(kept, clock)).close()
    await back_up(kept, clock, None, 35)
    path = backups(kept)[0]
    before = await after(kept, clock)

    ends: list[Numbers] = []
    for name in ("once.db", "again.db"):
        clock.push(SOON)
        target = beside(kept, tmp_path, name)
        await restore(target, clock, path, "none")
        ends.append(await after(target, clock))

    assert set(before) == set(ends[0]) == set(ends[1]) == NUMBERED
    for table in NUMBERED:
        assert before[table] + IN_ALL < ends[0][table]
        assert ends[0][table] + IN_ALL < ends[1][table]


async def test_a_move_to_another_database_goes_on_where_the_first_one_was(
    settings: Settings, clock: StoppedClock, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    await (await filled(settings, clock)).close()
    before = await after(settings, clock)
    other = beside(settings, tmp_path)
    if settings.is_sqlite:
        server: Postgres = request.getfixturevalue("postgres")
        other = replace(settings, database_url=server.url(server.empty()))
    await copy(settings, clock, other.database_url)

    assert await after(other, clock) == before


def test_a_button_has_room_for_the_numbers_of_a_century() -> None:
    by_then = 100 * 366 * 86_400 * 100 + 1_000_000
    for pattern in patterns():
        assert re.fullmatch(NUMBER, str(by_then))
        longest = pattern.removesuffix("\\Z").replace(f"(?:{NUMBER})", str(by_then))
        words = [max(each.split("|"), key=len) for each in re.split(r"\(\?:|\)", longest)]
        assert len("".join(words).encode()) <= LIMIT, pattern


def patterns() -> list[str]:
    """What each route of a press takes."""
    found = [each.check.pattern for each in ROUTES if isinstance(each.check, CallbackQueryHandler)]
    return [each.pattern for each in found if isinstance(each, re.Pattern) and NUMBER in each.pattern]
