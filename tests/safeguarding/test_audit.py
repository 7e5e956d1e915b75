"""SG-09: what happens to a circle or a school is written down, cannot be changed, and quotes nobody."""

import re
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.db.tables import audit as lines
from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.queries import audit
from bot.queries.circle import circles
from tests.homeline import MEI, ZHAO, Homeline
from tests.households import GRANDMA, english_family, read, second_parent, tap

CODE = Path(__file__).parents[2]


def audit_events(tx: Tx) -> list[str]:
    return [row.action for row in tx.all(select(lines).where(lines.c.child_id == 1).order_by(lines.c.id))]


def everything(tx: Tx) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in tx.all(select(lines).order_by(lines.c.id))]


def who(tx: Tx) -> list[tuple[str, int | None]]:
    """Deeds with the person who did them, the oldest first."""
    circle = circles.get(tx, 1)
    assert circle is not None
    return [(each.event.value, each.by) for each in reversed(audit.of_circle(tx, circle, 99))]


async def test_sg_09_who_added_invited_joined_refused_and_left_is_written_down(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await second_parent(home)
    await tap(home, fang, "🏠", "⚙️", "👋", "✅")
    await tap(home, mei, "🏠", "⚙️", "🔗", "A stand-in")

    assert await read(home, who) == [
        (AuditEvent.CHILD_ADDED, 1),
        (AuditEvent.ASKED_TO_JOIN, 2),
        (AuditEvent.JOINED, 1),
        (AuditEvent.INVITED, 1),
        (AuditEvent.ASKED_TO_JOIN, 3),
        (AuditEvent.JOINED, 1),
        (AuditEvent.LEFT, 2),
        (AuditEvent.INVITED, 1),
    ]


async def test_sg_09_the_lines_hold_no_name_no_number_of_telegram_and_no_word_that_was_said(home: Homeline) -> None:
    mei, _ = await english_family(home)
    await tap(home, mei, "🏠")
    kept = repr(await read(home, everything))
    assert AuditEvent.CHILD_ADDED.value in kept
    for secret in (MEI.first_name, GRANDMA.first_name, "Lily", str(MEI.id), str(GRANDMA.id)):
        assert secret not in re.sub(r"b'[^']*'|b\"[^\"]*\"|datetime\([^)]*\)", "", kept)


async def test_sg_09_schools_teachers_and_classes_are_written_down(home: Homeline) -> None:
    await english_family(home)
    await home.school()
    poster = await home.class_room()
    await home.pupil(poster)
    assert (await read(home, audit_events))[-2:] == [AuditEvent.CONSENTED, AuditEvent.CLASS_JOINED]
    at_school = [row[2] for row in await read(home, everything) if row[3] in {"school", "class"}]
    assert at_school == [
        AuditEvent.SCHOOL_ADDED,
        AuditEvent.TEACHER_JOINED,
        AuditEvent.CLASS_OPENED,
        AuditEvent.CONSENTED,
        AuditEvent.CLASS_JOINED,
    ]
    assert home.phone(ZHAO).texts


def test_sg_09_nothing_in_the_code_changes_or_deletes_a_line() -> None:
    changes = re.compile(r"(update|delete)\(\s*(tables\.)?audit\b")
    files = [path for folder in ("bot", "handlers") for path in (CODE / folder).rglob("*.py")]
    assert [path.name for path in files if changes.search(path.read_text(encoding="utf-8"))] == []
