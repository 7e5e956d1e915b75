"""What only whoever teaches a class or leads a school may read now: asked when it is said, and when somebody goes."""

from typing import Any

from sqlalchemy import Select, Table, bindparam, select

from bot.db.tables import class_room, enrolment, meeting, notice, roll_call, school_talk, school_thread, school_word
from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.school.staffing import FOR_LEADS, FOR_TEACHERS
from bot.queries.school import schools


def _class_of(table: Table) -> Select[Any]:
    return select(table.c.class_id).where(table.c.id == bindparam("key"))


_NAMED = {
    "class_id": select(class_room.c.id).where(class_room.c.id == bindparam("key")),
    "word_id": _class_of(school_word),
    "notice_id": _class_of(notice),
    "talk_id": select(school_thread.c.class_id)
    .join(school_talk, school_talk.c.thread_id == school_thread.c.id)
    .where(school_talk.c.id == bindparam("key")),
    "roll_id": _class_of(roll_call),
    "enrolment_id": _class_of(enrolment),
    "meeting_id": _class_of(meeting),
}


def is_closed(tx: Tx, person_id: int, about: dict[str, Any]) -> bool:
    """Whether a notification, as the outbox keeps it, is of a class or a school that this person has no part in now."""
    if about["kind"] in FOR_LEADS:
        return not _leads(tx, person_id, _school_of(tx, about))
    return about["kind"] in FOR_TEACHERS and not _teaches(tx, person_id, about)


def _teaches(tx: Tx, person_id: int, about: dict[str, Any]) -> bool:
    name = next(each for each in _NAMED if each in about)
    number = tx.scalar(_NAMED[name], {"key": about[name]})
    room = schools.class_room_of(tx, number) if number is not None else None
    here = schools.works_at(tx, person_id, room.school_id) if room else None
    if room is None or here is None:
        return False
    return room.teacher_id == person_id or here.lead or person_id in schools.seconds(tx, room.id)


def _leads(tx: Tx, person_id: int, school_id: int | None) -> bool:
    return school_id is not None and schools.workplace(tx, school_id, person_id, Action.SEE_STAFF) is not None


def _school_of(tx: Tx, about: dict[str, Any]) -> int | None:
    if "school_id" in about:
        return int(about["school_id"])
    room = schools.class_room_of(tx, about["class_id"])
    return room.school_id if room else None
