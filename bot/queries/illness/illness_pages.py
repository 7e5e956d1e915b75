"""The threads of a child that one adult may look back upon."""

from sqlalchemy import select

from bot.db.columns import is_in
from bot.db.tables import illness, illness_told
from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.illness.illnesses import Illness, IllnessState
from bot.queries.circle import circles
from bot.queries.illness import illnesses


def seen_by(tx: Tx, circle: Circle, person_id: int) -> list[Illness]:
    """Of which they were told or have told, the newest first; none where notes about health do not pass to them."""
    if not circles.agreed(tx, circle, person_id):
        return []
    told = select(illness_told.c.illness_id).where(illness_told.c.person_id == person_id)
    concerned = illness.c.id.in_(told) | (illness.c.opened_by == person_id)
    theirs = illness.c.child_id == circle.child.id, is_in(illness, IllnessState.OPEN, IllnessState.CLOSED), concerned
    return [illnesses.from_row(row) for row in tx.all(select(illness).where(*theirs).order_by(illness.c.id.desc()))]
