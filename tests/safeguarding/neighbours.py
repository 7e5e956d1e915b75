"""Two families in one class, a second school, and everybody who has no business with the first family any more."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from bot.db.tables import (
    class_group,
    class_room,
    inbox,
    meeting,
    member,
    metadata,
    notice,
    outbox,
    pupil,
    roll_call,
    school_day,
    school_talk,
    school_thread,
    staff,
)
from bot.db.transaction import Tx
from bot.delivery.outbox import EXPIRED
from bot.queries.circle import people
from bot.simulator.cast import FANG, IVAN, JUN, LI, MEI, ZHAO
from tests.homeline import Homeline, link_in
from tests.remembering import remembered

GRANDMA = replace(FANG, language_code="en", first_name="Fangcanary")
MOTHER = replace(MEI, first_name="Meicanary")
FATHER = replace(JUN, id=205, language_code="en", first_name="Bo")
CAROL = replace(LI, id=206, language_code="en", first_name="Carol")
OTHER_PARENT = replace(MEI, id=211, first_name="Rosa", username=None)
OTHER_GUARDIAN = replace(FANG, id=212, first_name="Grandpa Tom", language_code="en")
OTHER_TEACHER = replace(ZHAO, id=213, first_name="Amir", last_name=None, username=None)
PENDING = replace(IVAN, id=221, first_name="Pavel", language_code="en")
SUSPENDED = replace(IVAN, id=222, first_name="Frida", language_code="en")
REMOVED = replace(IVAN, id=223, first_name="Rolf", language_code="en")
LEFT = replace(IVAN, id=224, first_name="Lev", language_code="en")
TEACHER_OUT = replace(ZHAO, id=231, first_name="Oskar", last_name=None, username=None)
TEACHER_WAITS = replace(ZHAO, id=232, first_name="Wanda", last_name=None, username=None)

# What only the first family knows; the child's own name is known to the teacher too.
SECRETS = ("Fangcanary", "Meicanary", "lettercanary", "feverish-canary")
CHILD = "Lilycanary"


@remembered
async def neighbours(home: Homeline) -> None:
    """A class with two children; round the first one a letter, an answer, an illness, a call, a promise, a notice."""
    await _first_family(home)
    await home.child(OTHER_PARENT, "Zoe")
    await home.joined(OTHER_GUARDIAN, link_in(home.phone(OTHER_PARENT)), "👴", OTHER_PARENT)
    await home.school()
    await _colleagues(home)
    poster = await home.class_room()
    await home.pupil(poster, MOTHER)
    await home.pupil(poster, OTHER_PARENT)
    await _taken_out(home)
    await home.school(OTHER_TEACHER, "Town school")
    await home.class_room(OTHER_TEACHER, "1A")
    await _something_of_everything(home)
    await home.app.store.run(_hold_places)
    await home.settle()


async def _first_family(home: Homeline) -> None:
    link = await home.child(MOTHER, CHILD)
    await home.joined(GRANDMA, link, "👵", MOTHER)
    mother = home.phone(MOTHER)
    for person in (SUSPENDED, REMOVED, LEFT, PENDING):
        mother.press("invite_as:1:guardian", mother.last)
        await home.settle()
        if person is PENDING:
            await home.newcomer(person, link_in(mother).rpartition("=")[2])
            home.phone(person).tap("🧑")
        else:
            await home.joined(person, link_in(mother), "🧑", MOTHER)
        await home.settle()


async def _colleagues(home: Homeline) -> None:
    """One who is let in and has a class of the same school for a while, and one who waits."""
    zhao = home.phone(ZHAO)
    for person in (TEACHER_OUT, TEACHER_WAITS):
        zhao.press("teacher_invite:1", zhao.last)
        await home.settle()
        await home.newcomer(person, link_in(zhao).rpartition("=")[2])
        if person is TEACHER_OUT:
            zhao.tap("✅")
            await home.settle()
    zhao.say("🏠")
    await home.settle()


async def _taken_out(home: Homeline) -> None:
    """The first of them has had the class, and a phone full of its buttons."""
    zhao, out = home.phone(ZHAO), home.phone(TEACHER_OUT)
    for phone, data in (
        (zhao, "class_give:1:2"),
        (out, "class:1"),
        (out, "pupil:1:1"),
        (zhao, "class_give:1:1"),
        (zhao, "staff_out_yes:2"),
    ):
        phone.press(data, phone.last)
        await home.settle()
    zhao.say("🏠")
    await home.settle()


async def _something_of_everything(home: Homeline) -> None:
    await home.notice("Bring a coat")
    await home.until(19, 30)
    mother, grandma = home.phone(MOTHER), home.phone(GRANDMA)
    for act in (
        lambda: mother.say("🎤"),
        lambda: mother.say("lettercanary, good night"),
        lambda: grandma.say("🤒"),
        lambda: grandma.tap("🌡"),
        lambda: grandma.say("feverish-canary since noon"),
        lambda: mother.press("call:1", mother.last),
        lambda: mother.press("promise_new:1", mother.last),
    ):
        act()
        await home.settle()


def _hold_places(tx: Tx) -> None:
    for person, values in (
        (SUSPENDED, {"suspended_at": tx.now}),
        (REMOVED, {"remove_at": tx.now + timedelta(hours=23)}),
        (LEFT, {"state": "left"}),
    ):
        found = people.by_telegram(tx, person.id)
        assert found is not None
        tx.change(update(member).where(member.c.person_id == found.id).values(**values))


def of_first_family(tx: Tx) -> dict[str, list[Any]]:
    """Every row that hangs on the first child, by table; and who works at its school, with which classes."""
    kept = {}
    for table in metadata.sorted_tables:
        if "child_id" in table.c:
            kept[table.name] = [tuple(row) for row in tx.all(select(table).where(table.c.child_id == 1))]
        elif "illness_id" in table.c:
            kept[table.name] = [tuple(row) for row in tx.all(select(table).where(table.c.illness_id == 1))]
    kept["staff"] = [
        tuple(row) for row in tx.all(select(staff).where(staff.c.school_id == 1, staff.c.left_at.is_(None)))
    ]
    kept["class_room"] = [tuple(row) for row in tx.all(select(class_room).where(class_room.c.school_id == 1))]
    for table in (meeting, class_group, roll_call, notice, pupil):
        kept[table.name] = [tuple(row) for row in tx.all(select(table).where(table.c.class_id == 1))]
    talks = select(school_talk).join(school_thread).where(school_thread.c.child_id == 1)
    kept["school_talk"] = [tuple(row) for row in tx.all(talks)]
    kept["school_day"] = [tuple(row) for row in tx.all(select(school_day).where(school_day.c.school_id == 1))]
    return kept


def gone_wrong(tx: Tx) -> list[tuple[str, str | None]]:
    """Updates that could not be handled, and messages that Telegram refused."""
    parked = tx.all(select(inbox.c.state, inbox.c.reason).where(inbox.c.state == "parked"))
    # A clock that leaps by days leaves reminders behind.
    discarded = outbox.c.state == "discarded", outbox.c.reason.is_distinct_from(EXPIRED)
    refused = tx.all(select(outbox.c.state, outbox.c.reason).where(*discarded))
    return [(row.state, row.reason) for row in (*parked, *refused)]
