"""Whether every class has somebody: where a teacher and the lead have gone, only whoever runs Homeline can help."""

from collections.abc import Iterator

from sqlalchemy import func, select

from bot.db.tables import class_room, staff
from bot.db.transaction import Tx
from bot.doctor.finding import Finding, wrong
from bot.domain.operators.pages import Page


def look_at(tx: Tx) -> Iterator[Finding]:
    """Classes whose year is not over and which nobody teaches now."""
    here = select(staff.c.id).where(
        staff.c.school_id == class_room.c.school_id,
        staff.c.person_id == class_room.c.teacher_id,
        staff.c.left_at.is_(None),
    )
    alone = class_room.c.ends_at > tx.now, ~here.exists()
    many = tx.scalar(select(func.count()).select_from(class_room).where(*alone))
    if many:
        words = f"Classes that nobody teaches: {many}. Their teacher has left, and nobody leads the school."
        yield wrong("schools", words, "`homeline school list` (runbook: A school without a lead)", Page.SCHOOLS, many)
