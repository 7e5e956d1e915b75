"""A backup is tried with every row, and the trial takes little room however much there is."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool

from bot.clock import StoppedClock
from bot.db import dump, migrations, reflection, trial
from bot.db.dump import dump as lines_of
from bot.errors import BackupUnreadable

CHILDREN, DAYS = 20, 365


@pytest.fixture
def conn() -> Iterator[Connection]:
    with create_engine("sqlite://").begin() as opened:
        migrations.upgrade(opened)
        yield opened


def families(conn: Connection) -> None:
    """Some children and a year of their questions."""
    conn.exec_driver_sql(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :c) INSERT INTO child "
        "(id, call_name, birth_year, birth_month, country, time_zone, slot, minute, created_at) "
        f"SELECT i, x'{'aa' * 400}', 2018, 5, 'CN', 'UTC', 'evening', 1, '2026-01-01 00:00:00.000000' FROM n".replace(
            ":c", str(CHILDREN)
        )
    )
    conn.exec_driver_sql(
        f"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {CHILDREN * DAYS - 1}) "
        "INSERT INTO check_in (id, child_id, local_date, slot, state, due_at) "
        f"SELECT i + 1, 1 + i % {CHILDREN}, date('2026-01-01', (i / {CHILDREN}) || ' days'), 'evening', 'asked', "
        "'2026-01-01 00:00:00.000000' FROM n"
    )


def silent(_count: int) -> None:
    pass


def size(conn: Connection) -> int:
    return int(
        conn.exec_driver_sql("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").scalar_one()
    )


def tried(conn: Connection, lines: list[bytes]) -> tuple[int, int]:
    """How much room a trial took at most, and how many children and questions it left."""
    with create_engine("sqlite://", poolclass=NullPool).begin() as empty:
        trial.try_out(empty, lines, silent)
        left = empty.exec_driver_sql("SELECT (SELECT count(*) FROM child) + (SELECT count(*) FROM check_in)")
        return size(empty), int(left.scalar_one())


def test_a_year_is_tried_in_less_than_half_of_its_room(conn: Connection, clock: StoppedClock) -> None:
    empty = size(conn)
    families(conn)
    took, left = tried(conn, list(lines_of(conn, clock.now(), silent)))

    assert left == 0
    assert took - empty < (size(conn) - empty) / 2


def test_a_key_is_looked_up_however_many_came_before(conn: Connection, clock: StoppedClock) -> None:
    families(conn)
    asked: set[str] = set()
    with create_engine("sqlite://", poolclass=NullPool).begin() as empty:
        event.listen(empty, "before_cursor_execute", lambda *of: asked.add(of[2]))
        trial.try_out(empty, list(lines_of(conn, clock.now(), silent)), silent)
        looked = [each for each in asked if "AS kept" in each]
        plans = {each: [row[3] for row in empty.exec_driver_sql(f"EXPLAIN QUERY PLAN {each}")] for each in looked}

    assert len(plans) >= len(reflection.reflected(conn).tables["check_in"].foreign_keys)
    assert [each for each, plan in plans.items() if any(step.startswith("SCAN kept") for step in plan)] == []


def test_a_row_that_belongs_to_nothing_is_found(conn: Connection, clock: StoppedClock) -> None:
    families(conn)
    assert conn.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 0
    conn.exec_driver_sql("DELETE FROM child WHERE id = 7")
    with pytest.raises(BackupUnreadable, match="Rows of check_in belong to rows of child that are not there"):
        tried(conn, list(lines_of(conn, clock.now(), silent)))


def test_a_row_that_is_missing_or_changed_is_found(conn: Connection, clock: StoppedClock) -> None:
    families(conn)
    lines = list(lines_of(conn, clock.now(), silent))
    where = next(number for number, line in enumerate(lines) if line.startswith(b"[3000,"))
    for wrong in (
        lines[:where] + lines[where + 1 :],
        [*lines[:where], lines[where].replace(b"2026-", b"2025-", 1), *lines[where + 1 :]],
    ):
        assert wrong != lines
        with pytest.raises(BackupUnreadable, match="in: check_in"):
            tried(conn, wrong)


def test_what_is_only_tried_adds_up_as_what_stays(conn: Connection, clock: StoppedClock) -> None:
    families(conn)
    adding = dump.Adding()
    for table in reflection.reflected(conn).sorted_tables:
        adding.add(conn, table)

    assert adding.of(reflection.reflected(conn)) == dump.sums(conn)
