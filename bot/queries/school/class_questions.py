"""Whether a child comes to class: whom to ask, and what was asked last."""

from datetime import date

from sqlalchemy import select

from bot.db.tables import school_word
from bot.db.transaction import Tx
from bot.domain.circle.circles import Child
from bot.domain.local_time import local
from bot.domain.school import class_questions as about_
from bot.domain.school.calendars import LONGEST
from bot.domain.school.school_words import Word, WordKind
from bot.queries.school import calendars, enrolments, school_words, schools
from bot.queries.school.schools import ClassRoom


def class_to_ask(tx: Tx, child_id: int, asker: int) -> ClassRoom | None:
    """The child's class with somebody who teaches it now, and is not who asks."""
    rooms = (schools.running(tx, each.class_id) for each in enrolments.of_child(tx, child_id))
    return next((each for each in rooms if each is not None and each.teacher_id != asker), None)


def rests_until(tx: Tx, child: Child) -> date | None:
    """Until when the child's school has a holiday in which nobody is asked; none where there is school."""
    today = local(tx.now, child.zone).date()
    return about_.rests_until(today, calendars.free_days(tx, child.id, today, today + LONGEST))


def newest(tx: Tx, child_id: int) -> Word | None:
    """What parents have asked about this child last, as long as it is of this week."""
    lately = school_word.c.child_id == child_id, school_word.c.created_at > tx.now - about_.AGAIN_AFTER
    rows = tx.all(select(school_word.c.id, school_word.c.kind).where(*lately).order_by(school_word.c.id.desc()))
    number = next((row.id for row in rows if row.kind == WordKind.IN_CLASS), None)
    return None if number is None else school_words.get(tx, number)
