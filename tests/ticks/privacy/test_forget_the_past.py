"""SG-06: everything is forgotten after its time and not a day before, on a clock that is pushed forward."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Table, func, select

from bot.clock import StoppedClock
from bot.db import tables
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.domain.daily.heard import Heard, Sign
from bot.domain.privacy.retention import kept
from bot.queries import due
from bot.queries.daily import heard
from bot.queries.privacy.retention import RULES
from bot.ticking import run_due
from bot.ticks import EACH_MINUTE
from bot.ticks.privacy import forget_the_past

DAY = timedelta(days=1)
BEGIN = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TODAY = BEGIN.date().isoformat()


def look(tx: Tx) -> set[str]:
    return due.among(tx, ("forget_the_past",))


def of_everything(tx: Tx) -> None:
    """One row of each kind, all of which come to their end at the beginning."""
    now = {"created_at": BEGIN}
    person = tx.add(tables.person, telegram_id=1, name="Mei", language="en", time_zone="UTC", created_at=BEGIN)
    child = tx.add(
        tables.child,
        call_name="Lily",
        birth_year=2018,
        birth_month=5,
        country="CN",
        time_zone="UTC",
        slot="evening",
        minute=0,
        **now,
    )
    school = tx.add(tables.school, name="School", **now)
    room = tx.add(tables.class_room, school_id=school, teacher_id=person, name="3B", ends_at=BEGIN, **now)
    of_child: dict[str, Any] = {"child_id": child}
    of_class: dict[str, Any] = {"class_id": room}
    tx.add(tables.invite, token_hash=b"1", kind="member", single_use=True, expires_at=BEGIN, **of_child, **now)
    asked = {"local_date": TODAY, "slot": "evening", "due_at": BEGIN, "asked_at": BEGIN}
    answer = tx.add(tables.check_in, state="answered", answered_at=BEGIN, face="well", **asked, **of_child)
    tx.add(tables.thanks, check_in_id=answer, person_id=person, at=BEGIN)
    tx.add(tables.escalation, steps=[], step=0, told=[], ended_at=BEGIN, **of_child)
    over = tx.add(tables.illness, state="closed", what="fever", opened_at=BEGIN, closed_at=BEGIN, **of_child)
    tx.add(tables.illness_event, illness_id=over, at=BEGIN, what="note", data={"text": "since noon"})
    tx.add(tables.notice, state="sent", level="read", body={}, sent_at=BEGIN, **of_class, **now)
    word: dict[str, Any] = {"author_id": person, "day": TODAY, "state": "sent", "body": {}, **of_class, **of_child}
    tx.add(tables.school_word, kind="good", **word, **now)
    tx.add(tables.school_word, kind="ill", illness_id=over, **word, **now)
    thread = tx.add(tables.school_thread, line="family", begun_at=BEGIN, last_at=BEGIN, **of_class, **of_child)
    talk = {"author_id": person, "from_school": False, "state": "sent", "body": {}, "sent_at": BEGIN}
    tx.add(tables.school_talk, thread_id=thread, **talk)
    tx.add(tables.unsent_talk, author_id=person, state="waiting", body={}, asked_at=BEGIN)
    tx.add(tables.roll_call, day=TODAY, absent=[], **of_class)
    tx.add(tables.look_in, person_id=person, asked_at=BEGIN, why="silence", said="asked", **of_child)
    tx.add(tables.own_week, person_id=person, asked_at=BEGIN)
    tx.add(tables.call, planned_by=person, at=BEGIN, state="happened", **of_child, **now)
    tx.add(tables.promise, made_by=person, visit=False, words="a kite", day=TODAY, state="kept", **of_child, **now)
    tx.add(tables.promise, made_by=person, visit=True, words="", state="draft", **of_child, **now)
    people = {"asked_by": person, "asked_at": BEGIN, "due_at": BEGIN}
    tx.add(tables.approval, action="export", state="granted", decided_at=BEGIN, **people, **of_child)
    tx.add(tables.dialogue, person_id=person, state="child_name", data={}, updated_at=BEGIN)
    tx.add(tables.unfinished, person_id=person, state="class_list", about=1, data={}, kept_at=BEGIN)
    tx.add(tables.audit, action="joined", child_id=child, at=BEGIN)
    letter = {"author_id": person, "to_child": True, "kind": "text", "media": {}, "state": "sent", "sent_at": BEGIN}
    tx.add(tables.letter, **letter, **of_child)


def counted(table: Table) -> Any:
    """How many rows a table has."""
    return lambda tx: tx.scalar(select(func.count()).select_from(table))


@pytest.mark.parametrize(
    ("table", "name", "left"),
    [
        (tables.invite, "invites", 0),
        (tables.illness, "illness", 0),
        (tables.illness_event, "illness", 0),
        (tables.check_in, "check_ins", 0),
        (tables.thanks, "check_ins", 0),
        (tables.escalation, "check_ins", 0),
        (tables.notice, "notices", 0),
        (tables.school_word, "school_words", 1),  # the one that tells of an illness stays as long as illnesses do
        (tables.school_word, "illness", 0),
        (tables.school_talk, "school_talks", 0),
        (tables.school_thread, "school_talks", 0),
        (tables.unsent_talk, "unsent_talks", 0),
        (tables.look_in, "look_ins", 0),
        (tables.own_week, "own_weeks", 0),
        (tables.call, "calls", 0),
        (tables.promise, "promises", 1),  # the one with a day: a day is over later in some places
        (tables.approval, "approvals", 0),
        (tables.dialogue, "dialogues", 0),
        (tables.unfinished, "unfinished", 0),
        (tables.audit, "audit", 0),
    ],
    ids=lambda each: each.name if isinstance(each, Table) else str(each),
)
async def test_sg_06_each_kind_lives_as_long_as_the_table_says(
    store: Store, clock: StoppedClock, table: Table, name: str, left: int
) -> None:
    clock.move_to(BEGIN)
    await store.run(of_everything)
    before = await store.run(counted(table))
    clock.move_to(BEGIN + kept(name) - timedelta(minutes=1))
    await store.run(forget_the_past.run_once)
    if (table.name, name) != ("school_word", "illness"):
        assert await store.run(counted(table)) == before
    else:
        assert await store.run(counted(table)) == 1

    clock.move_to(BEGIN + kept(name))
    await store.run(forget_the_past.run_once)
    assert await store.run(counted(table)) == left


async def test_sg_06_a_mood_goes_before_the_answer_does(store: Store, clock: StoppedClock) -> None:
    clock.move_to(BEGIN)
    await store.run(of_everything)
    clock.move_to(BEGIN + kept("moods") - DAY)
    await store.run(forget_the_past.run_once)
    assert await store.run(lambda tx: tx.scalar(select(tables.check_in.c.face))) == "well"

    clock.move_to(BEGIN + kept("moods"))
    await store.run(forget_the_past.run_once)
    (row,) = await store.run(lambda tx: tx.all(select(tables.check_in.c.face, tables.check_in.c.state)))
    assert (row.face, row.state) == (None, "answered")


async def test_sg_06_of_the_last_sign_of_life_only_its_time_stays(store: Store, clock: StoppedClock) -> None:
    clock.move_to(BEGIN)
    await store.run(of_everything)
    await store.run(lambda tx: heard.note(tx, 1, 1, Sign.ILLNESS))
    clock.move_to(BEGIN + kept("illness") - DAY)
    await store.run(forget_the_past.run_once)
    assert await store.run(lambda tx: heard.last(tx, 1)) == Heard(BEGIN, 1, Sign.ILLNESS)

    clock.move_to(BEGIN + kept("illness"))
    await store.run(forget_the_past.run_once)
    assert await store.run(lambda tx: heard.last(tx, 1)) == Heard(BEGIN, None, None)


async def test_sg_06_letters_and_the_circle_stay_when_all_else_is_over(store: Store, clock: StoppedClock) -> None:
    clock.move_to(BEGIN)
    await store.run(of_everything)
    clock.move_to(BEGIN + 400 * DAY)
    while await store.run(forget_the_past.run_once):
        pass

    def left(tx: Tx) -> set[str]:
        return {each.table.name for each in RULES if each.keeps is None and counted(each.table)(tx)}

    assert await store.run(left) == set()
    assert await store.run(counted(tables.letter)) == 1
    assert await store.run(counted(tables.child)) == 1
    assert await store.run(look) == set()


async def test_sg_06_a_tick_forgets_no_more_than_a_batch(store: Store, clock: StoppedClock) -> None:
    clock.move_to(BEGIN)

    def many(tx: Tx) -> None:
        for number in range(forget_the_past.BATCH + 1):
            values = {"token_hash": str(number).encode(), "kind": "teacher", "single_use": True}
            tx.add(tables.invite, created_at=BEGIN, expires_at=BEGIN, **values)

    await store.run(many)
    clock.move_to(BEGIN + kept("invites"))
    assert await store.run(look) == {"forget_the_past"}
    await store.run(partial(run_due, ticks=EACH_MINUTE))
    assert await store.run(counted(tables.invite)) == 1
    await store.run(partial(run_due, ticks=EACH_MINUTE))
    assert await store.run(counted(tables.invite)) == 0


async def test_sg_06_what_is_over_is_found_by_an_index(store: Store, clock: StoppedClock) -> None:
    def plans(tx: Tx) -> list[str]:
        if tx.is_shared:
            return []
        found = []
        for rule in RULES:
            sql = str(rule.old.compile(dialect=tx.conn.dialect, compile_kwargs={"render_postcompile": True}))
            names = rule.old.compile(dialect=tx.conn.dialect).positiontup or []
            rows = tx.conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", tuple("1" for _ in names)).all()
            found += [f"{rule.table.name}: {row[3]}" for row in rows if row[3].startswith("SCAN")]
        return found

    clock.move_to(BEGIN)
    assert await store.run(plans) == []
