"""An installation moves house with everything it holds, and never sends from two places."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import App
from bot.clock import StoppedClock
from bot.db import dump, installation, leases, moving
from bot.db.crypto import new_key
from bot.db.store import Store
from bot.db.tables import metadata
from bot.db.transaction import Tx
from bot.errors import DatabaseInUse, HomelineError
from bot.operations.copying import copy
from bot.queries.circle import people
from bot.settings import Settings
from tests.filled import content
from tests.homeline import Homeline
from tests.operations.places import beside, filled, opened

Content = dict[str, list[tuple[object, ...]]]


def everything(tx: Tx) -> Content:
    """All but what an installation knows about the place where it lives."""
    return {name: found for name, found in content(tx.conn, metadata).items() if name != "installation"}


@pytest.fixture
def file(settings: Settings, tmp_path: Path) -> Settings:
    """An installation on a file; `settings` is where it may move, a file or a server."""
    return beside(settings, tmp_path, "old.db")


async def moved_in(settings: Settings, clock: StoppedClock) -> None:
    """Homeline begins to live there."""
    store = await opened(settings, clock)
    try:
        await store.run(moving.live_here)
    finally:
        await store.close()


async def test_everything_moves_and_comes_back(file: Settings, settings: Settings, clock: StoppedClock) -> None:
    store = await filled(file, clock)
    before = await store.run(everything)
    await store.close()

    said = await copy(file, clock, settings.database_url)
    assert f"compared {sum(map(len, before.values())) + 3 + 3} rows" in said
    there = await opened(settings, clock)
    assert await there.run(everything) == before
    await there.run(lambda tx: people.add(tx, 777, "Only there", "en"))
    await there.close()
    await moved_in(settings, clock)

    await copy(settings, clock, file.database_url)
    back = await opened(file, clock)
    found = await back.run(everything)
    assert len(found["person"]) == 4
    assert await back.run(lambda tx: people.add(tx, 778, "Next", "en").id) == 5
    await back.close()
    await moved_in(file, clock)


async def test_nothing_is_sent_from_the_place_that_was_left(
    file: Settings, settings: Settings, clock: StoppedClock
) -> None:
    await (await filled(file, clock)).close()
    await copy(file, clock, settings.database_url)

    with pytest.raises(HomelineError, match="moved away") as said:
        await moved_in(file, clock)
    assert "\n" not in str(said.value)
    with pytest.raises(HomelineError, match="moved away"):
        await copy(file, clock, settings.database_url)
    await moved_in(settings, clock)


async def test_a_story_goes_on_in_the_new_place(home: Homeline, tmp_path: Path) -> None:
    mei, fang = await home.family()
    fang.tap("🤒")
    await home.settle()
    old, api_url = home.app.settings, home.app.settings.api_url
    await home.app.close()

    target = beside(old, tmp_path)
    await copy(old, home.clock, target.database_url)
    home.app = App(replace(target, api_url=api_url), home.clock, long_poll=0)
    await home.app.open()
    await home.later(seconds=90)

    assert sum("🤒" in text for text in mei.texts) == 1
    await home.app.close()
    left = App(old, home.clock)
    with pytest.raises(HomelineError, match="moved away"):
        await left.open()
    await left.close()


async def test_a_copy_that_failed_leaves_nothing_and_may_run_again(
    file: Settings, settings: Settings, clock: StoppedClock
) -> None:
    store = await filled(file, clock)
    before = await store.run(everything)
    await store.close()
    raw = sqlite3.connect(file.sqlite_path, isolation_level=None)
    raw.execute("INSERT INTO card (person_id, name, message_id, sent_at) VALUES (99, 'of nobody', 1, 1)")
    with pytest.raises(HomelineError, match="does not fit") as said:
        await copy(file, clock, settings.database_url)
    assert "\n" not in str(said.value)
    empty = await opened(settings, clock)
    assert set(map(len, (await empty.run(everything)).values())) == {0}
    await empty.close()
    await moved_in(file, clock)  # the old place still is the one

    raw.execute("DELETE FROM card WHERE person_id = 99")
    raw.close()
    await copy(file, clock, settings.database_url)
    there = await opened(settings, clock)
    assert await there.run(everything) == before
    await there.close()


async def test_a_copy_whose_machine_stopped_at_the_last_step_is_made_again(
    file: Settings, settings: Settings, clock: StoppedClock
) -> None:
    store = await filled(file, clock)
    before = await store.run(everything)
    await store.close()
    await copy(file, clock, settings.database_url)
    store = await opened(file, clock)  # everything has arrived, and the old place does not know it yet
    await store.run(lambda tx: installation.learn(tx, moving.LEFT, f"{moving.LEAVING} 2026-11-23 08:00"))
    await store.close()
    with pytest.raises(HomelineError, match="run it again"):
        await moved_in(file, clock)

    await copy(file, clock, settings.database_url)
    there = await opened(settings, clock)
    assert await there.run(everything) == before
    await there.close()


async def test_a_house_where_others_live_is_refused(file: Settings, settings: Settings, clock: StoppedClock) -> None:
    await (await filled(file, clock)).close()
    others = await filled(settings, clock)
    theirs = await others.run(everything)
    await others.close()
    with pytest.raises(HomelineError, match="Another installation") as said:
        await copy(file, clock, settings.database_url)
    assert "\n" not in str(said.value)

    others = await opened(settings, clock)
    assert await others.run(everything) == theirs
    await others.close()
    await moved_in(file, clock)


async def test_a_place_that_is_lived_in_is_not_left(settings: Settings, clock: StoppedClock, tmp_path: Path) -> None:
    running: Store = await filled(settings, clock)
    if not settings.is_sqlite:
        await running.run(lambda tx: leases.take(tx, "sender", "somebody", None))
    with pytest.raises((DatabaseInUse, HomelineError), match="runs"):
        await copy(settings, clock, f"sqlite:///{tmp_path}/other.db")
    await running.close()
    assert not beside(settings, tmp_path).sqlite_path.exists()


async def test_a_value_that_does_not_open_stops_the_move(
    file: Settings, settings: Settings, clock: StoppedClock
) -> None:
    await (await filled(file, clock)).close()
    with pytest.raises(HomelineError, match="not in HOMELINE_KEYS"):
        await copy(replace(file, keys=new_key(2)), clock, settings.database_url)
    empty = await opened(settings, clock)
    assert await empty.run(lambda tx: dump.count(tx.conn)) == 1  # the key that each has from its first opening on
    await empty.close()


async def test_the_keys_beside_a_file_go_along(settings: Settings, clock: StoppedClock, tmp_path: Path) -> None:
    own = beside(replace(settings, keys=""), tmp_path, "own.db")
    await (await filled(own, clock)).close()
    said = await copy(own, clock, settings.database_url)

    keys = (tmp_path / "own.db.keys").read_text()
    there = await opened(replace(settings, keys=keys), clock)
    assert (await there.run(everything))["person"][0][2] == "name 莉莉 1"
    await there.close()
    assert "own.db.keys" in said
