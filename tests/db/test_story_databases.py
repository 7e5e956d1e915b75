"""What stories are told on: nothing of one is there in the next, and none pays for what another has compiled."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from bot.db.crypto import parse_keys
from bot.db.row_numbers import next_numbers
from bot.db.tables import installation
from tests.databases import Postgres, StoryDatabase, StoryFile
from tests.in_memory import Memory
from tests.together import KEYS

KEYRING = parse_keys(KEYS)
WORDS = {"name": "colour", "value": "blue"}


@pytest.fixture
def file(tmp_path: Path, sqlite_template: Path) -> StoryFile:
    (tmp_path / "homeline.db").touch()  # as a lock makes it
    return StoryFile(tmp_path / "homeline.db", sqlite_template)


def rows(conn: Connection) -> list[str]:
    return list(conn.scalars(select(installation.c.value).where(installation.c.name == WORDS["name"])))


def test_stories_that_begin_differently_share_what_they_have_compiled(file: StoryFile) -> None:
    first = Memory(file, KEYRING)
    compiled = first.conn.dialect
    first.conn.execute(insert(installation).values(**WORDS))
    first.leave(forget=False)
    second = Memory(file, KEYRING)
    assert rows(second.conn) == ["blue"]
    assert second.conn.dialect is compiled
    second.leave(forget=True)


def test_what_only_reads_leaves_no_savepoint_behind(file: StoryFile) -> None:
    memory = Memory(file, KEYRING)
    with memory.nothing_stays() as conn:
        conn.execute(insert(installation).values(**WORDS))
    assert rows(memory.conn) == []
    driver = memory.conn.connection.driver_connection
    assert driver is not None
    with pytest.raises(sqlite3.OperationalError, match="no such savepoint"):
        driver.execute("RELEASE reading")
    memory.leave(forget=True)


def test_on_the_server_a_story_finds_what_it_has_left_and_the_next_one_nothing_of_it(postgres: Postgres) -> None:
    story = StoryDatabase(postgres)
    connection = story.begin(KEYRING)
    connection.run(lambda conn: conn.execute(insert(installation).values(**WORDS)))
    assert connection.run(lambda conn: next_numbers(conn, "school", 2)) == [1, 2]
    story.leave(forget=False)
    kept = story.keep()

    assert story.begin(KEYRING).read(rows) == ["blue"]
    assert connection.run(lambda conn: next_numbers(conn, "school", 1)) == [3]
    story.leave(forget=True)

    other = StoryDatabase(postgres)
    assert other.begin(KEYRING).read(rows) == []
    assert connection.run(lambda conn: next_numbers(conn, "school", 1)) == [1]
    other.leave(forget=True)

    other.copy(kept)
    assert other.begin(KEYRING).read(rows) == ["blue"]
    other.leave(forget=True)


def test_on_the_server_what_fails_or_only_reads_leaves_nothing(postgres: Postgres) -> None:
    story = StoryDatabase(postgres)
    connection = story.begin(KEYRING)
    connection.read(lambda conn: conn.execute(insert(installation).values(**WORDS)))

    def twice(conn: Connection) -> None:
        for _ in range(2):
            conn.execute(insert(installation).values(**WORDS))

    with pytest.raises(IntegrityError):
        connection.run(twice)
    assert connection.run(rows) == []
    story.leave(forget=True)
