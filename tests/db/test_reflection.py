"""Tables are seen as they stand at that moment."""

from sqlalchemy import text

from bot.db import reflection
from bot.db.store import Store
from bot.db.tables import metadata
from bot.db.transaction import Tx


async def test_what_changes_in_a_database_is_seen_at_once(store: Store) -> None:
    def change(tx: Tx) -> None:
        before = reflection.reflected(tx.conn)
        assert set(before.tables) == set(metadata.tables)
        assert reflection.reflected(tx.conn) is before
        tx.conn.execute(text("CREATE TABLE later (id INTEGER PRIMARY KEY, child_id INTEGER REFERENCES child (id))"))
        tx.conn.execute(text("ALTER TABLE child ADD COLUMN later VARCHAR(10)"))
        after = reflection.reflected(tx.conn)
        assert [each.column.table.name for each in after.tables["later"].foreign_keys] == ["child"]
        assert [each.name for each in after.tables["later"].primary_key] == ["id"]
        assert "later" in after.tables["child"].c
        assert "later" not in before.tables["child"].c
        tx.conn.execute(text("DROP TABLE later"))
        assert "later" not in reflection.reflected(tx.conn).tables

    await store.run(change)


async def test_nothing_is_left_of_a_database_that_is_cleared(store: Store) -> None:
    def clear(tx: Tx) -> None:
        reflection.clear(tx.conn)
        assert not reflection.reflected(tx.conn).tables
        reflection.clear(tx.conn)

    await store.run(clear)
