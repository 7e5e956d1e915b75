"""Tells families the evening before of a holiday, an exam or an event of their school: one class at a time."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.school.calendars import SchoolDay, tell_near
from bot.queries.circle import circles
from bot.queries.school import calendars, enrolments, schools
from bot.services.notifications import notify

BATCH = 2


def run_once(tx: Tx) -> int:
    """The families of the next class of each; how many lines were due."""
    due = calendars.due(tx, BATCH)
    return tx.each(due, partial(_turn, tx))


def _turn(tx: Tx, found: SchoolDay) -> None:
    rooms = [each.id for each in schools.classes_in(tx, found.school_id) if each.id > found.told_class]
    if rooms:
        children = (circles.get(tx, child_id) for child_id in enrolments.children(tx, rooms[0]))
        notify(tx, tell_near(found, [each for each in children if each]))
    calendars.told(tx, found.id, rooms[0] if rooms else found.told_class, last=len(rooms) <= 1)
