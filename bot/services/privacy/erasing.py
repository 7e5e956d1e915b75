"""Erasing people and children for good, with a tombstone each, so that no backup brings them back."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.tables import child, class_room, enrolment, illness_event, inbox, person
from bot.db.tables import outbox as rows
from bot.db.transaction import Tx
from bot.delivery import inbox as inboxes
from bot.delivery import outbox
from bot.domain.audit import AuditEvent
from bot.domain.notifications import Lane, Notification, dump
from bot.domain.people import Person
from bot.domain.privacy.erasing import CAN_BE_DELETED, ChildErased, MessageErased
from bot.queries import audit
from bot.queries.circle import circles, people
from bot.queries.privacy import personal_columns, tombstones
from bot.services.notifications import forget_circle, notify

# A message that says less than nothing by now: more than these are left to who holds the phone.
MOST_DELETED = 100

DUE = select(child.c.id).where(child.c.erase_at <= NOW).order_by(child.c.erase_at).limit(LIMIT)


def due(tx: Tx, limit: int) -> list[int]:
    """Children whose last adult has gone, and whose time is over."""
    return [row[0] for row in tx.all(DUE, {"now": tx.now, "limit": limit})]


def erase_later(tx: Tx, child_id: int, at: datetime) -> None:
    """Nobody is left who could use what is kept about a child."""
    circles.change_child(tx, child_id, erase_at=at)


def erase_person(tx: Tx, me: Person) -> None:
    """All that is this person's own goes now; an empty row keeps its number, for the goodbye is still to be sent."""
    sent = _recent_messages(tx, me.id)
    _forget_handled(tx, [me])
    inboxes.take_out(tx, me.telegram_id)  # the press that asks for it
    spoken = illness_event.c.teller == me.id, illness_event.c.data.is_not(None)
    tx.change(delete(illness_event).where(*spoken))
    personal_columns.clear(tx, me.id)
    people.make_empty(tx, me)
    tombstones.bury(tx, person, me.id)
    for message_id in sent:
        payload = {"about": [dump(MessageErased())], "edit": message_id}
        outbox.put(tx, payload, chat=me.telegram_id, person_id=me.id, lane=Lane.BULK)


def erase_child(tx: Tx, child_id: int) -> None:
    """Everything about a child goes, with what was said of them on the way; the adults of the circle are told."""
    circle = circles.get(tx, child_id)
    if circle is None:
        return
    adults = people.get_many(tx, [*(each.person_id for each in circle.members), *_teachers(tx, child_id)])
    for each in adults.values():
        forget_circle(tx, each.id, child_id)
    _forget_handled(tx, adults.values())
    tx.change(delete(child).where(child.c.id == child_id))
    tombstones.bury(tx, child, child_id)
    audit.note(tx, AuditEvent.ERASED, None, child_id=child_id)
    notify(tx, [Notification(each.person_id, ChildErased(), Lane.NOTICE) for each in circle.active])


def _teachers(tx: Tx, child_id: int) -> list[int]:
    classes = select(enrolment.c.class_id).where(enrolment.c.child_id == child_id)
    return [row[0] for row in tx.all(select(class_room.c.teacher_id).where(class_room.c.id.in_(classes)).distinct())]


def _recent_messages(tx: Tx, person_id: int) -> list[int]:
    """Our messages on a phone that Telegram still lets us take away, the newest first."""
    recent = rows.c.person_id == person_id, rows.c.done_at > tx.now - CAN_BE_DELETED, rows.c.message_id.is_not(None)
    newest = select(rows.c.message_id).where(*recent).distinct().order_by(rows.c.message_id.desc())
    return [row[0] for row in tx.all(newest.limit(MOST_DELETED))]


def _forget_handled(tx: Tx, concerned: Collection[Person]) -> None:
    """What has passed to and from these people; what still waits for them is not touched."""
    numbers, chats = [each.id for each in concerned], [each.telegram_id for each in concerned]
    tx.change(delete(rows).where(rows.c.person_id.in_(numbers), rows.c.done_at.is_not(None)))
    tx.change(update(inbox).where(inbox.c.chat.in_(chats), inbox.c.done_at.is_not(None)).values(payload=None))
