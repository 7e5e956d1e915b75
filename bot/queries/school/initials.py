"""Who waits for a class, and who is in it without a line, beside the lines of its list."""

from sqlalchemy import bindparam, select

from bot.collation import initials
from bot.db.tables import child, enrolment
from bot.db.transaction import Tx
from bot.domain.school.call_names import surnames
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.initials import Claim, Listed
from bot.queries.school import rosters

_HERE = (
    select(enrolment.c.id, enrolment.c.child_id, enrolment.c.state, enrolment.c.initial, child.c.id.label("number"))
    .add_columns(child.c.call_name, child.c.birth_year)
    .join(child, child.c.id == enrolment.c.child_id)
    .where(
        enrolment.c.class_id == bindparam("class_id"),
        enrolment.c.state.in_([EnrolmentState.PENDING, EnrolmentState.ACTIVE]),
    )
    .order_by(enrolment.c.id)
)


def of_class(tx: Tx, class_id: int) -> tuple[list[Claim], dict[int, Listed]]:
    """What a decision on those who wait is made of."""
    pupils = rosters.of_class(tx, class_id)
    tied = {each.child_id: each.id for each in pupils} | rosters.joined(tx, class_id)
    lines = {each.id: Listed(each.line, _initials(each.line.name), each.child_id is None) for each in pupils}
    claims = [
        Claim(
            row.id,
            row.call_name,
            row.birth_year,
            row.initial,
            row.state == EnrolmentState.PENDING,
            tied.get(row.child_id),
        )
        for row in tx.all(_HERE, {"class_id": class_id})
    ]
    return claims, lines


def _initials(name: str) -> frozenset[str]:
    return frozenset().union(*(initials(each) for each in surnames(name)))
