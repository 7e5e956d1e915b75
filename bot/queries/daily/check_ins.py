"""Check-ins as rows: one for each expected answer."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any, Required, TypedDict, Unpack

from sqlalchemy import ColumnElement, Row, and_, bindparam, exists, func, or_, select, update

from bot.db.columns import LIMIT, NOW, Instant, is_in
from bot.db.locking import due as due_rows
from bot.db.tables import check_in, child, thanks
from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import GRACE, CheckIn, CheckInState, Face
from bot.domain.local_time import SLOTS
from bot.queries.circle import circles

OPEN = (CheckInState.ASKED, CheckInState.SILENT, CheckInState.LATE, CheckInState.MISSED)
SETTLED = (CheckInState.HEARD, CheckInState.ANSWERED, CheckInState.TOGETHER)
_SHOWN_DAYS = timedelta(days=10)
_UNSAID = dict.fromkeys(("heard_at", "answered_at", "answered_by", "face", "way", "seen", "held", "tell_at"))

_GET = select(check_in).where(check_in.c.id == bindparam("key"))
_later = check_in.alias("later")
_IS_NEWEST = ~exists().where(
    _later.c.child_id == check_in.c.child_id,
    _later.c.state.in_((*OPEN, *SETTLED)),
    _later.c.due_at > check_in.c.due_at,
)
_OPEN_DAYS = (
    select(check_in)
    .where(
        check_in.c.child_id == bindparam("child"),
        or_(check_in.c.state.in_(OPEN), and_(check_in.c.state == CheckInState.HEARD, _IS_NEWEST)),
        check_in.c.due_at > bindparam("since"),
    )
    .order_by(check_in.c.due_at)
)
_AT = bindparam("at", type_=Instant)
_STILL_OPEN = check_in.c.id == bindparam("key"), check_in.c.state.in_((*OPEN, CheckInState.HEARD))
_ANSWERED = {"answered_at": _AT, "heard_at": func.coalesce(check_in.c.heard_at, _AT), "remind_at": None}
_CLOSE = update(check_in).where(*_STILL_OPEN).values(**_ANSWERED)
_THANKED = select(thanks.c.at).where(thanks.c.check_in_id == bindparam("key"), thanks.c.person_id == bindparam("who"))
# Cards that somebody at home has opened themselves: nobody waits for the answer.
_OPENED = and_(
    check_in.c.child_id == bindparam("child"), check_in.c.state == CheckInState.ASKED, check_in.c.grace_until.is_(None)
)
_ADOPT = update(check_in).where(
    _OPENED, check_in.c.local_date == bindparam("today"), check_in.c.slot == bindparam("at")
)
_LET_GO = update(check_in).where(_OPENED, check_in.c.local_date < bindparam("today")).values(state=CheckInState.CLEARED)
_IN_VAIN = select(check_in.c.local_date).where(
    check_in.c.child_id == bindparam("child"),
    check_in.c.local_date >= bindparam("since"),
    check_in.c.slot.in_(SLOTS),
    check_in.c.state.in_(OPEN),
    check_in.c.asked_at.is_not(None),
    ~_OPENED,
)
DUE_CHILDREN = select(child.c.id).where(child.c.next_check_in_at <= NOW).order_by(child.c.next_check_in_at).limit(LIMIT)
_SCHEDULE = update(child).where(child.c.id == bindparam("key"))
_UNANSWERED = (
    select(check_in).where(is_in(check_in, CheckInState.NEW, CheckInState.ASKED, CheckInState.LATE)).limit(LIMIT)
)
TO_REMIND = _UNANSWERED.where(check_in.c.remind_at <= NOW).order_by(check_in.c.remind_at)
OVER_GRACE = _UNANSWERED.where(check_in.c.grace_until <= NOW).order_by(check_in.c.grace_until)


class Changes(TypedDict, total=False):
    """Columns of a check-in that may be set."""

    state: CheckInState
    remind_at: datetime | None
    reminded_at: datetime
    grace_until: datetime | None


class Expected(TypedDict, total=False):
    """What an expected answer says."""

    state: Required[CheckInState]
    due_at: Required[datetime]
    asked_at: datetime | None
    remind_at: datetime | None
    grace_until: datetime | None


def _check_in(row: Row[Any]) -> CheckIn:
    return CheckIn(
        id=row.id,
        child_id=row.child_id,
        local_date=row.local_date,
        slot=row.slot,
        state=CheckInState(row.state),
        due_at=row.due_at,
        answered_at=row.answered_at,
        answered_by=row.answered_by,
        face=Face(row.face) if row.face else None,
        way=row.way or 0,
        held=row.held or "",
    )


def get(tx: Tx, check_in_id: int) -> CheckIn | None:
    """One check-in."""
    row = tx.first(_GET, {"key": check_in_id})
    return _check_in(row) if row else None


def open_days(tx: Tx, child_id: int) -> list[CheckIn]:
    """What can be answered now, the oldest first; days long gone are no longer asked about.

    A day that something else has settled takes a face as long as no newer one was asked about.
    """
    return [_check_in(row) for row in tx.all(_OPEN_DAYS, {"child": child_id, "since": tx.now - _SHOWN_DAYS})]


def long_open_days(tx: Tx, child_id: int) -> list[CheckIn]:
    """Days of a silence that are no longer asked about, the oldest first: the answer of a later one settles them."""
    older = check_in.c.due_at <= tx.now - _SHOWN_DAYS
    query = select(check_in).where(check_in.c.child_id == child_id, check_in.c.state.in_(OPEN), older)
    return [_check_in(row) for row in tx.all(query.order_by(check_in.c.due_at))]


def missing_days(tx: Tx, child_id: int) -> list[CheckIn]:
    """Of those, what home still owes a word about."""
    return [each for each in open_days(tx, child_id) if each.is_missing]


def due_children(tx: Tx, limit: int) -> list[int]:
    """Children whose check-in is due, the longest due first."""
    return [row.id for row in due_rows(tx, DUE_CHILDREN, child, limit=limit)]


def due_soon(tx: Tx, children: Collection[int], until: datetime) -> dict[int, datetime]:
    """Those of these children who are asked about soon, and when."""
    soon = child.c.id.in_(children), child.c.next_check_in_at > tx.now, child.c.next_check_in_at <= until
    rows = tx.all(select(child.c.id, child.c.next_check_in_at).where(*soon).order_by(child.c.id))
    return {row.id: row.next_check_in_at for row in rows}


def expect(tx: Tx, child_id: int, local_date: str, slot: str, **values: Unpack[Expected]) -> bool:
    """One row for one expected answer; false when it stands there already."""
    row = {"child_id": child_id, "local_date": local_date, "slot": slot, **values}
    return tx.add_once(check_in, row) == 1


def adopt(tx: Tx, child_id: int, local_date: str, slot: str, **values: Unpack[Expected]) -> bool:
    """A card that somebody opened before the hour and has not answered becomes the day's question."""
    return tx.change(_ADOPT, {"child": child_id, "today": local_date, "at": slot, **values}) == 1


