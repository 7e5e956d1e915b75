"""The chain of migrations leads to the tables that the code names, on both databases."""

from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, PrimaryKeyConstraint, Table, UniqueConstraint, inspect

from bot.clock import SystemClock
from bot.db import migrations
from bot.db.store import Store, store_for
from bot.db.tables import metadata
from bot.db.transaction import Tx
from bot.settings import Settings


async def test_the_migrated_schema_is_the_one_in_the_code(store: Store) -> None:
    def differences(tx: Tx) -> list[object]:
        context = MigrationContext.configure(tx.conn, opts={"compare_type": False})
        return list(compare_metadata(context, metadata))

    assert await store.run(differences) == []


async def test_every_index_is_there(store: Store) -> None:
    def indexes(tx: Tx) -> set[str]:
        found = inspect(tx.conn)
        return {str(each["name"]) for name in found.get_table_names() for each in found.get_indexes(name)}

    wanted = {str(each.name) for table in metadata.tables.values() for each in table.indexes}
    assert wanted <= await store.run(indexes)


async def test_opening_again_changes_nothing(store: Store, settings: Settings) -> None:
    await store.run(lambda tx: migrations.upgrade(tx.conn))
    await store.run(lambda tx: migrations.upgrade(tx.conn, migrations.HEAD))


async def test_an_empty_file_is_migrated(tmp_path: Path) -> None:
    store = store_for(Settings(token="1:abc", database_url=f"sqlite:///{tmp_path}/new/a.db"), SystemClock())
    await store.open()
    assert await store.run(lambda tx: migrations.revision(tx.conn)) == migrations.HEAD
    await store.close()


def test_the_constant_names_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_current_head() == migrations.HEAD


def test_each_migration_says_how_it_is_taken_back() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    steps = ScriptDirectory.from_config(config).walk_revisions()
    assert [each.revision for each in steps if not hasattr(each.module, "downgrade")] == []


def test_whatever_refers_to_a_row_that_may_be_deleted_is_found_by_an_index() -> None:
    """A person's row is never deleted while Homeline runs; each other one may be, and what refers to it goes, too."""
    columns = [column for table in metadata.sorted_tables for column in table.c]
    referring = [each for each in columns if any(key.column.table.name != "person" for key in each.foreign_keys)]
    assert referring
    assert [str(each) for each in referring if not _leads(each)] == []


def _leads(column: Column[Any]) -> bool:
    """Whether an index begins with a column, and holds every row in which it has a value."""
    table = column.table
    assert isinstance(table, Table)
    unique = [each for each in table.constraints if isinstance(each, UniqueConstraint | PrimaryKeyConstraint)]
    found = [
        each
        for each in table.indexes
        if str(each.dialect_options["sqlite"]["where"]) in {"None", f"{column} IS NOT NULL"}
    ]
    return any(next(iter(each.columns)) is column for each in [*unique, *found])
