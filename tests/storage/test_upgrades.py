"""Upgrades lose no row, and the version before goes on working beside the new schema."""

import pytest
from sqlalchemy import Connection, MetaData, Table, select

from bot.clock import StoppedClock
from bot.errors import NewerDatabase
from bot.settings import Settings
from bot.storage import key_marks, migrations
from bot.storage.store import Store, store_for
from bot.storage.transaction import Tx
from tests.filled import content, fill, schema_of

# The schema of the version that families use now; what comes after it may only add.
BEFORE = "0003"


def move(tx: Tx, target: str) -> MetaData:
    """The database at another schema, whichever way that is."""
    back = target == "base" or target < (migrations.revision(tx.conn) or "")
    name = "downgrade" if back else "upgrade"
    migrations.with_alembic(tx.conn, lambda command, config: getattr(command, name)(config, target))
    return schema_of(tx.conn)


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
        assert await again.run(lambda tx: content(tx.conn, old)) == rows
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
        assert content(tx.conn, old) == rows
        assert all(len(each) == 3 for each in rows.values())

    await store.run(there_and_back)


async def test_the_whole_chain_goes_back_to_nothing_and_forward_again(store: Store) -> None:
    def there_and_back(tx: Tx) -> None:
        assert move(tx, "base").tables == {}
        fill(tx.conn, move(tx, "head"))

    await store.run(there_and_back)


async def test_a_process_of_the_version_before_works_beside_the_new_schema(before: Store) -> None:
    old = await before.run(lambda tx: schema_of(tx.conn))
    await before.run(lambda tx: move(tx, migrations.HEAD))

    def go_on(tx: Tx) -> None:
        fill(tx.conn, old, first=11)
        for table in old.sorted_tables:
            assert len(tx.all(select(table))) == 6
            change_everything(tx.conn, table)
        for table in reversed(old.sorted_tables):
            tx.conn.execute(table.delete())

    await before.run(go_on)


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