def let_go(tx: Tx, child_id: int, today: str) -> None:
    """Nobody owes an answer to a card that they opened themselves on an earlier day."""
    tx.change(_LET_GO, {"child": child_id, "today": today})


def answer(tx: Tx, check_in_id: int, by: int, face: Face, way: int) -> bool:
    """Credit an answer to its day; false when somebody was faster."""
    return _close(tx, check_in_id, state=CheckInState.ANSWERED, answered_by=by, face=face, way=way)


def answer_together(tx: Tx, check_in_id: int, by: int) -> bool:
    """Settle an earlier day by the answer of a later one; which face it had, nobody has said."""
    return _close(tx, check_in_id, state=CheckInState.TOGETHER, answered_by=by)


def _close(tx: Tx, check_in_id: int, **values: Any) -> bool:
    return tx.change(_CLOSE, {"key": check_in_id, "at": tx.now, **values}) == 1


def take_back(tx: Tx, check_in_id: int, by: int) -> bool:
    """Open an answered check-in again; false when it is not this person's answer."""
    return (
        tx.change(
            update(check_in)
            .where(check_in.c.id == check_in_id, check_in.c.state.in_(SETTLED), check_in.c.answered_by == by)
            .values(state=CheckInState.ASKED, grace_until=tx.now + GRACE, **_UNSAID)
        )
        == 1
    )


def same_tap(tx: Tx, found: CheckIn) -> list[CheckIn]:
    """This day and the earlier ones that were answered with one tap, the oldest first."""
    rows = tx.all(
        select(check_in)
        .where(
            check_in.c.child_id == found.child_id,
            check_in.c.state.in_(SETTLED),
            check_in.c.answered_by == found.answered_by,
            check_in.c.answered_at == found.answered_at,
            check_in.c.due_at <= found.due_at,
        )
        .order_by(check_in.c.due_at)
    )
    return [_check_in(row) for row in rows]


def asked_in_vain(tx: Tx, child_id: int, since: date) -> list[date]:
    """The days of a child, `since` the first of them, on which home was asked at its hour and nothing came of it."""
    rows = tx.all(_IN_VAIN, {"child": child_id, "since": since.isoformat()})
    return [date.fromisoformat(row.local_date) for row in rows]


