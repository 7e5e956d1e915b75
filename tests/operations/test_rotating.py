"""A new key takes over in the middle of a story, and nothing is lost."""

import itertools
from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import LargeBinary, select, type_coerce

from bot.app import App
from bot.clock import StoppedClock, SystemClock
from bot.db.crypto import new_key
from bot.db.rewrapping import SEALED_TABLES
from bot.db.sealing import sealed_columns
from bot.db.store import Store, keyring_for
from bot.db.tables import metadata
from bot.db.transaction import Tx
from bot.errors import HomelineError
from bot.operations.rotating import ANSWERS, COMMAND, rotate
from bot.queries.circle import people
from bot.settings import Settings
from bot.simulator.cast import FANG, ZHAO
from tests.filled import content
from tests.homeline import Homeline
from tests.operations.places import filled, opened, running


def keys_in_use(tx: Tx) -> set[int]:
    """The numbers of the keys under which anything is sealed."""
    columns = [each for table in SEALED_TABLES for each in sealed_columns(table)]
    rows = [row for each in columns for row in tx.all(select(type_coerce(each, LargeBinary())))]
    return {bytes(row[0])[0] for row in rows if row[0] is not None}


async def restarted(home: Homeline, keys: str) -> Settings:
    """Homeline ends and starts again with another keyring."""
    await home.app.close()
    settings = replace(home.app.settings, keys=keys)
    home.app = App(settings, home.clock, long_poll=0)
    await home.app.open()
    return settings


async def rotated(home: Homeline) -> str:
    """`homeline keys rotate`, by itself on a file that nobody else may write to."""
    settings = home.app.settings
    await home.app.close()
    try:
        return await rotate(settings, home.clock)
    finally:
        home.app = App(settings, home.clock, long_poll=0)
        await home.app.open()


async def test_a_key_is_replaced_in_the_middle_of_an_illness_and_nothing_is_lost(home: Homeline) -> None:
    mei, fang = await home.family()
    await home.school()
    poster = await home.class_room()
    old, new = home.app.settings.keys, new_key(2)
    fang.tap("🤒")
    await home.settle()

    await restarted(home, f"{new},{old}")
    said = await rotated(home)
    assert "No longer used: 1." in said
    assert await home.app.store.run(keys_in_use) == {2}
    await restarted(home, new)
    await home.later(seconds=90)

    assert sum("🤒" in text for text in mei.texts) == 1
    assert any("Lily" in text for text in mei.texts if "🤒" in text)
    await home.pupil(poster)  # the link was hashed under the key that is gone
    assert any("Lily" in text for text in home.phone(ZHAO).texts)


async def test_a_second_rotation_carries_links_from_before_the_first(home: Homeline) -> None:
    link = await home.child()
    keys = [home.app.settings.keys, new_key(2), new_key(3)]
    for older, newer in itertools.pairwise(keys):
        await restarted(home, f"{newer},{older}")
        await rotated(home)
        await restarted(home, newer)

    await home.joined(FANG, link, "👵")
    assert any("Lily" in text for text in home.phone(FANG).texts)


async def test_a_rotation_that_was_broken_off_goes_on_and_loses_no_value(
    settings: Settings, clock: StoppedClock
) -> None:
    store = await filled(settings, clock)
    before = await store.run(lambda tx: content(tx.conn, metadata))
    await store.close()
    both = replace(settings, keys=f"{new_key(2)},{settings.keys}")

    store = await opened(both, clock)
    command = {"command": COMMAND, "newest": keyring_for(both).fingerprint, "after": "null"}
    for name in ("person", "child", "letter"):
        await ANSWERS[COMMAND](store, {**command, "table": name})
    assert await store.run(keys_in_use) == {1, 2}
    await store.close()
    await rotate(both, clock)

    store = await opened(replace(both, keys=both.keys.partition(",")[0]), clock)
    assert await store.run(lambda tx: content(tx.conn, metadata)) == before | await remembered(store)
    assert await store.run(keys_in_use) == {2}
    await store.close()


async def remembered(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """What an installation learns about itself changes with its keys."""
    return {"installation": (await store.run(lambda tx: content(tx.conn, metadata)))["installation"]}


async def test_what_was_written_between_reading_and_writing_stays(settings: Settings, clock: StoppedClock) -> None:
    store = await filled(settings, clock)
    await store.close()
    store = await opened(replace(settings, keys=f"{new_key(2)},{settings.keys}"), clock)
    table = metadata.tables["person"]
    for number in (1, 2, 3):
        await store.run(partial(people.change, person_id=number, name="Somebody new"))
    await ANSWERS[COMMAND](
        store, {"newest": (await store.run(lambda tx: tx.keyring)).fingerprint, "table": "person", "after": "null"}
    )
    names = await store.run(lambda tx: [row.name for row in tx.all(select(table.c.name))])
    await store.close()
    assert set(names) == {"Somebody new"}


async def test_a_process_without_the_newest_key_is_named_in_one_line(settings: Settings, clock: StoppedClock) -> None:
    store = await opened(settings, clock)
    with pytest.raises(ValueError, match="Restart it with this HOMELINE_KEYS") as said:
        await ANSWERS[COMMAND](store, {"newest": keyring_for(replace(settings, keys=new_key(9))).fingerprint})
    await store.close()
    assert "\n" not in str(said.value)


async def test_it_rotates_while_homeline_runs(settings: Settings) -> None:
    await (await filled(settings, StoppedClock(SystemClock().now()))).close()
    both = replace(settings, keys=f"{new_key(2)},{settings.keys}")
    async with running(both) as app:
        assert "No longer used: 1." in await rotate(both, SystemClock())
        assert await app.store.run(keys_in_use) == {2}
        if settings.is_sqlite:
            with pytest.raises(ValueError, match="newest key yet"):
                await rotate(settings, SystemClock())


async def test_a_value_under_a_key_that_is_gone_stops_it_in_one_line(settings: Settings, clock: StoppedClock) -> None:
    store = await filled(settings, clock)
    await store.close()
    with pytest.raises(HomelineError, match="not in HOMELINE_KEYS"):
        await rotate(replace(settings, keys=new_key(2)), clock)
