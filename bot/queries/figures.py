"""How much waits where, and since when: numbers for who runs Homeline, and nothing about anybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, bindparam, func, select

from bot.db import installation, leases
from bot.db.columns import Instant, is_in
from bot.db.tables import inbox, outbox, person, report
from bot.db.transaction import Tx
from bot.delivery import send_outages
from bot.delivery.outbox import EXPIRED
from bot.delivery.states import InboxState, OutboxState
from bot.domain.notifications import Lane

_A_DAY = timedelta(days=1)
_MOST = 1000  # given up within a day: more are not counted


@dataclass(frozen=True, slots=True)
class Queue:
    """One lane: what is due and has not left, what is for later, and since when the first of it is due."""

    lane: Lane
    due: int
    later: int
    oldest_due: datetime | None


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A message that is not sent again: its row, and why."""

    row: int
    lane: Lane
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Figures:
    """One installation at one instant."""

    at: datetime
    queues: tuple[Queue, ...]
    sending: int
    outage_since: datetime | None  # since when Telegram takes no message
    given_up: tuple[GivenUp, ...]  # within the last day, the newest first
    held: int  # messages that wait for people who cannot be reached
    updates_new: int
    updates_oldest: datetime | None
    updates_parked: int
    last_update: datetime | None
    unreachable: int
    reports: int  # what families have reported and nobody has answered yet
    reports_oldest: datetime | None
    reports_within: timedelta  # in which whoever runs this has promised to answer
    watches: tuple[tuple[str, bool], ...]  # where processes share a database: whether one has this watch

    @property
    def reports_late(self) -> bool:
        """Whether a report has waited for longer than was promised."""
        return self.reports_oldest is not None and self.at - self.reports_oldest > self.reports_within


def gather(tx: Tx) -> Figures:
    """Every figure, each served by an index."""
    new, reports = tx.first(_NEW), tx.first(_REPORTS)
    assert new is not None
    assert reports is not None
    return Figures(
        at=tx.now,
        queues=tuple(_queue(tx, lane) for lane in Lane),
        sending=tx.scalar(_SENDING),
        outage_since=send_outages.since(tx),
        given_up=tuple(GivenUp(row.id, Lane(row.lane), row.done_at, row.reason or "") for row in _given_up(tx)),
        held=tx.scalar(_HELD),
        updates_new=new.many,
        updates_oldest=new.oldest,
        updates_parked=tx.scalar(_PARKED),
        last_update=tx.scalar(_LAST),
        unreachable=tx.scalar(_UNREACHABLE),
        reports=reports.many,
        reports_oldest=reports.oldest,
        reports_within=installation.reports_within(tx),
        watches=leases.kept(tx),
    )


def _many(table: Table, *conditions: ColumnElement[bool]) -> Any:
    return select(func.count()).select_from(table).where(*conditions)


_NOW = bindparam("now", type_=Instant)
_LANE = outbox.c.lane == bindparam("lane")
_DUE = select(func.count().label("many"), func.min(outbox.c.due_at).label("oldest")).where(
    is_in(outbox, OutboxState.PENDING), _LANE, outbox.c.due_at <= _NOW
)
_LATER = _many(outbox, is_in(outbox, OutboxState.PENDING), _LANE, outbox.c.due_at > _NOW)
_SENDING = _many(outbox, is_in(outbox, OutboxState.SENDING))
_GIVEN_UP = (
    select(outbox.c.id, outbox.c.lane, outbox.c.done_at, outbox.c.reason)
    .where(
        is_in(outbox, OutboxState.UNKNOWN, OutboxState.DISCARDED), outbox.c.done_at > bindparam("since", type_=Instant)
    )
    .where(outbox.c.reason != EXPIRED)
    .order_by(outbox.c.done_at.desc())
    .limit(_MOST)
)
_HELD = _many(outbox, is_in(outbox, OutboxState.WAITING))
_NEW = select(func.count().label("many"), func.min(inbox.c.received_at).label("oldest")).where(
    is_in(inbox, InboxState.NEW)
)
_REPORTS = select(func.count().label("many"), func.min(report.c.at).label("oldest")).where(report.c.closed_at.is_(None))
_PARKED = _many(inbox, is_in(inbox, InboxState.PARKED))
_LAST = select(inbox.c.received_at).where(inbox.c.id == select(func.max(inbox.c.id)).scalar_subquery())
_UNREACHABLE = _many(person, person.c.unreachable_since.is_not(None))


def _queue(tx: Tx, lane: Lane) -> Queue:
    values = {"lane": int(lane), "now": tx.now}
    due = tx.first(_DUE, values)
    assert due is not None
    return Queue(lane, due.many, tx.scalar(_LATER, values), due.oldest)


def _given_up(tx: Tx) -> Sequence[Row[Any]]:
    return tx.all(_GIVEN_UP, {"since": tx.now - _A_DAY})
