"""A look beside the process that runs: it sees what is committed, and can change nothing."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import StoppedClock
from bot.db import installation
from bot.db.crypto import new_key, parse_keys
from bot.db.read_only import look
from bot.db.store import Store, store_for
from bot.db.transaction import Tx
from bot.errors import CannotDecrypt
from bot.queries.circle import people
from bot.settings import Settings


def learn(tx: Tx) -> None:
    installation.learn(tx, "word", "lost")


async def test_it_sees_what_is_committed_and_cannot_write(
    store: Store, settings: Settings, clock: StoppedClock
) -> None:
    await store.run(lambda tx: installation.learn(tx, "word", "kept"))

    with pytest.raises(SQLAlchemyError):
        await look(settings, clock, learn)

    assert await look(settings, clock, lambda tx: installation.get(tx, "word")) == "kept"
    await store.run(lambda tx: installation.learn(tx, "word", "changed"))
    assert await look(settings, clock, lambda tx: installation.get(tx, "word")) == "changed"


async def test_what_is_sealed_opens_only_with_the_keys(store: Store, settings: Settings, clock: StoppedClock) -> None:
    await store.run(lambda tx: people.add(tx, 1, "Mei", "en"))

    def name(tx: Tx) -> str:
        found = people.by_telegram(tx, 1)
        assert found is not None
        return found.name

    assert await look(settings, clock, name, parse_keys(settings.keys)) == "Mei"
    with pytest.raises(CannotDecrypt):
        await look(settings, clock, name, parse_keys(new_key()))


async def test_a_file_with_an_odd_name_in_a_folder_of_its_own(tmp_path: Path, clock: StoppedClock) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path}/50% of%20it/a #1?mode=memory.db", keys=new_key())
    store = store_for(settings, clock)
    await store.open()
    await store.run(learn)
    assert await store.read(lambda tx: installation.get(tx, "word")) == "lost"
    await store.close()

    assert settings.sqlite_path.is_file()
    assert await look(settings, clock, lambda tx: installation.get(tx, "word")) == "lost"
    assert os.stat(settings.sqlite_path).st_mode & 0o077 == 0  # noqa: PTH116 - pathlib may not be used in what is async
    with pytest.raises(FileNotFoundError):
        await look(replace(settings, database_url=f"sqlite:///{tmp_path}/none.db"), clock, learn)