def begun(tx: Tx, child_id: int, slot: str, since: date) -> list[tuple[datetime | None, datetime | None]]:
    """When home was asked and reminded about the days of a child in one slot, `since` the first of them."""
    columns = check_in.c.asked_at, check_in.c.reminded_at
    rows = tx.all(select(*columns).where(*_at_its_hour(child_id, since), check_in.c.slot == slot))
    return [(row.asked_at, row.reminded_at) for row in rows]


def _at_its_hour(child_id: int, since: date) -> tuple[ColumnElement[bool], ...]:
    """Asked by Homeline itself: by no parent, and by nobody at home who opened a card."""
    days = check_in.c.child_id == child_id, check_in.c.local_date >= since.isoformat()
    return *days, check_in.c.slot.in_(SLOTS)


def to_remind(tx: Tx, limit: int) -> list[CheckIn]:
    """Asked, unanswered, and due for the one reminder."""
    return [_check_in(row) for row in due_rows(tx, TO_REMIND, check_in, limit=limit)]


def over_grace(tx: Tx, limit: int) -> list[CheckIn]:
    """Unanswered, and their grace is over, the longest over first."""
    return [_check_in(row) for row in due_rows(tx, OVER_GRACE, check_in, limit=limit)]


def end_open(tx: Tx, child_id: int, state: CheckInState) -> int:
    """Let go every unanswered check-in of a child: it becomes paused or cleared; how many there were."""
    return tx.change(
        update(check_in)
        .where(check_in.c.child_id == child_id, check_in.c.state.in_([CheckInState.NEW, *OPEN]))
        .values(state=state, remind_at=None, grace_until=None)
    )


def end_followed(tx: Tx, child_id: int) -> None:
    """Nobody owes an answer to days on which no card asked, once the school has said that the illness is over."""
    followed = check_in.c.child_id == child_id, check_in.c.state == CheckInState.ASKED, check_in.c.asked_at.is_(None)
    tx.change(update(check_in).where(*followed).values(state=CheckInState.CLEARED, grace_until=None))


def asked_on(tx: Tx, child_id: int, local_date: str) -> bool:
    """Whether a day of a child has its check-in already, in whichever slot."""
    query = select(check_in.c.id).where(check_in.c.child_id == child_id, check_in.c.local_date == local_date).limit(1)
    return tx.scalar(query) is not None


def change(tx: Tx, check_in_id: int, was: tuple[CheckInState, ...], **values: Unpack[Changes]) -> bool:
    """Set columns of a check-in that is in one of the states `was`; whether it was."""
    here = check_in.c.id == check_in_id, check_in.c.state.in_(was)
    return tx.change(update(check_in).where(*here).values(**values)) == 1


def thank(tx: Tx, check_in_id: int, person_id: int) -> bool:
    """A parent's heart; false when it was given already."""
    return tx.add_once(thanks, {"check_in_id": check_in_id, "person_id": person_id, "at": tx.now}) == 1


def unthank(tx: Tx, check_in_id: int, person_id: int) -> bool:
    """A heart is taken back; false when there was none."""
    return tx.change(thanks.delete().where(thanks.c.check_in_id == check_in_id, thanks.c.person_id == person_id)) == 1


def has_thanked(tx: Tx, check_in_id: int, person_id: int) -> bool:
    """Whether this parent has sent a heart for this answer."""
    return tx.scalar(_THANKED, {"key": check_in_id, "who": person_id}) is not None


def schedule(tx: Tx, child_id: int, at: datetime | None) -> None:
    """When this child's next check-in is due; none stops asking."""
    tx.change(_SCHEDULE, {"key": child_id, "next_check_in_at": at})


def schedule_once(tx: Tx, child_id: int, at: datetime) -> bool:
    """Begin asking about a child, unless it has begun already."""
    return (
        tx.change(
            update(child).where(child.c.id == child_id, child.c.next_check_in_at.is_(None)).values(next_check_in_at=at)
        )
        == 1
    )


def reschedule(tx: Tx, child_id: int, at: datetime) -> None:
    """Move a child's next check-in; where asking has not begun, nothing begins."""
    begun = child.c.next_check_in_at.is_not(None)
    tx.change(update(child).where(child.c.id == child_id, begun).values(next_check_in_at=at))


def waiting_for(tx: Tx, person_id: int) -> list[tuple[Circle, Member, list[CheckIn]]]:
    """The children about whom this person can answer now, each with its open days."""
    mine = circles.of_person(tx, person_id, Action.ANSWER_CHECK_IN)
    return [(circle, me, days) for circle, me in mine if (days := open_days(tx, circle.child.id))]
