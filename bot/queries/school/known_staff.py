"""As what a child's family knows somebody of its school: a teacher of the child, or who leads the school."""

from sqlalchemy import bindparam, select

from bot.db.tables import class_room, enrolment, staff
from bot.db.transaction import Tx
from bot.queries.school import schools

_KNOWN_AS = (
    select(staff.c.called, staff.c.school_id, enrolment.c.class_id)
    .join(class_room, class_room.c.school_id == staff.c.school_id)
    .join(enrolment, enrolment.c.class_id == class_room.c.id)
    .where(staff.c.person_id == bindparam("person"), enrolment.c.child_id == bindparam("child"))
    .order_by(enrolment.c.id)
)


def known_as(tx: Tx, child_id: int, person_id: int) -> tuple[str, bool]:
    """The name by which a child's family knows somebody of its school, also one who has left; else empty.

    And whether they lead the school without teaching the child.
    """
    rows = tx.all(_KNOWN_AS, {"person": person_id, "child": child_id})
    if not rows:
        return "", False
    here = [each for each in rows if each.school_id == rows[0].school_id]
    return rows[0].called, all(only_leads(tx, here[0].school_id, each.class_id, person_id) for each in here)


def only_leads(tx: Tx, school_id: int, class_id: int, person_id: int) -> bool:
    """Whether somebody leads a school and does not teach this class."""
    school = schools.works_at(tx, person_id, school_id)
    return school is not None and school.lead and schools.my_class(tx, class_id, person_id) is None
