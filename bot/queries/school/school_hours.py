"""What home has said of a child's hours at school on a day, and whether a reason of health may be named."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.school.school_illness import concerned
from bot.domain.school.school_words import Word, WordKind, WordState
from bot.queries.circle import people
from bot.queries.school import absences, schools, staying_home
from bot.queries.school.schools import ClassRoom


def stays(tx: Tx, room: ClassRoom, child_id: int, day: str) -> bool:
    """Whether this class has heard that the child does not come at all."""
    found = absences.find(tx, room.id, child_id, day)
    return found is not None and found.state == WordState.SENT and found.is_from_home


def standing(tx: Tx, child_id: int, day: str, what: WordKind) -> list[Word]:
    """What stands, one word for each class."""
    found = staying_home.said(tx, child_id, day, what)
    return [each for each in found if each.state == WordState.SENT and not each.is_over(tx.now)]


def health_may_be_named(tx: Tx, word: Word, circle: Circle) -> bool:
    """Neither anybody who teaches the class nor who decides for the child has declined it."""
    teachers = schools.teachers(tx, word.class_id)
    if not teachers or circle.child.sharing_stopped:
        return False
    return all(people.get(tx, each).health_notes is not False for each in {*teachers, *concerned(circle)})
