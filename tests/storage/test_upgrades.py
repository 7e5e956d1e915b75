"""Upgrades lose no row, and the version before finds its tables in the new schema."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Connection, LargeBinary, MetaData, Table, select, text

from bot.clock import StoppedClock
from bot.db import key_marks, migrations
from bot.db.columns import EncryptedText, Veiled, VeiledName
from bot.db.store import Store, store_for
from bot.db.tables import illness, metadata, school_word
from bot.db.transaction import Tx
from bot.errors import NewerDatabase
from bot.settings import Settings
from tests.filled import content, fill, schema_of


def _number_of(step: str) -> str:
    """The number of a step, by its name."""
    return next(Path(migrations.__file__).parent.glob(f"versions/*_{step}.py")).name[:4]


# The schema of the version that families use now; what comes after it may only add.
BEFORE = "0003"
# Until here what lay open was put into another form, which only the version that did it can read.
BESIDE = _number_of("sealed_kinds")
# Whose number a column held, and the column that holds it now.
_MOVED = {"opened_by": "reporter", "caller_id": "caller", "person_id": "teller"}


def move(tx: Tx, target: str) -> MetaData:
    """The database at another schema, whichever way that is."""
    back = target == "base" or target < (migrations.revision(tx.conn) or "")
    name = "downgrade" if back else "upgrade"
    migrations.with_alembic(tx.conn, lambda command, config: getattr(command, name)(config, target))
    return schema_of(tx.conn)


def read_now(conn: Connection, old: MetaData) -> dict[str, list[tuple[Any, ...]]]:
    """What an older schema knows, of a database that is up to date: without its veils, and without their key."""
    known = MetaData()
    for table in old.sorted_tables:
        Table(table.name, known, *(_now(column) for column in table.c))
    found = content(conn, known)
    return found | {"installation": [row for row in found["installation"] if row[0] != "veil_key"]}


def _now(old: "Column[Any]") -> "Column[Any]":
    """A column as it is to be read now, where its form has changed since."""
    moved = old.table.name.startswith("illness") and not old.primary_key
    name = _MOVED.get(old.name, old.name) if moved else old.name
    now = metadata.tables[old.table.name].c[name].type
    changed = isinstance(now, Veiled | VeiledName) or (
        isinstance(now, EncryptedText) and not isinstance(old.type, LargeBinary)
    )
    return Column(name, now if changed else old.type, primary_key=old.primary_key)


@pytest.fixture
async def before(store: Store) -> Store:
    """A database of the version before, with something in every column."""

    def prepare(tx: Tx) -> None:
        fill(tx.conn, move(tx, BEFORE))

    await store.run(prepare)
    return store


async def test_an_old_database_is_migrated_with_all_it_holds(
    before: Store, settings: Settings, clock: StoppedClock
) -> None:
    await before.run(key_marks.leave)  # what fills the sealed columns is not sealed, and would be no database of ours
    old = await before.run(lambda tx: schema_of(tx.conn))
    rows = await before.run(lambda tx: content(tx.conn, old))
    await before.close()

    again = store_for(settings, clock)
    await again.open()
    try:
        assert await again.run(lambda tx: migrations.revision(tx.conn)) == migrations.HEAD
        assert await again.run(lambda tx: read_now(tx.conn, old)) == rows
        assert all(len(each) >= 3 for each in rows.values())
    finally:
        await again.close()


async def test_each_step_forward_and_back_leaves_what_both_schemas_know(store: Store) -> None:
    def there_and_back(tx: Tx) -> None:
        newest = schema_of(tx.conn)
        fill(tx.conn, newest)
        old = move(tx, BEFORE)
        rows = content(tx.conn, old)
        move(tx, migrations.HEAD)
        assert read_now(tx.conn, old) == rows
        assert all(len(each) == 3 for each in rows.values())

    await store.run(there_and_back)


async def test_what_was_sealed_before_its_row_was_known_opens_after_the_upgrade_and_back_again(store: Store) -> None:
    def there_and_back(tx: Tx) -> None:
        fill(tx.conn, metadata)
        now = content(tx.conn, metadata)
        move(tx, f"{int(_number_of('veiled_accounts')) - 1:04}")
        old = tx.first(text("SELECT id, telegram_id, name FROM person ORDER BY id"))
        assert old is not None
        assert (old.telegram_id, tx.keyring.decrypt(bytes(old.name), b"person.name")) == (1, "name 莉莉 1".encode())
        sealed = tx.all(text("SELECT media FROM letter"))
        move(tx, migrations.HEAD)
        assert not set(sealed).intersection(tx.all(text("SELECT media FROM letter")))
        found = content(tx.conn, metadata)
        whole = ("person", "child", "member", "letter", "check_in", "held_text", "crisis_event")
        assert [each for each in whole if found[each] != now[each]] == []
        told = tx.all(select(illness.c.opened_by, illness.c.reporter, illness.c.caller).order_by(illness.c.id))
        assert [tuple(row) for row in told] == [(None, each, each) for each in (1, 2, 3)]
        said = tx.all(select(school_word.c.kind, school_word.c.answerer).order_by(school_word.c.id))
        assert [tuple(row) for row in said] == [("absent", 1), ("call", 2), ("ill", 3)]

    await store.run(there_and_back)


async def test_the_whole_chain_goes_back_to_nothing_and_forward_again(store: Store) -> None:
    def there_and_back(tx: Tx) -> None:
        assert move(tx, "base").tables == {}
        fill(tx.conn, move(tx, "head"))

    await store.run(there_and_back)


async def test_a_process_of_the_version_before_works_beside_the_new_schema(store: Store) -> None:
    def prepare(tx: Tx) -> MetaData:
        old = move(tx, BESIDE)
        fill(tx.conn, old)
        move(tx, migrations.HEAD)
        return old

    old = await store.run(prepare)

    def go_on(tx: Tx) -> None:
        fill(tx.conn, old, first=11)
        for table in old.sorted_tables:
            assert len(tx.all(select(table))) >= 6
            change_everything(tx.conn, table)
        for table in reversed(old.sorted_tables):
            tx.conn.execute(table.delete())

    await store.run(go_on)


def change_everything(conn: Connection, table: Table) -> None:
    """Write each column that is no key with what it has."""
    values = {column.name: column for column in table.c if not column.primary_key}
    if values:
        conn.execute(table.update().values(values))


async def test_a_newer_database_is_refused_in_one_line_and_left_alone(
    store: Store, settings: Settings, clock: StoppedClock
) -> None:
    newer = "UPDATE alembic_version SET version_num = '9999'"

    def age(tx: Tx) -> dict[str, list[tuple[object, ...]]]:
        tx.conn.exec_driver_sql(newer)
        fill(tx.conn, schema_of(tx.conn))
        return content(tx.conn, schema_of(tx.conn))

    rows = await store.run(age)
    await store.close()

    older = store_for(settings, clock)
    try:
        with pytest.raises(NewerDatabase) as said:
            await older.open()
        assert "\n" not in str(said.value)
        assert "9999" in str(said.value)
        assert await older.run(lambda tx: content(tx.conn, schema_of(tx.conn))) == rows
        assert await older.run(lambda tx: migrations.revision(tx.conn)) == "9999"
    finally:
        await older.close()
