"""Illness as rows: one running thread for each child, what happened in it, and who was alerted."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, Row, bindparam, exists, select, update

from bot.db.columns import LIMIT, NOW, Instant, is_in
from bot.db.locking import due as due_rows
from bot.db.tables import illness, illness_event, illness_told, person
from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.illness.illnesses import (
    ALERT_AFTER,
    ASKED_ANEW,
    SAYS_ILL,
    SILENT_AFTER,
    UNNAMED,
    Happening,
    Illness,
    IllnessEvent,
    IllnessState,
    Outcome,
    asked_anew,
    by_school,
    is_unnamed,
    since_worse,
)
from bot.domain.reactions import UNDO_FOR

_RUNNING = (IllnessState.DRAFT, IllnessState.OPEN)

_RUNS = is_in(illness, *_RUNNING)
_GET = select(illness).where(illness.c.id == bindparam("key"))
_EVENT = select(illness_event).where(illness_event.c.id == bindparam("key"))
_LOCK = update(illness).where(illness.c.id == bindparam("key")).values(state=illness.c.state)
_EVENTS = select(illness_event).where(illness_event.c.illness_id == bindparam("thread")).order_by(illness_event.c.id)
_IN_ORDER = illness_told.c.at, illness_told.c.person_id
_TOLD = select(illness_told.c.person_id).where(illness_told.c.illness_id == bindparam("thread")).order_by(*_IN_ORDER)
_OF_CHILD = select(illness).where(illness.c.child_id == bindparam("child"), _RUNS)
DUE = {
    when.name: select(illness).where(_RUNS, is_in(illness, state), when <= NOW).order_by(when).limit(LIMIT)
    for state, when in (
        (IllnessState.DRAFT, illness.c.alert_at),
        (IllnessState.OPEN, illness.c.escalate_at),
        (IllnessState.OPEN, illness.c.ask_at),
        (IllnessState.OPEN, illness.c.call_until),
        (IllnessState.OPEN, illness.c.reach_at),
    )
}
_SILENT_SINCE: ColumnElement[Any] = bindparam("silent_since", type_=Instant)
_SPOKEN = exists().where(
    illness_event.c.illness_id == illness.c.id,
    illness_event.c.person_id.is_not(None),
    illness_event.c.at > _SILENT_SINCE,
)
SILENT = (
    select(illness)
    .where(_RUNS, is_in(illness, IllnessState.OPEN), illness.c.opened_at <= _SILENT_SINCE, ~_SPOKEN)
    .order_by(illness.c.opened_at)
    .limit(LIMIT)
)
_LOST = (
    select(person.c.id, person.c.unreachable_since)
    .join(illness_told, illness_told.c.person_id == person.c.id)
    .where(illness_told.c.illness_id == bindparam("key"), person.c.unreachable_since.is_not(None))
    .order_by(person.c.id)
)
_TOLD_OF = select(illness_told.c.illness_id).where(illness_told.c.person_id == bindparam("person"))
_LOOK_FOR_LOST = update(illness).where(_RUNS, illness.c.id.in_(_TOLD_OF))


class Changes(TypedDict, total=False):
    """Columns of a thread that may be set."""

    state: IllnessState
    what: str | None
    opened_at: datetime
    alert_at: datetime | None
    alerted_at: datetime
    seen_at: datetime | None
    caller_id: int | None
    call_until: datetime | None
    escalation: int
    escalate_at: datetime | None
    ask_at: datetime | None
    reach_at: datetime | None
    outcome: Outcome | None
    closed_at: datetime | None


def from_row(row: Row[Any]) -> Illness:
    """A thread as it stands in its row."""
    return Illness(
        id=row.id,
        child_id=row.child_id,
        opened_by=row.opened_by,
        state=IllnessState(row.state),
        what=tuple(row.what.split(",")) if row.what else (),
        opened_at=row.opened_at,
        alert_at=row.alert_at,
        alerted_at=row.alerted_at,
        seen_at=row.seen_at,
        caller_id=row.caller_id,
        call_until=row.call_until,
        escalation=row.escalation,
        escalate_at=row.escalate_at,
        ask_at=row.ask_at,
        outcome=Outcome(row.outcome) if row.outcome else None,
        closed_at=row.closed_at,
    )


def _event(row: Row[Any]) -> IllnessEvent:
    return IllnessEvent(row.id, row.illness_id, row.person_id, row.at, Happening(row.what), row.data or {})


def get(tx: Tx, illness_id: int) -> Illness | None:
    """One thread."""
    row = tx.first(_GET, {"key": illness_id})
    return from_row(row) if row else None


def lock(tx: Tx, illness_id: int) -> Illness | None:
    """A thread, held until this transaction ends so that two adults cannot change it at once."""
    tx.change(_LOCK, {"key": illness_id})
    return get(tx, illness_id)


def running(tx: Tx, child_id: int) -> Illness | None:
    """The thread that is not over."""
    row = tx.first(_OF_CHILD, {"child": child_id})
    return from_row(row) if row else None


def unnamed_of(tx: Tx, person_id: int, children: Iterable[int]) -> list[Illness]:
    """The threads that this person has begun for these children, of whom it is not known which one is ill."""
    found = [running(tx, each) for each in children]
    return [each for each in found if each and each.opened_by == person_id and is_unnamed(events(tx, each.id))]


def told_by_family(tx: Tx, circle: Circle) -> int | None:
    """Who of the family said last how the child is, while an illness runs that has been told."""
    found = running(tx, circle.child.id)
    if found is None or found.state != IllnessState.OPEN:
        return None
    said = events(tx, found.id, *SAYS_ILL)
    named = [each for each in said if UNNAMED not in each.data]
    return next((each.person_id for each in reversed(named) if circle.member(each.person_id or 0)), None)


def open_once(
    tx: Tx, child_id: int, person_id: int, what: tuple[str, ...] = (), *, leaves_after: timedelta = ALERT_AFTER
) -> Illness:
    """The running thread of a child, begun now when there is none."""
    draft = {
        "child_id": child_id,
        "opened_by": person_id,
        "state": IllnessState.DRAFT,
        "what": ",".join(what) or None,
        "opened_at": tx.now,
        "alert_at": tx.now + leaves_after,
        "escalation": 0,
    }
    tx.add_once(illness, draft)
    found = running(tx, child_id)
    assert found is not None
    return found


def change(tx: Tx, illness_id: int, was: IllnessState | tuple[IllnessState, ...], **values: Unpack[Changes]) -> bool:
    """Set columns of a thread that is in state `was`; whether it was."""
    states = (was,) if isinstance(was, IllnessState) else was
    changed = update(illness).where(illness.c.id == illness_id, illness.c.state.in_(states)).values(**values)
    return tx.change(changed) == 1


def add_what(tx: Tx, found: Illness, what: str) -> bool:
    """One more thing that it is; false when it was said already."""
    if what in found.what:
        return False
    return change(tx, found.id, _RUNNING, what=",".join([*found.what, what]))


def note(tx: Tx, illness_id: int, person_id: int | None, what: Happening, data: dict[str, Any] | None = None) -> int:
    """Something happened; its number."""
    if what in ASKED_ANEW:
        change(tx, illness_id, _RUNNING, reach_at=tx.now)
    return tx.add(illness_event, illness_id=illness_id, person_id=person_id, at=tx.now, what=what, data=data)


def events(tx: Tx, illness_id: int, *whats: Happening) -> list[IllnessEvent]:
    """What happened in a thread, in order; all of it, or only some kinds."""
    rows = tx.all(_EVENTS, {"thread": illness_id})
    return [found for row in rows if (found := _event(row)).what in whats or not whats]


def event(tx: Tx, event_id: int) -> IllnessEvent | None:
    """One event."""
    row = tx.first(_EVENT, {"key": event_id})
    return _event(row) if row else None


def has_seen(tx: Tx, illness_id: int, person_id: int) -> bool:
    """Whether this person has pressed 🙏, or talked with home, since the child was last said to be worse."""
    return any(
        each.person_id == person_id and each.what in {Happening.SEEN, Happening.CALLED}
        for each in since_worse(events(tx, illness_id, Happening.SEEN, Happening.CALLED, *ASKED_ANEW))
    )


def unsee(tx: Tx, illness_id: int, person_id: int) -> bool:
    """Somebody's 🙏 of the last minutes is taken back; false when there was none."""
    recent = [
        each.id
        for each in events(tx, illness_id, Happening.SEEN)
        if each.person_id == person_id and each.at >= tx.now - UNDO_FOR
    ]
    return tx.change(illness_event.delete().where(illness_event.c.id.in_(recent))) > 0


