"""What people do costs no more among thousands of families than alone: no transaction reads what is not theirs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.engine import Engine

from bot.db.tables import (
    call,
    check_in,
    child,
    escalation,
    idea_plan,
    illness,
    illness_told,
    member,
    outbox,
    person,
    promise,
)
from bot.db.transaction import Tx
from tests.bench.home import LONG_AGO, child_row, person_row, sent_row
from tests.databases import Database
from tests.homeline import Homeline
from tests.households import english_family, tap

OTHERS = 3_000
FIRST = 1_000
STEPS = 100  # of SQLite's machine
# One look at each of the others would take 120 times so many steps, or read 3,000 rows; at each who is ill, 300.
MOST = {"sqlite": 60, "postgresql": 250}

READ_OF_EACH = "SELECT relname, seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables"


@contextmanager
def efforts() -> Iterator[list[int]]:
    """Of each transaction the rows that PostgreSQL has read in it, or what SQLite did, in some steps each."""
    found: list[int] = []
    ticks: list[int] = []

    def begin(conn: Connection) -> None:
        if conn.dialect.name == "sqlite":
            raw: Any = conn.connection.driver_connection
            ticks.clear()
            raw.set_progress_handler(lambda: ticks.append(1), STEPS)

    def commit(conn: Connection) -> None:
        if conn.dialect.name == "sqlite":
            found.append(len(ticks))
            return
        # PostgreSQL counts on, and begins again for each table whose counts it passes on.
        read: dict[str, int] = {name: int(rows) for name, rows in conn.exec_driver_sql(READ_OF_EACH)}
        before = conn.info.setdefault(READ_OF_EACH, {})
        found.append(
            sum(rows - (before.get(name, 0) if rows >= before.get(name, 0) else 0) for name, rows in read.items())
        )
        conn.info[READ_OF_EACH] = read

    event.listen(Engine, "begin", begin)
    event.listen(Engine, "commit", commit)
    try:
        yield found
    finally:
        event.remove(Engine, "begin", begin)
        event.remove(Engine, "commit", commit)


def thousands(tx: Tx) -> None:
    """Other families, with their evening behind them; one child in ten is ill, all have heard, and much was sent."""
    numbers = range(FIRST, FIRST + OTHERS)
    later, far = tx.now + timedelta(days=1), FIRST + OTHERS
    tx.add_all(person, [person_row(each) for each in (*numbers, *(far + each for each in numbers))])
    tx.add_all(child, [child_row(each, 1080, later) for each in numbers])
    places = [(each, each, "guardian") for each in numbers] + [(each, far + each, "parent") for each in numbers]
    place = {"kin": "mother", "called": "Ma", "state": "active", "joined_at": LONG_AGO}
    tx.add_all(
        member,
        [
            {"child_id": number, "person_id": adult, "role": role, "at_home": role == "guardian", **place}
            for number, adult, role in places
        ],
    )
    asked = {"local_date": "2026-11-22", "slot": "evening", "state": "asked", "due_at": LONG_AGO, "grace_until": later}
    tx.add_all(check_in, [{"child_id": each, **asked} for each in numbers])
    # Nothing is due later than its rule puts it: the first tick of a run would pull it back into this day.
    ill = {"state": "open", "opened_at": tx.now, "escalation": 2, "ask_at": later, "escalate_at": None}
    tx.add_all(illness, [{"id": each, "child_id": each, **ill} for each in numbers[::10]])
    told = [{"illness_id": each, "person_id": far + each, "at": tx.now} for each in numbers[::10]]
    tx.add_all(illness_told, told)
    tx.add_all(outbox, [{**sent_row(each, each), "done_at": tx.now} for each in numbers])
    waits = {"state": "pending", "due_at": later, "wanted_at": later, "turn": 0}
    tx.add_all(outbox, [{**sent_row(each, each), "lane": 2 + each % 3, **waits} for each in numbers])
    tx.add_all(
        idea_plan, [{"child_id": each, "person_id": far + each, "next_at": later, "step": 0} for each in numbers]
    )
    words = {"visit": True, "words": "Zoo", "day": "2026-12-24", "state": "planned", "created_at": tx.now}
    tx.add_all(promise, [{"child_id": each, "made_by": far + each, "next_at": later, **words} for each in numbers])
    planned = {"at": later, "next_at": later, "state": "planned", "created_at": tx.now}
    tx.add_all(call, [{"child_id": each, "planned_by": far + each, **planned} for each in numbers])
    running = {"steps": [], "step": 0, "told": [], "next_at": later}
    tx.add_all(escalation, [{"child_id": each, **running} for each in numbers[::10]])
    if tx.is_shared:
        tx.conn.execute(text("ANALYZE"))  # which the server does by itself, at some moment in the minutes that follow


@pytest.mark.wired  # what is counted are commits
async def test_a_day_of_one_family_reads_nothing_of_the_others(home: Homeline, database: Database) -> None:
    mei, fang = await english_family(home)
    with efforts() as found:
        await home.app.store.run(thousands)
        await home.settle()
        found.clear()
        await home.until(18, 40)
        await tap(home, fang, "🙂")
        await tap(home, mei, "❤️")
        fang.say("🤒 Ill")
        await home.settle()
        await tap(home, fang, "🌡")
        await tap(home, mei, "🙏")
        mei.voice()
        await home.settle()
        mei.block()
        await home.settle()
        mei.start()
        await home.settle()
        await home.until(8)  # in the night nobody at home is asked
    assert mei.sees("Lily is ill: fever")
    assert fang.sees("How is Lily now?")
    assert 0 < max(found) < MOST[database.kind]
