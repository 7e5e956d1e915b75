"""Erasing people and children for good, with a tombstone each, so that no backup brings them back."""

from bot.db.transaction import Tx
from bot.delivery import inbox as inboxes
from bot.delivery import outbox
from bot.delivery.payloads import Payload
from bot.domain.audit import AuditEvent
from bot.domain.notifications import Lane, Notification, dump
from bot.domain.people import Person
from bot.domain.privacy.erasing import ChildErased, MessageErased
from bot.queries import audit
from bot.queries.circle import circles, people
from bot.queries.privacy import erasing, personal_columns
from bot.queries.school import unsent_talks, worries
from bot.services.notifications import forget_circle, notify
from bot.services.school import meetings


def erase_person(tx: Tx, me: Person) -> None:
    """All that is this person's own goes now; an empty row keeps its number, for the goodbye is still to be sent."""
    sent = erasing.recent_messages(tx, me.id)
    erasing.forget_handled(tx, [me])
    inboxes.take_out(tx, me.telegram_id)  # the press that asks for it
    erasing.forget_spoken(tx, me.id)
    personal_columns.clear(tx, me.id)
    erasing.empty(tx, me)
    for message_id in sent:
        payload: Payload = {"events": [dump(MessageErased())], "edit": message_id}
        outbox.put(tx, payload, chat=me.telegram_id, person_id=me.id, lane=Lane.BULK)


def erase_child(tx: Tx, child_id: int) -> None:
    """Everything about a child goes, with what was said of them on the way; the adults of the circle are told."""
    circle = circles.get(tx, child_id)
    if circle is None:
        return
    adults = people.get_many(tx, [*(each.person_id for each in circle.members), *erasing.of_school(tx, child_id)])
    for each in adults.values():
        forget_circle(tx, each.id, child_id)
    erasing.forget_handled(tx, adults.values())
    meetings.without(tx, child_id)
    worries.forget_child(tx, child_id)
    unsent_talks.forget_child(tx, child_id, [each.person_id for each in circle.members])
    erasing.erase_child(tx, child_id)
    audit.note(tx, AuditEvent.ERASED, None, child_id=child_id)
    notify(tx, [Notification(each.person_id, ChildErased(), Lane.NOTICE) for each in (*circle.active, *circle.near)])
