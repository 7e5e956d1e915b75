"""What goes when somebody or a child is erased, as rows."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.tables import (
    child,
    class_room,
    class_teacher,
    enrolment,
    illness_event,
    inbox,
    person,
    school_talk,
    school_thread,
    school_word,
    staff,
)
from bot.db.tables import outbox as rows
from bot.db.transaction import Tx
from bot.domain.people import Person
from bot.domain.privacy.erasing import CAN_BE_DELETED
from bot.queries.circle import circles, people
from bot.queries.privacy import tombstones

# A message that says less than nothing by now: more than these are left to who holds the phone.
MOST_DELETED = 100

DUE = select(child.c.id).where(child.c.erase_at <= NOW).order_by(child.c.erase_at).limit(LIMIT)


def due(tx: Tx, limit: int) -> list[int]:
    """Children whose last adult has gone, and whose time is over."""
    return [row[0] for row in tx.all(DUE, {"now": tx.now, "limit": limit})]


def erase_later(tx: Tx, child_id: int, at: datetime) -> None:
    """Nobody is left who could use what is kept about a child."""
    circles.change_child(tx, child_id, erase_at=at)


def of_school(tx: Tx, child_id: int) -> list[int]:
    """Who has read of a child at its school: its teachers, who leads it, and whoever has said anything of it."""
    classes = select(enrolment.c.class_id).where(enrolment.c.child_id == child_id)
    schools = select(class_room.c.school_id).where(class_room.c.id.in_(classes))
    threads = select(school_thread.c.id).where(school_thread.c.child_id == child_id)
    said = school_talk.c.thread_id.in_(threads), school_talk.c.from_school
    found = (
        select(class_room.c.teacher_id).where(class_room.c.id.in_(classes)),
        select(class_teacher.c.person_id).where(class_teacher.c.class_id.in_(classes)),
        select(staff.c.person_id).where(staff.c.school_id.in_(schools), staff.c.lead),
        select(school_word.c.author_id).where(school_word.c.child_id == child_id),
        select(school_talk.c.author_id).where(*said),
    )
    return sorted({row[0] for each in found for row in tx.all(each)} - {None})


def recent_messages(tx: Tx, person_id: int) -> list[int]:
    """Our messages on a phone that Telegram still lets us take away, the newest first."""
    recent = rows.c.person_id == person_id, rows.c.done_at > tx.now - CAN_BE_DELETED, rows.c.message_id.is_not(None)
    newest = select(rows.c.message_id).where(*recent).distinct().order_by(rows.c.message_id.desc())
    return [row[0] for row in tx.all(newest.limit(MOST_DELETED))]


def forget_handled(tx: Tx, concerned: Collection[Person]) -> None:
    """What has passed to and from these people; what still waits for them is not touched."""
    numbers, chats = [each.id for each in concerned], [each.telegram_id for each in concerned]
    tx.change(delete(rows).where(rows.c.person_id.in_(numbers), rows.c.done_at.is_not(None)))
    tx.change(update(inbox).where(inbox.c.chat.in_(chats), inbox.c.done_at.is_not(None)).values(payload=None))


def forget_spoken(tx: Tx, person_id: int) -> None:
    """What this person has said in an illness."""
    spoken = illness_event.c.person_id == person_id, illness_event.c.data.is_not(None)
    tx.change(delete(illness_event).where(*spoken))


def empty(tx: Tx, me: Person) -> None:
    """Nothing of a person stays but their number and their language."""
    people.make_empty(tx, me)
    tombstones.bury(tx, person, me.id)


def erase_child(tx: Tx, child_id: int) -> None:
    """Everything that hangs on a child."""
    tx.change(delete(child).where(child.c.id == child_id))
    tombstones.bury(tx, child, child_id)
