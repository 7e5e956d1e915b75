"""Children about whom nothing new is shared now."""

from sqlalchemy import bindparam, select

from bot.db.tables import child, member
from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, MemberState
from bot.domain.events import told_while_stopped
from bot.domain.notifications import Notification as Notifying
from bot.domain.notifications import dump
from bot.domain.privacy.sharing import can_resume_alone
from bot.queries.child_of import child_of
from bot.queries.circle import people

_STOPPED = select(child.c.id).where(child.c.sharing_stopped_at.is_not(None))
_AT_HOME = select(member.c.at_home).where(
    member.c.child_id == bindparam("child"),
    member.c.person_id == bindparam("person"),
    member.c.state == MemberState.ACTIVE,
)


def stopped(tx: Tx) -> frozenset[int]:
    """Their numbers; most often none."""
    return frozenset(row.id for row in tx.all(_STOPPED))


def stays_unsaid(tx: Tx, each: Notifying, among: frozenset[int]) -> bool:
    """Whether a notification is about one of these children and not for this reader now."""
    number = child_of(tx, dump(each.event), each.to) if among else None
    return number in among and is_cut_off(tx, number, each.to, type(each.event).__name__)


def is_cut_off(tx: Tx, child_id: int, person_id: int, kind: str) -> bool:
    """Whether an adult of a circle that shares nothing now is not told this; others, such as teachers, are."""
    at_home = tx.scalar(_AT_HOME, {"child": child_id, "person": person_id})
    return at_home is not None and not told_while_stopped(kind).includes(at_home=bool(at_home))


def author_can_resume(tx: Tx, circle: Circle) -> bool:
    """Whether who stopped it could start it again."""
    by = circle.child.sharing_stopped_by
    return by is not None and can_resume_alone(circle, people.get_many(tx, [by]).get(by), tx.now)
