"""`homeline school add`, `list`, `code`, `close`, `remove`; the latter also where a lead's phone is in other hands."""

import json
import re
from collections.abc import Callable
from typing import Any

from bot.clock import Clock
from bot.db import installation, key_marks
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.joining import InviteKind
from bot.domain.names import NAME_LIMIT, clean_name, clean_title
from bot.domain.notifications import Lane, Notification
from bot.domain.school.staffing import Colleague, TeacherEnded
from bot.operations.command_runner import Answer, Command, CommandRunner
from bot.queries import audit
from bot.queries.circle import invites
from bot.queries.school import schools as school_rows
from bot.queries.school import staffing as staffing_rows
from bot.queries.school.schools import School
from bot.services.notifications import notify
from bot.services.operators import school_keeping
from bot.services.school import schools, staffing
from bot.settings import Settings

ADD, LIST, CODE = "school add", "school list", "school code"
CLOSE, REMOVE = "school close", "school remove"
_PLACE = re.compile(r"([0-9]{1,18})-([0-9]{1,18})")


async def school_command(settings: Settings, clock: Clock, command: Command) -> str:
    """Do one of them. Raises ValueError."""
    runner = CommandRunner(settings, clock, ANSWERS)
    try:
        return await runner.do(command)
    finally:
        await runner.close()


async def add_school(store: Store, name: str, for_whom: str = "") -> str:
    """A new school; the single-use link for who leads it. Raises ValueError for a name that would not stay as it is."""
    school, lead = names_in({"name": name, "for": for_whom})
    await store.run(key_marks.leave)
    return await store.run(lambda tx: installation.link(tx, schools.add(tx, school, lead or None)))


def names_in(command: Command) -> tuple[str, str]:
    """The school's name and whom its link is for. Raises ValueError."""
    if not command.get("name", "").strip():
        raise ValueError('A school needs a name, such as: homeline school add "Village school"')
    return as_typed(command["name"], clean_title), as_typed(command.get("for", ""), clean_name)


def as_typed(raw: str, clean: Callable[[str], str]) -> str:
    """A name that families will read exactly as it was given. Raises ValueError with what would be left of it."""
    said, cleaned = " ".join(raw.split()), clean(raw)
    if said != cleaned:
        rule = f"a name has at most {NAME_LIMIT} signs, and no link, telephone number or sign of Homeline's own"
        left = f"would be shown as “{cleaned}”" if cleaned else "cannot be taken"
        raise ValueError(f"This name {left}: {rule}. Give one that can stay as it is.")
    return cleaned


async def _add(store: Store, command: Command) -> str:
    link = await add_school(store, command.get("name", ""), command.get("for", ""))
    if not _wants_json(command):
        return link
    number = await store.run(lambda tx: school_rows.all_of_them(tx)[-1])
    return _as_json({"number": number, "link": link})


def _wants_json(command: Command) -> bool:
    return command.get("json") == "yes"


def _as_json(answer: Any) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=2)


async def _list(store: Store, command: Command) -> str:
    def unit(tx: Tx) -> str:
        if _wants_json(command):
            return _as_json([_entry(tx, number) for number in school_rows.all_of_them(tx)])
        lines = [line for number in school_rows.all_of_them(tx) for line in _lines(tx, number)]
        return "\n".join(lines) or 'There is no school yet: homeline school add "Village school"'

    return await store.run(unit)


def _lines(tx: Tx, number: int) -> list[str]:
    found = school_rows.get(tx, number)
    assert found is not None
    staff, rooms = staffing_rows.everybody(tx, number), school_rows.classes_in(tx, number)
    here = {each.person_id for each in staff if each.is_here}
    alone = sum(each.teacher_id not in here for each in rooms)
    parts = [f"{len(rooms)} classes"] + ([f"{alone} without a teacher"] if alone else [])
    if not staffing_rows.leads(tx, number):
        parts.insert(0, f"nobody leads it: homeline school code {number}")
    return [
        f"{number}  {found.name} ({', '.join(parts)})",
        *(f"   {number}-{each.id}  {each.called}, {_state(each)} {each.since:%Y-%m-%d}" for each in staff),
        *(
            f"   a code for {each.for_whom or 'anybody'} is open"
            for each in invites.open_codes(tx, number, InviteKind.LEAD)
        ),
    ]


