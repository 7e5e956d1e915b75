"""Upgrades lose no row, and the version before finds its tables in the new schema."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Connection, MetaData, Table, select

from bot.clock import StoppedClock
from bot.db import migrations
from bot.db.store import Store, store_for
from bot.db.transaction import Tx
from bot.errors import NewerDatabase, OlderDatabase
from bot.settings import Settings
from tests.filled import content, fill, schema_of

LATER = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "0101", "0100"


def upgrade():
    op.create_table(
        "later",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("child_id", sa.BigInteger(), sa.ForeignKey("child.id")),
    )
    op.add_column("child", sa.Column("later", sa.String(10), server_default="none", nullable=False))
    op.create_index("ix_child_later", "child", ["later"])


def downgrade():
    op.drop_index("ix_child_later", "child")
    op.drop_column("child", "later")
    op.drop_table("later")
"""


@pytest.fixture
def later(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A migration of a coming version lies beside those that there are; the store was made before it came."""
    folder = tmp_path / "migrations"
    shutil.copytree(Path(migrations.__file__).parent, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "0101_later.py").write_text(LATER)
    monkeypatch.setattr(migrations, "__file__", str(folder / "__init__.py"))


def move(tx: Tx, target: str) -> MetaData:
    """The database at another schema, whichever way that is."""
    back = target == "base" or target < (migrations.revision(tx.conn) or "")
    name = "downgrade" if back else "upgrade"
    migrations.with_alembic(tx.conn, lambda command, config: getattr(command, name)(config, target))
    return schema_of(tx.conn)


@pytest.mark.usefixtures("later")
async def test_a_step_forward_and_back_leaves_every_row_as_it_was(store: Store) -> None:
    def there_and_back(tx: Tx) -> None:
        now = schema_of(tx.conn)
        fill(tx.conn, now)
        rows = content(tx.conn, now)
        assert all(len(each) >= 3 for each in rows.values())
        new = move(tx, "0101")
        assert "later" in new.tables["child"].c
        assert content(tx.conn, now) == rows
        fill(tx.conn, new, first=11)
        both = content(tx.conn, now)
        assert move(tx, migrations.HEAD).tables.keys() == now.tables.keys()
        assert content(tx.conn, now) == both

    await store.run(there_and_back)


@pytest.mark.usefixtures("later")
async def test_a_process_of_the_version_before_works_beside_the_new_schema(store: Store) -> None:
    def prepare(tx: Tx) -> MetaData:
        old = schema_of(tx.conn)
        fill(tx.conn, old)
        move(tx, "0101")
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


async def test_the_whole_chain_goes_back_to_nothing_and_forward_again(store: Store) -> None:
    def there_and_back(tx: Tx) -> None:
        assert move(tx, "base").tables == {}
        fill(tx.conn, move(tx, "head"))

    await store.run(there_and_back)


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


async def test_what_is_older_than_the_first_release_is_refused_in_one_line_and_left_alone(
    store: Store, settings: Settings, clock: StoppedClock
) -> None:
    await store.run(lambda tx: tx.conn.exec_driver_sql("UPDATE alembic_version SET version_num = '0030'"))
    await store.close()

    again = store_for(settings, clock)
    try:
        with pytest.raises(OlderDatabase, match=r"\(schema 0030\).* Nothing was changed") as said:
            await again.open()
        assert "\n" not in str(said.value)
        assert await again.run(lambda tx: migrations.revision(tx.conn)) == "0030"
    finally:
        await again.close()
