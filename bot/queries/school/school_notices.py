"""Notices to a whole school as rows: to which of its classes one is still to go."""

from collections.abc import Collection

from sqlalchemy import func, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import enrolment, notice, notice_class, notice_reader
from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.local_time import DAY
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.notices import Notice, NoticeState
from bot.queries.school import notices, schools
from bot.queries.school.schools import School

DUE = select(notice_class).where(notice_class.c.goes_at <= NOW).order_by(notice_class.c.goes_at).limit(LIMIT)


def led(tx: Tx, person_id: int) -> list[School]:
    """The schools to all of whose classes this person may write, where there is one."""
    mine = [each for each in schools.of_person(tx, person_id) if each.may(Action.POST_TO_SCHOOL)]
    return [each for each in mine if classes(tx, each.id)]


def classes(tx: Tx, school_id: int) -> list[int]:
    """The classes of a school that somebody teaches now."""
    return [each.id for each in schools.classes_in(tx, school_id) if schools.works_at(tx, each.teacher_id, school_id)]


def begin(tx: Tx, notice_id: int, school_id: int) -> None:
    """From now on it is the school's, and for all of its classes."""
    tx.change(update(notice).where(notice.c.id == notice_id).values(school_id=school_id))
    notices.set_classes(tx, notice_id, classes(tx, school_id))


def end(tx: Tx, notice_id: int, rooms: list[int]) -> None:
    """It is its writer's own after all."""
    tx.change(update(notice).where(notice.c.id == notice_id).values(school_id=None))
    notices.set_classes(tx, notice_id, rooms)


def recent(tx: Tx, school_id: int, author_id: int, limit: int) -> list[Notice]:
    """What somebody has written to a whole school, drafts and what waits included, the newest first."""
    mine = notice.c.school_id == school_id, notice.c.author_id == author_id, notice.c.state != NoticeState.WITHDRAWN
    rows = tx.all(select(notice.c.id).where(*mine).order_by(notice.c.id.desc()).limit(limit))
    return [found for row in rows if (found := notices.get(tx, row.id))]


def queue(tx: Tx, notice_id: int) -> None:
    """It goes to each of its classes, one after the other."""
    tx.change(update(notice_class).where(notice_class.c.notice_id == notice_id).values(goes_at=tx.now))


def is_going(tx: Tx, notice_id: int) -> bool:
    """Whether it, or a reminder of it, is still to go to one of its classes."""
    here = notice_class.c.notice_id == notice_id, notice_class.c.goes_at.is_not(None)
    return tx.scalar(select(notice_class.c.class_id).where(*here).limit(1)) is not None


def not_yet_at(tx: Tx, notice: Notice) -> set[int]:
    """The classes to which it is still to go for the first time."""
    if notice.school_id is None or notice.reminders:
        return set()
    here = notice_class.c.notice_id == notice.id, notice_class.c.goes_at.is_not(None)
    return {row.class_id for row in tx.all(select(notice_class.c.class_id).where(*here))}


def due(tx: Tx, limit: int) -> list[tuple[int, int]]:
    """Where one is to go now: (notice, class)."""
    return [(row.notice_id, row.class_id) for row in due_rows(tx, DUE, notice_class, limit=limit)]


def is_gone(tx: Tx, notice_id: int, class_id: int) -> bool:
    """It goes there now; false when it has gone already."""
    mine = notice_class.c.notice_id == notice_id, notice_class.c.class_id == class_id
    return tx.change(update(notice_class).where(*mine, notice_class.c.goes_at.is_not(None)).values(goes_at=None)) == 1


def have_it(tx: Tx, notice_id: int, persons: Collection[int]) -> set[int]:
    """Who of these has it already, by another class."""
    mine = notice_reader.c.notice_id == notice_id, notice_reader.c.person_id.in_(persons)
    return {row.person_id for row in tx.all(select(notice_reader.c.person_id).where(*mine))}


def sent_today(tx: Tx, author_id: int) -> int:
    """How many of somebody's notices to a whole school went out in the last 24 hours, or wait for their time."""
    waits = (notice.c.state == NoticeState.SCHEDULED) & notice.c.weekly_until.is_(None)
    mine = notice.c.author_id == author_id, notice.c.school_id.is_not(None), (notice.c.sent_at > tx.now - DAY) | waits
    return int(tx.scalar(select(func.count()).select_from(notice).where(*mine)))


def by_class(tx: Tx, notice_id: int) -> dict[int, set[int]]:
    """The children of each of its classes."""
    found: dict[int, set[int]] = {each: set() for each in notices.classes(tx, notice_id)}
    here = (
        select(enrolment.c.class_id, enrolment.c.child_id)
        .join(notice_class, notice_class.c.class_id == enrolment.c.class_id)
        .where(notice_class.c.notice_id == notice_id, enrolment.c.state == EnrolmentState.ACTIVE)
    )
    for row in tx.all(here):
        found[row.class_id].add(row.child_id)
    return found
