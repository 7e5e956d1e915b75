"""The newest sign of life about a child, as columns of its row; what it settled, and how long questions wait."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, or_, select, update

from bot.db.columns import Instant
from bot.db.tables import check_in, child
from bot.db.transaction import Tx
from bot.domain.daily.check_ins import CheckInState
from bot.domain.daily.heard import Heard, Sign
from bot.queries.daily.check_ins import OPEN, SETTLED

_LAST = select(child.c.heard_at, child.c.heard_from, child.c.heard_what).where(child.c.id == bindparam("child"))
_NOTE = update(child).where(child.c.id == bindparam("child"))
_SETTLE = (
    update(check_in)
    .where(
        check_in.c.child_id == bindparam("child"),
        check_in.c.state.in_(OPEN),
        or_(
            check_in.c.state.in_([CheckInState.SILENT, CheckInState.LATE, CheckInState.MISSED]),
            check_in.c.grace_until.is_not(None),
        ),
    )
    .values(state=CheckInState.HEARD, heard_at=bindparam("now"), remind_at=None, grace_until=None)
)
_DELAYS = (
    select(func.min(check_in.c.due_at, type_=Instant).label("due_at"), check_in.c.heard_at)
    .where(check_in.c.child_id == bindparam("child"), check_in.c.state.in_(SETTLED))
    .group_by(check_in.c.heard_at)
    .order_by(check_in.c.heard_at.desc())
    .limit(bindparam("last"))
)


def note(tx: Tx, child_id: int, person_id: int, sign: Sign) -> None:
    """Something came from home now."""
    heard = {"heard_at": tx.now, "heard_from": person_id, "heard_what": sign}
    tx.change(_NOTE, {"child": child_id, **heard})


def last(tx: Tx, child_id: int) -> Heard | None:
    """What came last; none where nothing ever has."""
    row = tx.first(_LAST, {"child": child_id})
    if row is None or row.heard_at is None:
        return None
    return Heard(row.heard_at, row.heard_from, Sign(row.heard_what) if row.heard_what else None)


def settle(tx: Tx, child_id: int) -> None:
    """Something came from home: of what was asked nothing is missing. What they opened themselves is left to them."""
    tx.change(_SETTLE, {"child": child_id, "now": tx.now})


def heard_instants(tx: Tx, child_id: int, last: int = 30) -> list[datetime]:
    """When home spoke after the last questions, the newest first."""
    rows = tx.all(
        select(check_in.c.heard_at)
        .where(check_in.c.child_id == child_id, check_in.c.state.in_(SETTLED))
        .order_by(check_in.c.heard_at.desc())
        .limit(last)
    )
    return [row.heard_at for row in rows]


def delays(tx: Tx, child_id: int, last: int = 12) -> list[timedelta]:
    """How long home let a question wait, with a face or otherwise, the newest first.

    What settles several days at once counts once, from the first of them: one long silence is one.
    """
    rows = tx.all(_DELAYS, {"child": child_id, "last": last})
    return [max(row.heard_at - row.due_at, timedelta()) for row in rows]
