"""Reminds a teacher and a family of a time that they have, the evening before and half an hour before."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.school.meetings import Slot, remind_at, tell_day, tell_near
from bot.queries.circle import circles
from bot.queries.school import meetings
from bot.services.notifications import notify

BATCH = 20


def run_once(tx: Tx) -> int:
    """Remind where it is due; how many times were."""
    due = meetings.due(tx, BATCH)
    return tx.each(due, partial(_turn, tx))


def _turn(tx: Tx, slot: Slot) -> None:
    found = meetings.get(tx, slot.meeting_id)
    circle = circles.get(tx, slot.child_id) if slot.child_id is not None else None
    if found is None or circle is None or not slot.is_taken or slot.at <= tx.now:
        meetings.remind(tx, slot.id, None)
        return
    zone = meetings.zone_of(tx, found.class_id)
    meetings.remind(tx, slot.id, remind_at(slot.at, tx.now, zone))
    notify(tx, tell_near(slot, tx.now))
    if (teacher := meetings.host(tx, found)) is not None:
        notify(tx, tell_day(found, meetings.slots(tx, found.id), slot, teacher, tx.now, zone))
