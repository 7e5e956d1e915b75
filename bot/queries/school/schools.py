"""Schools, their staff, and classes."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, or_, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import class_room, class_teacher, enrolment, school, staff
from bot.db.transaction import Tx
from bot.domain.circle.roles import Action, Standing, may
from bot.domain.people import Person
from bot.domain.school.class_years import BACK_WITHIN, offered_at
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.schools import clock_of
from bot.queries.circle import invites
from bot.records import record

_STAFFED = (
    select(school.c.id, school.c.name, school.c.time_zone, staff.c.lead)
    .join(staff, staff.c.school_id == school.c.id)
    .where(staff.c.person_id == bindparam("person"), staff.c.left_at.is_(None))
)
_SCHOOLS_OF = _STAFFED.order_by(school.c.id)
_WORKS_AT = _STAFFED.where(school.c.id == bindparam("school"))
_SCHOOL = select(school).where(school.c.id == bindparam("school"))
_CALLED = select(staff.c.called).where(
    staff.c.school_id == bindparam("school"), staff.c.person_id == bindparam("person")
)
_CLASS = select(class_room).where(class_room.c.id == bindparam("class_id"))
_HELPED = select(class_teacher.c.class_id).where(class_teacher.c.person_id == bindparam("person"))
_CLASSES_OF = (
    select(class_room)
    .where(
        or_(class_room.c.teacher_id == bindparam("person"), class_room.c.id.in_(_HELPED)), class_room.c.ends_at > NOW
    )
    .order_by(class_room.c.id)
)
_SECONDS = (
    select(class_teacher.c.person_id)
    .where(class_teacher.c.class_id == bindparam("class_id"))
    .order_by(class_teacher.c.since)
)


@record(frozen=True, slots=True)
class School:
    """A school, and whether the person asked about leads it."""

    id: int
    name: str
    lead: bool = False
    zone: str | None = None
    country: str | None = None
    number: str | None = None  # of its office

    def may(self, action: Action) -> bool:
        """Whether the person asked about may do this in the school; a lead teaches there too."""
        return may(Standing.TEACHER, action) or (self.lead and may(Standing.LEAD, action))


@record(frozen=True, slots=True)
class ClassRoom:
    """A class of one teacher."""

    id: int
    school_id: int
    teacher_id: int
    name: str
    ends_at: datetime
    given_by: int | None = None  # who had it before
    back_at: datetime | None = None  # when they have it again


def of_person(tx: Tx, person_id: int) -> list[School]:
    """The schools where this person works now."""
    rows = tx.all(_SCHOOLS_OF, {"person": person_id})
    return [School(row.id, row.name, row.lead, row.time_zone) for row in rows]


def works_at(tx: Tx, person_id: int, school_id: int) -> School | None:
    """The school, when this person works there now."""
    return tx.once(("works at", person_id, school_id), lambda: _works_at(tx, person_id, school_id))


def _works_at(tx: Tx, person_id: int, school_id: int) -> School | None:
    row = tx.first(_WORKS_AT, {"person": person_id, "school": school_id})
    return School(row.id, row.name, row.lead, row.time_zone) if row else None


def workplace(tx: Tx, school_id: int, person_id: int, action: Action) -> School | None:
    """The school; none for whom the table of roles does not allow `action` there now."""
    found = works_at(tx, person_id, school_id)
    return found if found and found.may(action) else None


def get(tx: Tx, school_id: int) -> School | None:
    """One school, whoever asks."""
    row = tx.first(_SCHOOL, {"school": school_id})
    return School(row.id, row.name, zone=row.time_zone, country=row.country, number=row.number) if row else None


def all_of_them(tx: Tx) -> list[int]:
    """Every school of this installation that is not closed, in the order in which they were added."""
    return [row.id for row in tx.all(select(school.c.id).where(school.c.closed_at.is_(None)).order_by(school.c.id))]


def is_open(tx: Tx, school_id: int) -> bool:
    """Whether there is such a school, and it is not closed."""
    return tx.scalar(select(school.c.id).where(school.c.id == school_id, school.c.closed_at.is_(None))) is not None


def rename(tx: Tx, school_id: int, name: str) -> None:
    """Everybody reads this name from now on."""
    tx.change(update(school).where(school.c.id == school_id).values(name=name))


def keep_number(tx: Tx, school_id: int, number: str | None) -> None:
    """From now on families read this number of its office, or none."""
    tx.change(update(school).where(school.c.id == school_id).values(number=number))


def close(tx: Tx, school_id: int) -> None:
    """It is no longer here, and none of its classes is; what was said stays as long as ever."""
    tx.change(update(school).where(school.c.id == school_id).values(closed_at=tx.now, number=None))
    here = class_room.c.school_id == school_id, class_room.c.ends_at > tx.now
    tx.change(update(class_room).where(*here).values(ends_at=tx.now, next_at=tx.now + BACK_WITHIN))


def joined(tx: Tx, school_id: int) -> int:
    """How many children are in the classes of a school, each with a household."""
    here = class_room.c.school_id == school_id, class_room.c.ends_at > tx.now
    known = class_room.c.id == enrolment.c.class_id, enrolment.c.state == EnrolmentState.ACTIVE
    return int(tx.scalar(select(func.count(enrolment.c.child_id.distinct())).where(*here, *known)))


def begin(tx: Tx, name: str) -> int:
    """A new school; its number."""
    return tx.add(school, name=name, created_at=tx.now)


def employ(tx: Tx, school_id: int, person_id: int, called: str, *, lead: bool) -> None:
    """Let a person teach in a school; who comes back after leaving takes their place again."""
    row = {"school_id": school_id, "person_id": person_id, "lead": lead, "called": called, "joined_at": tx.now}
    if not tx.add_once(staff, row):
        same = staff.c.school_id == school_id, staff.c.person_id == person_id
        values: dict[str, Any] = {"left_at": None, "asked_at": None, **({"lead": True} if lead else {})}
        tx.change(update(staff).where(*same).values(**values))


def called(tx: Tx, school_id: int, person_id: int) -> str:
    """The name by which families know a teacher, fixed when they joined the school."""
    name: str | None = tx.scalar(_CALLED, {"school": school_id, "person": person_id})
    return name or ""


def learn_place(tx: Tx, school_id: int, country: str, zone: str) -> None:
    """A school is where the first child of its classes lives; known once, it stays."""
    tx.change(
        update(school)
        .where(school.c.id == school_id, school.c.country.is_(None))
        .values(country=country, time_zone=zone)
    )


def classes_of(tx: Tx, person_id: int) -> list[ClassRoom]:
    """The classes that this person teaches now, their own and those in which they help."""
    rows = tx.all(_CLASSES_OF, {"person": person_id, "now": tx.now})
    return [_class(row) for row in rows if works_at(tx, person_id, row.school_id)]


def classes_in(tx: Tx, school_id: int) -> list[ClassRoom]:
    """Every class of a school whose year is not over, whether or not anybody teaches it now."""
    here = class_room.c.school_id == school_id, class_room.c.ends_at > tx.now
    return [_class(row) for row in tx.all(select(class_room).where(*here).order_by(class_room.c.id))]


def class_room_of(tx: Tx, class_id: int) -> ClassRoom | None:
    """One class, whoever asks, and whether or not its year is over."""
    row = tx.once(("class", class_id), lambda: tx.first(_CLASS, {"class_id": class_id}))
    return _class(row) if row else None


def running(tx: Tx, class_id: int) -> ClassRoom | None:
    """A class whose year is not over and whose teacher still works at the school."""
    found = class_room_of(tx, class_id)
    alive = found is not None and found.ends_at > tx.now and works_at(tx, found.teacher_id, found.school_id)
    return found if alive else None


def my_class(tx: Tx, class_id: int, person_id: int) -> ClassRoom | None:
    """The class, when this person teaches it now, alone or beside another; none for every other class."""
    found = class_room_of(tx, class_id)
    if found is None or found.ends_at <= tx.now or not works_at(tx, person_id, found.school_id):
        return None
    return found if found.teacher_id == person_id or person_id in seconds(tx, class_id) else None


def seconds(tx: Tx, class_id: int) -> list[int]:
    """Who teaches a class beside the one whose it is, in the order in which they came."""
    found = tx.once(("seconds", class_id), lambda: tx.all(_SECONDS, {"class_id": class_id}))
    return [row.person_id for row in found]


def led_class(tx: Tx, class_id: int, person_id: int, action: Action) -> ClassRoom | None:
    """A class whose year is not over, for who may do `action` in the whole of its school."""
    found = class_room_of(tx, class_id)
    school = works_at(tx, person_id, found.school_id) if found and found.ends_at > tx.now else None
    return found if school and school.lead and may(Standing.LEAD, action) else None


def teaches(tx: Tx, class_id: int) -> int | None:
    """Who hears now what families answer to a class: whoever teaches it, whoever asked; nobody where it has nobody."""
    found = running(tx, class_id)
    return found.teacher_id if found else None


def teachers(tx: Tx, class_id: int) -> list[int]:
    """Everybody who teaches a class now, first whose it is; nobody where it has nobody."""
    found = running(tx, class_id)
    beside = [each for each in seconds(tx, class_id) if found and works_at(tx, each, found.school_id)]
    return [found.teacher_id, *beside] if found else []


def answered(tx: Tx, class_id: int, asked_by: int) -> int | None:
    """Who hears what a family answers to one teacher: who has asked while they teach the class, else whose it is."""
    here = teachers(tx, class_id)
    return asked_by if asked_by in here else next(iter(here), None)


def clock(tx: Tx, class_id: int, teacher: Person) -> str:
    """The zone on whose clock a class lives."""
    room = class_room_of(tx, class_id)
    found = get(tx, room.school_id) if room else None
    return clock_of(found.zone if found else None, teacher.zone if teacher.country else None, teacher.language)


def open_class(tx: Tx, school_id: int, teacher_id: int, name: str, ends_at: datetime) -> int:
    """A new class; its number."""
    row = {"school_id": school_id, "teacher_id": teacher_id, "name": name, "created_at": tx.now}
    return tx.add(class_room, **row, ends_at=ends_at, next_at=offered_at(ends_at))


def opened_today(tx: Tx, person_id: int) -> int:
    """How many classes this person opened in the last 24 hours."""
    recent = class_room.c.teacher_id == person_id, class_room.c.created_at > tx.now - invites.A_DAY
    return int(tx.scalar(select(func.count()).select_from(class_room).where(*recent)))


def _class(row: Row[Any]) -> ClassRoom:
    return ClassRoom(row.id, row.school_id, row.teacher_id, row.name, row.ends_at, row.given_by, row.back_at)


def give(tx: Tx, class_id: int, person_id: int, given_by: int | None = None) -> None:
    """From now on this person teaches a class, until it is given to somebody else."""
    values = {"teacher_id": person_id, "given_by": given_by, "back_at": None}
    tx.change(update(class_room).where(class_room.c.id == class_id).values(**values))
    leave(tx, class_id, person_id)


def join(tx: Tx, class_id: int, person_id: int) -> bool:
    """From now on this person teaches a class beside another; false when it is so already."""
    return tx.add_once(class_teacher, {"class_id": class_id, "person_id": person_id, "since": tx.now}) == 1


def leave(tx: Tx, class_id: int, person_id: int) -> bool:
    """No longer beside another; false when they were not."""
    same = class_teacher.c.class_id == class_id, class_teacher.c.person_id == person_id
    return tx.change(delete(class_teacher).where(*same)) == 1


def leave_all(tx: Tx, school_id: int, person_id: int) -> None:
    """Nobody helps in a class of a school that they have left."""
    rooms = select(class_room.c.id).where(class_room.c.school_id == school_id)
    mine = class_teacher.c.person_id == person_id, class_teacher.c.class_id.in_(rooms)
    tx.change(delete(class_teacher).where(*mine))


def lend(tx: Tx, class_id: int, back_at: datetime | None) -> None:
    """Who had the class before has it again from then on."""
    tx.change(update(class_room).where(class_room.c.id == class_id).values(back_at=back_at))


BACK = select(class_room).where(class_room.c.back_at <= NOW).order_by(class_room.c.back_at).limit(LIMIT)


def due_back(tx: Tx, limit: int) -> list[ClassRoom]:
    """Classes that were lent, and whose day has come."""
    return [_class(row) for row in due_rows(tx, BACK, class_room, limit=limit)]