def _entry(tx: Tx, number: int) -> dict[str, Any]:
    """The same for programs."""
    found, staff = school_rows.get(tx, number), staffing_rows.everybody(tx, number)
    assert found is not None
    rooms, here = school_rows.classes_in(tx, number), {each.person_id for each in staff if each.is_here}
    people = [
        {
            "number": f"{number}-{each.id}",
            "name": each.called,
            "part": "waits" if each.waits else "leads" if each.lead else "teaches",
            "since": f"{each.since:%Y-%m-%d}",
        }
        for each in staff
    ]
    return {
        "number": number,
        "name": found.name,
        "classes": len(rooms),
        "without_teacher": sum(each.teacher_id not in here for each in rooms),
        "children": school_rows.joined(tx, number),
        "staff": people,
        "open_lead_codes": [each.for_whom or "" for each in invites.open_codes(tx, number, InviteKind.LEAD)],
    }


def _state(each: Colleague) -> str:
    if each.waits:
        return "waits for the lead's yes since"
    return "leads since" if each.lead else "teaches since"


async def _code(store: Store, command: Command) -> str:
    for_whom = as_typed(command.get("for", ""), clean_name) or None
    make = schools.teacher_code if command.get("teacher") == "yes" else schools.lead_code

    def unit(tx: Tx) -> str:
        found = _school(tx, command.get("number", ""))
        audit.note(tx, AuditEvent.TEACHER_INVITED, None, entity="school", entity_id=found.id)
        link = installation.link(tx, make(tx, found.id, for_whom))
        return _as_json({"number": found.id, "link": link}) if _wants_json(command) else link

    return await store.run(unit)


async def _close(store: Store, command: Command) -> str:
    def unit(tx: Tx) -> str:
        found = _school(tx, command.get("number", ""))
        if not school_rows.is_open(tx, found.id):
            raise ValueError(f"{found.name} is closed already.")
        rooms, children = len(school_rows.classes_in(tx, found.id)), school_rows.joined(tx, found.id)
        if command.get("sure") != "yes":
            raise ValueError(
                f"{found.name} has {rooms} classes and {children} children. Closing ends the classes, takes out "
                "everybody who works there, and families read so. It cannot be undone. If that is meant, add --yes."
            )
        school_keeping.close(tx, found.id, None)
        if _wants_json(command):
            return _as_json({"number": found.id, "classes": rooms, "children": children})
        return f"{found.name} is closed; its families and those who worked there read so."

    return await store.run(unit)


async def _remove(store: Store, command: Command) -> str:
    match = _PLACE.fullmatch(command.get("number", ""))

    def unit(tx: Tx) -> str:
        found = staffing_rows.get(tx, int(match[2])) if match else None
        if match is None or found is None or found.school_id != int(match[1]):
            raise ValueError("Nobody at a school has this number. homeline school list shows them, such as 1-3.")
        staffing_rows.lock(tx, found.school_id)
        name = _school(tx, match[1]).name
        if not staffing.end(tx, found, None, AuditEvent.TEACHER_OUT):
            raise ValueError(f"{found.called} is not at {name} any more.")
        notify(tx, [Notification(found.person_id, TeacherEnded(name), Lane.REPLY)])
        return f"{found.called} is out of {name}; their phone shows nothing of it. Classes are with whoever leads it."

    return await store.run(unit)


def _school(tx: Tx, number: str) -> School:
    found = school_rows.get(tx, int(number)) if number.isdecimal() else None
    if found is None:
        raise ValueError("There is no school of this number. homeline school list shows them.")
    return found


ANSWERS: dict[str, Answer] = {ADD: _add, LIST: _list, CODE: _code, CLOSE: _close, REMOVE: _remove}
