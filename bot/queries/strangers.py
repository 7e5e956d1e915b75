"""Who is in no circle and at no school, and does not wait to be let in."""

from sqlalchemy import bindparam, or_, select

from bot.db.columns import is_one_of
from bot.db.tables import member, person, staff
from bot.db.transaction import Tx
from bot.domain.circle.circles import MemberState

_IN_CIRCLE = select(member.c.id).where(
    member.c.person_id == person.c.id, is_one_of(member.c.state, MemberState.ACTIVE, MemberState.PENDING)
)
_TEACHES = or_(staff.c.left_at.is_(None), staff.c.asked_at.is_not(None))  # or waits for the lead's yes
_AT_SCHOOL = select(staff.c.person_id).where(staff.c.person_id == person.c.id, _TEACHES)
_BELONGS = select(person.c.id).where(person.c.id == bindparam("key"), or_(_IN_CIRCLE.exists(), _AT_SCHOOL.exists()))


def is_stranger(tx: Tx, person_id: int) -> bool:
    """Whether this person is one of them."""
    return tx.scalar(_BELONGS, {"key": person_id}) is None
