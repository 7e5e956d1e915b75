"""Meetings of a teacher with families as rows: offers, and their times."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, or_, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import meeting, meeting_slot
from bot.db.transaction import Tx
from bot.domain.local_time import DAY
from bot.domain.school.meetings import Meeting, Slot
from bot.queries.circle import people
from bot.queries.school import schools

DUE = select(meeting_slot).where(meeting_slot.c.next_at <= NOW).order_by(meeting_slot.c.next_at).limit(LIMIT)
_GET = select(meeting).where(meeting.c.id == bindparam("key"))
_SLOT = select(meeting_slot).where(meeting_slot.c.id == bindparam("key"))
_AHEAD = select(meeting_slot.c.id).where(meeting_slot.c.meeting_id == meeting.c.id, meeting_slot.c.at > NOW)
_COMING = (
    select(meeting)
    .where(meeting.c.class_id == bindparam("class_id"), meeting.c.cancelled_at.is_(None), _AHEAD.exists())
    .order_by(meeting.c.id)
)
_FREE = {"child_id": None, "person_id": None, "taken_at": None, "next_at": None}


def zone_of(tx: Tx, class_id: int) -> str:
    """The school's clock, whoever teaches the class."""
    room = schools.class_room_of(tx, class_id)
    assert room is not None
    return schools.clock(tx, class_id, people.get(tx, room.teacher_id))


def host(tx: Tx, found: Meeting) -> int | None:
    """Whom the families meet: who has offered it while they teach the class, else whose it is; none once it is over."""
    return schools.answered(tx, found.class_id, found.offered_by or 0)


def offer(
    tx: Tx, class_id: int, by: int, times: Sequence[datetime], *, remote: bool, minutes: int, open_at: datetime
) -> Meeting:
    """A new offer with its times."""
    row = {"class_id": class_id, "offered_by": by, "remote": remote, "minutes": minutes}
    number = tx.add(meeting, **row, offered_at=tx.now, open_at=open_at)
    for each in times:
        tx.add(meeting_slot, meeting_id=number, at=each)
    return Meeting(number, class_id, remote, minutes, tx.now, open_at, None, by)


def offered_today(tx: Tx, class_id: int) -> int:
    """How often times were offered to a class in the last 24 hours."""
    lately = meeting.c.class_id == class_id, meeting.c.offered_at > tx.now - DAY
    return int(tx.scalar(select(func.count()).select_from(meeting).where(*lately)))


def get(tx: Tx, meeting_id: int) -> Meeting | None:
    """One offer."""
    row = tx.first(_GET, {"key": meeting_id})
    return _meeting(row) if row else None


def lock(tx: Tx, meeting_id: int) -> Meeting | None:
    """One offer, held until this transaction ends: of two families who tap at once one is first."""
    tx.change(update(meeting).where(meeting.c.id == meeting_id).values(minutes=meeting.c.minutes))
    return get(tx, meeting_id)


def coming(tx: Tx, class_id: int) -> list[Meeting]:
    """What is offered to a class and not over."""
    return [_meeting(row) for row in tx.all(_COMING, {"class_id": class_id, "now": tx.now})]


def slots(tx: Tx, meeting_id: int) -> list[Slot]:
    """The times of an offer, one after the other."""
    rows = tx.all(select(meeting_slot).where(meeting_slot.c.meeting_id == meeting_id).order_by(meeting_slot.c.at))
    return [_slot(row) for row in rows]


def slot(tx: Tx, slot_id: int) -> Slot | None:
    """One time."""
    row = tx.first(_SLOT, {"key": slot_id})
    return _slot(row) if row else None


def busy(tx: Tx, teacher: int, class_id: int) -> list[Slot]:
    """Every time still to come that a teacher has offered, and all of a class: nobody is to be at two talks at once."""
    once = or_(meeting.c.offered_by == teacher, meeting.c.class_id == class_id)
    theirs = select(meeting.c.id).where(once, meeting.c.cancelled_at.is_(None))
    ahead = meeting_slot.c.meeting_id.in_(theirs), meeting_slot.c.at > tx.now - DAY
    return [_slot(row) for row in tx.all(select(meeting_slot).where(*ahead))]


def take(tx: Tx, slot_id: int, child_id: int, person_id: int, next_at: datetime | None) -> bool:
    """Theirs from now on; false when somebody has it, or it has begun."""
    free = meeting_slot.c.id == slot_id, meeting_slot.c.person_id.is_(None), meeting_slot.c.at > tx.now
    taken = {"child_id": child_id, "person_id": person_id, "taken_at": tx.now, "next_at": next_at}
    return tx.change(update(meeting_slot).where(*free).values(**taken)) == 1


def free(tx: Tx, slot_id: int, person_id: int) -> bool:
    """Given back before it begins; false when it is not theirs."""
    theirs = meeting_slot.c.id == slot_id, meeting_slot.c.person_id == person_id, meeting_slot.c.at > tx.now
    return tx.change(update(meeting_slot).where(*theirs).values(**_FREE)) == 1


def free_all(tx: Tx, these: Iterable[Slot]) -> None:
    """Of whom nobody comes any more."""
    tx.change(update(meeting_slot).where(meeting_slot.c.id.in_([each.id for each in these])).values(**_FREE))


def of_child(tx: Tx, child_id: int, person_id: int | None = None) -> list[Slot]:
    """The times still to come that a child's family has, or one adult of it."""
    theirs = [meeting_slot.c.child_id == child_id, meeting_slot.c.at > tx.now]
    if person_id is not None:
        theirs.append(meeting_slot.c.person_id == person_id)
    return [_slot(row) for row in tx.all(select(meeting_slot).where(*theirs).order_by(meeting_slot.c.at))]


def remind(tx: Tx, slot_id: int, next_at: datetime | None) -> None:
    """When it is looked at again."""
    tx.change(update(meeting_slot).where(meeting_slot.c.id == slot_id).values(next_at=next_at))


def offered_by(tx: Tx, person_id: int) -> list[Meeting]:
    """What somebody has offered and is not over, in whichever class."""
    ahead = select(meeting_slot.c.id).where(meeting_slot.c.meeting_id == meeting.c.id, meeting_slot.c.at > tx.now)
    theirs = meeting.c.offered_by == person_id, meeting.c.cancelled_at.is_(None), ahead.exists()
    return [_meeting(row) for row in tx.all(select(meeting).where(*theirs).order_by(meeting.c.id))]


def pass_on(tx: Tx, meeting_id: int, to: int) -> None:
    """Somebody else meets the families from now on."""
    tx.change(update(meeting).where(meeting.c.id == meeting_id).values(offered_by=to))


def call_off(tx: Tx, meeting_id: int) -> bool:
    """None of its times takes place; false when that was so already."""
    still = meeting.c.id == meeting_id, meeting.c.cancelled_at.is_(None)
    if not tx.change(update(meeting).where(*still).values(cancelled_at=tx.now)):
        return False
    tx.change(update(meeting_slot).where(meeting_slot.c.meeting_id == meeting_id).values(next_at=None))
    return True


def due(tx: Tx, limit: int) -> list[Slot]:
    """Times of which somebody is to be reminded."""
    return [_slot(row) for row in due_rows(tx, DUE, meeting_slot, limit=limit)]


def _meeting(row: Row[Any]) -> Meeting:
    times = row.offered_at, row.open_at, row.cancelled_at
    return Meeting(row.id, row.class_id, row.remote, row.minutes, *times, row.offered_by)


def _slot(row: Row[Any]) -> Slot:
    return Slot(row.id, row.meeting_id, row.at, row.child_id, row.person_id, row.taken_at)
