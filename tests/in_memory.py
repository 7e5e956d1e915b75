"""Databases in memory for stories, each begun as a file stands; what a story has written there is taken back after it.

To open a file, read its schema and prepare each statement took a fifth of a story's time. So a connection goes from one
story to the next: no story's transaction is ever committed, and what begins with the same bytes is the same database.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from bot.db.columns import give_keyring
from bot.db.crypto import Keyring
from bot.db.sqlite import _writer
from tests.compiled import give_back
from tests.databases import StoryFile

# A file's stories have a few beginnings in common; each at rest takes some megabytes.
_MOST = 8
_at_rest: list[tuple[bytes, Engine]] = []


class Memory:
    """A file's database, in memory until it is `left`."""

    def __init__(self, file: StoryFile, keyring: Keyring) -> None:
        self._path = file.path
        self._begun = file.begin()
        self._engine = _like(self._begun, keyring)
        self.conn = self._engine.connect()
        self._story = self.conn.begin()

    @contextmanager
    def nothing_stays(self) -> Iterator[Connection]:
        """The connection, for who only reads."""
        driver = _driver(self.conn)
        driver.execute("SAVEPOINT reading")
        try:
            yield self.conn
        finally:
            driver.execute("ROLLBACK TO reading")
            driver.execute("RELEASE reading")  # SQLAlchemy would leave it, and from then on each unit took longer

    def leave(self, *, forget: bool) -> None:
        """The file stands as the story has left it, or as it began; the next story begins where this one began."""
        driver = _driver(self.conn)
        if not forget:
            self._path.write_bytes(driver.serialize())
        as_it_was = driver.in_transaction
        self._story.rollback()
        self.conn.close()
        if not as_it_was:  # somebody has committed
            self._engine.dispose()
            return
        give_back(self._engine)
        _at_rest.append((self._begun, self._engine))
        if len(_at_rest) > _MOST:
            _at_rest.pop(0)[1].dispose()


def _like(begun: bytes, keyring: Keyring) -> Engine:
    for place, (theirs, engine) in enumerate(_at_rest):
        if theirs == begun:
            del _at_rest[place]
            give_keyring(engine.dialect, keyring)
            return engine
    engine = _writer(Path(":memory:"))
    give_keyring(engine.dialect, keyring)  # before it connects: what is compiled passes on among those that have one
    with engine.connect() as conn, closing(sqlite3.connect(":memory:")) as file:
        file.deserialize(begun[:18] + b"\1\1" + begun[20:])  # what is in memory has no WAL beside it
        file.backup(_driver(conn))
        # What nobody has put in order comes in any: a server moves each row that is changed.
        _driver(conn).execute("PRAGMA reverse_unordered_selects = ON")
    return engine


def _driver(conn: Connection) -> Any:
    return conn.connection.driver_connection
