"""Homeline starts with its own keys only: with others it would know nobody, and seal what comes under them."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select, type_coerce, update
from sqlalchemy.types import LargeBinary

from bot.app import App
from bot.clock import StoppedClock
from bot.db import installation, key_marks
from bot.db.crypto import new_key
from bot.db.store import store_for
from bot.db.tables import person
from bot.db.transaction import Tx
from bot.errors import SettingsError
from bot.operations.rotating import rotate
from bot.settings import Settings
from tests.homeline import Homeline


async def refused(home: Homeline, keys: str, words: str) -> None:
    """A start with these keys is refused, and leaves everything as it was."""
    before = await _people(home)
    await home.app.close()
    app = App(replace(home.app.settings, keys=keys), home.clock, long_poll=0)
    with pytest.raises(SettingsError, match=words) as error:
        await app.open()
    await app.close()
    home.app = App(home.app.settings, home.clock, long_poll=0)
    await home.app.open()
    assert "\n" not in str(error.value)
    assert await _people(home) == before


async def _people(home: Homeline) -> tuple[int, str | None]:
    def unit(tx: Tx) -> tuple[int, str | None]:
        return tx.scalar(select(func.count()).select_from(person)), installation.get(tx, "key_mark_1")

    return await home.app.store.run(unit)


async def with_keys(home: Homeline, keys: str) -> None:
    await home.app.close()
    home.app = App(replace(home.app.settings, keys=keys), home.clock, long_poll=0)
    await home.app.open()


async def test_another_key_of_the_same_number_is_refused_and_the_story_goes_on_with_the_right_one(
    home: Homeline,
) -> None:
    mei, fang = await home.family()

    await refused(home, new_key(1), "Key 1 in HOMELINE_KEYS is another one")
    await refused(home, new_key(2), "Key 1, under which .* is missing in HOMELINE_KEYS")

    fang.tap("🤒")
    await home.settle()
    await home.later(seconds=90)
    assert any("🤒" in text for text in mei.texts)


async def test_a_key_may_leave_when_nothing_is_sealed_under_it_and_not_before(home: Homeline) -> None:
    await home.family()
    old, new = home.app.settings.keys, new_key(2)
    await with_keys(home, f"{new},{old}")

    await refused(home, new, "Key 1, .* is missing")
    await refused(home, old, "Key 2, .* is missing")

    await home.app.close()
    await rotate(home.app.settings, home.clock)
    await with_keys(home, new)
    await refused(home, old, "Key 2, .* is missing")


async def test_where_no_mark_was_left_yet_what_is_stored_tells(home: Homeline) -> None:
    await home.family()

    def before(tx: Tx) -> None:
        installation.forget(tx, "key_mark_1")
        # one row that is damaged says nothing about the keys
        first = select(func.min(person.c.id)).scalar_subquery()
        tx.conn.execute(
            update(person).where(person.c.id == first).values(name=type_coerce(b"\x01damaged", LargeBinary))
        )

    await home.app.store.run(before)
    await home.app.close()
    store = store_for(replace(home.app.settings, keys=new_key(1)), home.clock)
    with pytest.raises(SettingsError, match="keys that are not in HOMELINE_KEYS"):
        await store.open()
    await store.close()

    await with_keys(home, home.app.settings.keys)
    await home.app.store.run(key_marks.check)


async def test_a_key_file_that_is_gone_is_not_made_anew(tmp_path: Path, clock: StoppedClock) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path}/homeline.db")
    store = store_for(settings, clock)
    await store.open()
    await store.close()
    keys = tmp_path / "homeline.db.keys"
    keys.unlink()

    with pytest.raises(SettingsError, match=r"homeline\.db\.keys is not beside the database"):
        store_for(settings, clock)
    assert not keys.exists()