def asking(tx: Tx, illness_id: int) -> int:
    """Which asking of everybody this is; it grows with all that is asked anew."""
    return asked_anew(events(tx, illness_id, *ASKED_ANEW))


def holds_letter(tx: Tx, illness_id: int, letter_id: int) -> bool:
    """Whether a letter was made a part of the thread already."""
    return any(each.data.get("letter") == letter_id for each in events(tx, illness_id, Happening.ADDED))


def add_told(tx: Tx, illness_id: int, people: Iterable[int]) -> None:
    """These have been alerted."""
    for each in people:
        tx.add_once(illness_told, {"illness_id": illness_id, "person_id": each, "at": tx.now})
    change(tx, illness_id, _RUNNING, reach_at=tx.now)


def told(tx: Tx, illness_id: int) -> list[int]:
    """Who has been alerted, in that order."""
    return [row.person_id for row in tx.all(_TOLD, {"thread": illness_id})]


def due(tx: Tx, column: str, limit: int) -> list[Illness]:
    """Threads whose `column` (alert_at, escalate_at, ask_at, call_until, reach_at) has come, the longest due first."""
    rows = due_rows(tx, DUE[column], illness, limit=limit)
    return [from_row(row) for row in rows]


def silent_since(now: datetime) -> datetime:
    """Threads in which nobody has said anything since then are over."""
    return now - SILENT_AFTER


