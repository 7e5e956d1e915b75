"""The calendar of a school as rows."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import class_room, enrolment, school_day
from bot.db.transaction import Tx
from bot.domain.local_time import DAY
from bot.domain.people import Person
from bot.domain.school.calendars import Day, DayKind, SchoolDay
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.schools import clock_of
from bot.queries.school import schools

DUE = select(school_day).where(school_day.c.next_at <= NOW).order_by(school_day.c.next_at).limit(LIMIT)

_SCHOOLS = select(class_room.c.school_id).where(
    class_room.c.id.in_(
        select(enrolment.c.class_id).where(
            enrolment.c.child_id == bindparam("child"), enrolment.c.state == EnrolmentState.ACTIVE
        )
    ),
    class_room.c.ends_at > NOW,
)
_OF_CHILD = (
    select(school_day)
    .where(
        school_day.c.school_id.in_(_SCHOOLS),
        school_day.c.until >= bindparam("begin"),
        school_day.c.first <= bindparam("end"),
    )
    .order_by(school_day.c.first, school_day.c.id)
)


def zone_of(tx: Tx, school_id: int, me: Person) -> str:
    """The school's clock."""
    school = schools.get(tx, school_id)
    return clock_of(school.zone if school else None, me.zone if me.country else None, me.language)


def add(tx: Tx, school_id: int, days: Iterable[tuple[Day, datetime | None]]) -> int:
    """These lines, all of one tap, each with when families read of it; the number of the last."""
    number = 0
    for day, next_at in days:
        row = {"first": day.first.isoformat(), "until": day.until.isoformat(), "kind": day.kind, "name": day.name}
        number = tx.add(school_day, school_id=school_id, **row, told_class=0, next_at=next_at, added_at=tx.now)
    return number


def get(tx: Tx, day_id: int) -> SchoolDay | None:
    """One line."""
    row = tx.first(select(school_day).where(school_day.c.id == day_id))
    return _day(row) if row else None


def coming(tx: Tx, school_id: int, today: date) -> list[SchoolDay]:
    """What is not over, the nearest first."""
    here = school_day.c.school_id == school_id, school_day.c.until >= today.isoformat()
    order = school_day.c.first, school_day.c.id
    return [_day(row) for row in tx.all(select(school_day).where(*here).order_by(*order))]


def added_with(tx: Tx, found: SchoolDay) -> list[SchoolDay]:
    """The lines that the same tap has added."""
    same = school_day.c.school_id == found.school_id, school_day.c.added_at == found.added_at
    return [_day(row) for row in tx.all(select(school_day).where(*same))]


def called_so(tx: Tx, found: SchoolDay) -> list[SchoolDay]:
    """This line and all of its name that come after it."""
    return [each for each in coming(tx, found.school_id, found.day.first) if each.day.name == found.day.name]


def remove(tx: Tx, days: Iterable[SchoolDay]) -> None:
    """As if they had never been there."""
    tx.change(delete(school_day).where(school_day.c.id.in_([each.id for each in days])))


def set_kind(tx: Tx, day_id: int, kind: DayKind) -> None:
    """It is something else than its words said."""
    tx.change(update(school_day).where(school_day.c.id == day_id).values(kind=kind))


def told(tx: Tx, day_id: int, class_id: int, *, last: bool) -> None:
    """The families up to this class have read of it; after the last it is not looked at again."""
    values = {"told_class": class_id, **({"next_at": None} if last else {})}
    tx.change(update(school_day).where(school_day.c.id == day_id).values(**values))


def of_child(tx: Tx, child_id: int, first: date, until: date) -> list[Day]:
    """What the schools of a child have in these days, the nearest first."""
    when = {"now": tx.now, "begin": first.isoformat(), "end": until.isoformat()}
    return [_day(row).day for row in tx.all(_OF_CHILD, {"child": child_id, **when})]


def free_days(tx: Tx, child_id: int, first: date, until: date) -> frozenset[date]:
    """The days on which a child has no school because it is a holiday."""
    return _days(of_child(tx, child_id, first, until))


def holidays(tx: Tx, school_id: int, today: date) -> frozenset[date]:
    """The days without lessons that a school has before it."""
    return _days(each.day for each in coming(tx, school_id, today))


def _days(found: Iterable[Day]) -> frozenset[date]:
    spans = [each for each in found if each.kind == DayKind.HOLIDAY]
    return frozenset(each.first + ahead * DAY for each in spans for ahead in range((each.until - each.first).days + 1))


def due(tx: Tx, limit: int) -> list[SchoolDay]:
    """Lines of which families are to read."""
    return [_day(row) for row in due_rows(tx, DUE, school_day, limit=limit)]


def _day(row: Row[Any]) -> SchoolDay:
    day = Day(date.fromisoformat(row.first), date.fromisoformat(row.until), DayKind(row.kind), row.name)
    return SchoolDay(row.id, row.school_id, day, row.added_at, row.told_class)
