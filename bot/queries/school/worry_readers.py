"""Who of a school reads a worry about a child: the one whom its lead has named, else the lead; never the family."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.school.worries import Worry, reader_of
from bot.queries.circle import circles, people
from bot.queries.school import schools, staffing


def reader(tx: Tx, class_id: int, circle: Circle, author: int) -> int | None:
    """Who reads it now; nobody who cannot be reached, for words that wait are words that are kept."""
    room = schools.class_room_of(tx, class_id)
    staff = staffing.everybody(tx, room.school_id) if room else []
    return reader_of([each for each in staff if people.get(tx, each.person_id).reachable], circle, author)


def may_read(tx: Tx, note: Worry, person_id: int) -> bool:
    """Whether somebody may read it at this moment: here still, and no adult of the child's circle."""
    room, circle = schools.class_room_of(tx, note.class_id), circles.get(tx, note.child_id)
    if room is None or circle is None or note.reader_id != person_id:
        return False
    mine = schools.works_at(tx, person_id, room.school_id)
    return mine is not None and person_id not in {each.person_id for each in circle.members}
