"""Which school day home can speak of for a child, to which classes, and what it has said."""

from datetime import date, datetime

from sqlalchemy import select

from bot.db.tables import school_word
from bot.db.transaction import Tx
from bot.domain.circle.circles import Child
from bot.domain.local_time import DAY, at_wall_clock
from bot.domain.school.school_words import Word, WordAnswer, WordKind, WordState
from bot.domain.school.staying_home import offered_day
from bot.queries.circle import people
from bot.queries.school import absences, enrolments, school_words, schools
from bot.queries.school.schools import ClassRoom


def rooms(tx: Tx, child_id: int) -> list[ClassRoom]:
    """The classes in which the child is now and that somebody teaches."""
    found = (schools.running(tx, each.class_id) for each in enrolments.of_child(tx, child_id))
    return [each for each in found if each]


def ends(tx: Tx, room: ClassRoom, day: date) -> datetime:
    """When this day is over on the school's clock."""
    return at_wall_clock(day + DAY, 0, clock(tx, room))


def clock(tx: Tx, room: ClassRoom) -> str:
    """The zone on whose clock a class lives."""
    return schools.clock(tx, room.id, people.get(tx, room.teacher_id))


def offered(tx: Tx, child: Child) -> date | Word | None:
    """The day that one tap would be of; once all classes have heard it, what would be taken back; else nothing."""
    day = offered_day(tx.now, child.zone)
    found = [absences.find(tx, each.id, child.id, day.isoformat()) for each in rooms(tx, child.id)]
    if not all(map(knows, found)):
        return day
    return next((each for each in found if each and each.is_from_home), None)


def knows(word: Word | None) -> bool:
    """Whether a class has heard from home of a child that it is not there."""
    return word is not None and word.state == WordState.SENT and word.answer == WordAnswer.KNOWN


def said(tx: Tx, child_id: int, day: str, what: WordKind = WordKind.ABSENT) -> list[Word]:
    """What home has said of a day to each class, also what was taken back."""
    mine = school_word.c.child_id == child_id, school_word.c.day == day
    rows = tx.all(select(school_word.c.id, school_word.c.kind).where(*mine).order_by(school_word.c.id))
    found = (school_words.get(tx, row.id) for row in rows if row.kind == what)
    return [each for each in found if each and each.is_from_home]