def silent(tx: Tx, limit: int) -> list[Illness]:
    """Those threads."""
    rows = due_rows(tx, SILENT, illness, limit=limit, silent_since=silent_since(tx.now))
    return [from_row(row) for row in rows]


def last_word(tx: Tx, found: Illness) -> datetime:
    """When anybody last said or did anything in a thread."""
    return max((each.at for each in events(tx, found.id) if each.person_id is not None), default=found.opened_at)


def still_due(tx: Tx, found: Illness, column: str) -> Illness | None:
    """A thread that was due, held for this transaction; none when a tap was faster and it no longer is."""
    held = lock(tx, found.id)
    when = getattr(held, column) if held else None
    return held if held and held.state == IllnessState.OPEN and when is not None and when <= tx.now else None


def unreached(tx: Tx, illness_id: int) -> list[int]:
    """Who of those alerted cannot be reached and has not been named at home since they were lost.

    When the child is said to be worse, they are named anew. It is looked at once, and again when that can have changed.
    """
    change(tx, illness_id, IllnessState.OPEN, reach_at=None)
    lost = tx.all(_LOST, {"key": illness_id})
    happened = events(tx, illness_id, Happening.UNREACHED, *ASKED_ANEW) if lost else []
    asked = asked_anew(happened)
    named = [each for each in happened if each.what == Happening.UNREACHED and each.id > asked]
    return [
        row.id
        for row in lost
        if not any(each.person_id == row.id and each.at >= row.unreachable_since for each in named)
    ]


def person_lost(tx: Tx, person_id: int) -> None:
    """Somebody cannot be reached any more: where they were alerted, that is to be said at home."""
    tx.change(_LOOK_FOR_LOST, {"person": person_id, "reach_at": tx.now})


def is_kept_home(tx: Tx, circle: Circle, found: Illness) -> bool:
    """Whether only those at home are told of it: nothing is shared, and nobody but the school has told of it."""
    if not circle.child.sharing_stopped or not by_school(circle, found.opened_by):
        return False
    return not events(tx, found.id, Happening.TOLD)
