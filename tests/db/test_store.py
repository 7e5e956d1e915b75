"""What both stores promise about a unit of work."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import create_engine, func, select

from bot.clock import StoppedClock, SystemClock, stopwatch
from bot.db import installation, migrations
from bot.db.availability import address, said_plainly
from bot.db.crypto import new_key, parse_keys
from bot.db.read_only import look
from bot.db.sqlite import GROUP_SECONDS
from bot.db.store import Store, keyring_for, store_for
from bot.db.tables import installation as table
from bot.db.tables import person
from bot.db.transaction import Tx
from bot.errors import CannotDecrypt, DatabaseAway, DatabaseInUse
from bot.queries.circle import people
from bot.settings import Settings
from tests.databases import Postgres

CANARY = "Canary-Wang-Fang-7321"


def raw_names(tx: Tx) -> list[bytes]:
    return [bytes(row.name) for row in tx.conn.exec_driver_sql("SELECT name FROM person")]


def leaks(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if CANARY.encode() in path.read_bytes()]


def is_private(path: Path) -> bool:
    return path.stat().st_mode & 0o077 == 0


async def count(store: Store) -> int:
    """How many values an installation has learned, but for the key that it has from its first opening on."""
    learned = select(func.count()).where(table.c.name != "veil_key")
    return int(await store.read(lambda tx: tx.scalar(learned)))


async def test_what_is_urgent_goes_before_all_that_waits_on_a_file(store: Store) -> None:
    order: list[str] = []

    def note(_tx: Tx, name: str) -> None:
        order.append(name)

    units = [store.run(partial(note, name=name)) for name in "abc"]
    await asyncio.gather(*units, store.run(partial(note, name="urgent"), urgent=True))
    others = [each for each in order if each != "urgent"]
    assert others == ["a", "b", "c"] or store.shared
    assert "urgent" in order[:2] or store.shared  # one may have been on its way


async def test_a_unit_waits_for_no_crowd_of_slow_ones(store: Store) -> None:
    """Those that share a commit with others take a short time together, however many they are."""
    ends: list[int] = []

    def slow(_tx: Tx) -> None:
        until = stopwatch() + GROUP_SECONDS / 2
        while stopwatch() < until:
            pass

    async def crowd() -> None:
        await store.run(slow)
        ends.append(1)

    tasks = [asyncio.create_task(crowd()) for _ in range(12)]
    await tasks[0]
    assert len(ends) < 6 or store.shared
    await asyncio.gather(*tasks)
    assert len(ends) == 12


async def test_a_unit_that_raises_is_rolled_back_whole(store: Store) -> None:
    before = await count(store)

    def half(tx: Tx) -> None:
        installation.learn(tx, "first", "1")
        tx.woke.add("inbox")
        raise LookupError("in the middle")

    woke: list[set[str]] = []
    store.on_commit = woke.append
    with pytest.raises(LookupError):
        await store.run(half)

    assert await count(store) == before
    assert woke == []


async def test_a_unit_that_raises_leaves_those_beside_it_alone(store: Store) -> None:
    def bad(tx: Tx) -> None:
        installation.learn(tx, "bad", "1")
        raise LookupError("bad")

    good = [store.run(partial(installation.learn, name=str(number), value="1")) for number in range(30)]
    outcomes = await asyncio.gather(*good[:15], store.run(bad), *good[15:], return_exceptions=True)

    assert sum(isinstance(each, LookupError) for each in outcomes) == 1
    assert await count(store) == 30


async def test_a_unit_has_one_now(store: Store, clock: StoppedClock) -> None:
    def twice(tx: Tx) -> bool:
        before = tx.now
        clock.push(timedelta(hours=1))
        return tx.now == before

    assert await store.run(twice)
    assert await store.run(lambda tx: tx.now) == clock.now()


async def test_units_at_once_do_not_lose_each_others_changes(store: Store) -> None:
    await store.run(lambda tx: installation.learn(tx, "count", "0"))

    def one_more(tx: Tx) -> None:
        row = select(table.c.value).where(table.c.name == "count").with_for_update()
        installation.learn(tx, "count", str(int(tx.scalar(row)) + 1))

    await asyncio.gather(*(store.run(one_more) for _ in range(120)))

    assert await store.read(lambda tx: installation.get(tx, "count")) == "120"


async def test_loops_are_woken_after_the_commit(store: Store) -> None:
    woke: list[set[str]] = []
    store.on_commit = woke.append

    await store.run(lambda tx: tx.woke.add("outbox"))
    await store.run(lambda _tx: None)

    assert woke == [{"outbox"}]


async def test_closing_finishes_what_was_handed_in(settings: Settings, clock: StoppedClock) -> None:
    store = store_for(settings, clock)
    await store.open()
    started = [
        asyncio.ensure_future(store.run(partial(installation.learn, name=str(number), value="1")))
        for number in range(60 if settings.is_sqlite else 1)
    ]
    await asyncio.wait(started, timeout=0 if settings.is_sqlite else 5)
    await store.close()
    await asyncio.gather(*started)

    again = store_for(settings, clock)
    await again.open()
    assert await count(again) == len(started)
    await again.close()


async def test_rows_that_are_there_already_are_not_added_again(store: Store) -> None:
    row = {"name": "once", "value": "1"}
    assert await store.run(lambda tx: tx.add_once(table, [row, row])) == 1
    assert await store.run(lambda tx: tx.add_once(table, row)) == 0


async def test_numbers_of_rows_are_never_given_twice(store: Store) -> None:
    first = await store.run(lambda tx: people.add(tx, 1, "One", "en").id)
    await store.run(lambda tx: tx.change(person.delete()))
    second = await store.run(lambda tx: people.add(tx, 2, "Two", "en").id)
    assert second > first


async def test_sealed_columns_cannot_be_read_under_another_key(store: Store, settings: Settings) -> None:
    await store.run(lambda tx: people.add(tx, 1, CANARY, "en"))
    await store.close()
    stranger = parse_keys(new_key())
    with pytest.raises(CannotDecrypt):
        await look(settings, SystemClock(), lambda tx: tx.first(select(person.c.name)), stranger)


async def test_a_new_key_writes_and_an_old_one_still_reads(store: Store, settings: Settings) -> None:
    await store.run(lambda tx: people.add(tx, 1, CANARY, "en"))
    await store.close()
    rotated = store_for(replace(settings, keys=f"{new_key(2)},{settings.keys}"), SystemClock())
    await rotated.open()
    try:
        old = await rotated.run(lambda tx: people.by_telegram(tx, 1))
        new = await rotated.run(lambda tx: people.add(tx, 2, CANARY, "en"))
        sealed = await rotated.run(raw_names)
        assert old is not None
        assert old.name == new.name == CANARY
        assert sorted(each[0] for each in sealed) == [1, 2]
    finally:
        await rotated.close()


async def test_no_name_stands_in_the_raw_rows(store: Store) -> None:
    await store.run(lambda tx: people.add(tx, 1, CANARY, "en"))

    assert all(CANARY.encode() not in each for each in await store.run(raw_names))


async def test_no_name_stands_in_the_file(tmp_path: Path) -> None:
    store = store_for(Settings(token="1:abc", database_url=f"sqlite:///{tmp_path}/a.db"), SystemClock())
    await store.open()
    await store.run(lambda tx: people.add(tx, 1, CANARY, "en"))
    await store.close()
    assert leaks(tmp_path) == []
    assert is_private(tmp_path / "a.db.keys")


async def test_a_second_store_on_the_same_file_refuses(tmp_path: Path) -> None:
    settings = Settings(token="1:abc", database_url=f"sqlite:///{tmp_path}/a.db")
    first, second = store_for(settings, SystemClock()), store_for(settings, SystemClock())
    await first.open()
    with pytest.raises(DatabaseInUse, match="already runs"):
        await second.open()
    await second.close()
    await first.close()

    await second.open()
    await second.close()


async def test_a_closed_store_says_so(tmp_path: Path) -> None:
    settings = Settings(token="1:abc", database_url=f"sqlite:///{tmp_path}/a.db")
    store = store_for(settings, SystemClock())
    with pytest.raises(RuntimeError, match="closed"):
        await store.run(lambda _tx: None)
    assert keyring_for(settings).encrypt(b"x", b"y")


async def test_a_commit_that_fails_fails_every_unit_of_its_group(store: Store, settings: Settings) -> None:
    if not settings.is_sqlite:
        return

    def spoil(tx: Tx) -> None:
        installation.learn(tx, "spoilt", "1")
        tx.conn.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        tx.conn.exec_driver_sql("INSERT INTO card (person_id, name, message_id, sent_at) VALUES (99, 'x', 1, 1)")

    with pytest.raises(Exception, match="FOREIGN KEY"):
        await store.run(spoil)
    assert await count(store) == 0


async def test_an_address_with_libpqs_sslmode_is_one(postgres: Postgres, clock: StoppedClock) -> None:
    url = f"{postgres.url(postgres.create())}&sslmode=prefer"
    store = store_for(Settings(database_url=url, keys=new_key()), clock)
    await store.open()
    assert await store.run(lambda tx: migrations.revision(tx.conn)) == migrations.HEAD
    await store.close()
    assert address("postgresql://me:a%40b@host/homeline?sslmode=require").query == {"ssl": "require"}


async def test_a_pooler_that_keeps_no_session_is_refused_in_one_line(
    postgres: Postgres, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # what PgBouncer does with `ignore_startup_parameters`: the session is told nothing of what we asked for
    monkeypatch.setattr(
        "bot.db.postgres.create_engine",
        lambda url, **options: create_engine(url, **options | {"connect_args": {}}),
    )
    store = store_for(Settings(database_url=postgres.url(postgres.create()), keys=new_key()), clock)
    with pytest.raises(DatabaseAway, match="PgBouncer") as error:
        await store.open()
    await store.close()
    assert "\n" not in str(error.value)


def test_a_pooler_that_knows_no_such_session_is_called_by_its_name() -> None:
    with pytest.raises(DatabaseAway, match="PgBouncer"), said_plainly("“homeline” on a host"):
        raise asyncpg.ProtocolViolationError("unsupported startup parameter: statement_timeout")
