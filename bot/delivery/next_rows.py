"""Which rows of the outbox go next: the sender asks with every step."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, exists, literal_column, or_, select

from bot.db.columns import LIMIT, NOW, is_in, is_still
from bot.db.tables import outbox
from bot.db.transaction import Tx
from bot.delivery.states import OutboxState
from bot.domain.notifications import Lane

_EARLIER = outbox.alias()
# Looked up row by row, which LIMIT asks for: joined, each pick may walk all that waits.
_EARLIER_ONE = (
    select(_EARLIER.c.id)
    .where(
        _EARLIER.c.chat == outbox.c.chat,
        _EARLIER.c.lane == outbox.c.lane,
        _EARLIER.c.id < outbox.c.id,
        is_in(_EARLIER, OutboxState.PENDING, OutboxState.SENDING),
        or_(is_in(_EARLIER, OutboxState.SENDING), _EARLIER.c.due_at <= NOW, _EARLIER.c.attempt > 0),
    )
    .limit(1)
)


def _first_by(order: ColumnElement[Any], *which: ColumnElement[bool]) -> Select[Any]:
    return (
        select(outbox.c.id)
        .where(
            is_in(outbox, OutboxState.PENDING),
            outbox.c.lane == bindparam("lane"),
            *which,
            outbox.c.due_at <= NOW,
            outbox.c.chat.is_not(None),
            outbox.c.chat.not_in(bindparam("without", expanding=True)),
            _EARLIER_ONE.scalar_subquery().is_(None),
        )
        .order_by(order, outbox.c.id)
        .limit(LIMIT)
        .with_for_update(skip_locked=True, of=outbox)
    )


_BEST = _first_by(outbox.c.due_at)
# Alerts and answers: the first of each chat before all that are second. Written out, so that the index serves it.
_BEST_IN_TURN = _first_by(outbox.c.turn, outbox.c.lane <= literal_column(str(int(Lane.REPLY))))
_BEST_ANSWERS = (
    select(outbox.c.id)
    .where(
        is_in(outbox, OutboxState.PENDING, OutboxState.SENDING),
        is_still(outbox, OutboxState.PENDING),
        outbox.c.chat.is_(None),
        outbox.c.due_at <= NOW,
    )
    .order_by(outbox.c.lane, outbox.c.id)
    .limit(LIMIT)
    .with_for_update(skip_locked=True, of=outbox)
)
_WAITING = select(
    *(
        exists()
        .where(
            is_in(outbox, OutboxState.PENDING), outbox.c.lane == literal_column(str(int(lane))), outbox.c.due_at <= NOW
        )
        .label(lane.name)
        for lane in Lane
    )
)


def waiting_lanes(tx: Tx) -> tuple[Lane, ...]:
    """The lanes in which something is due, the most urgent first: one look, most often at nothing."""
    found = tx.first(_WAITING, {"now": tx.now})
    assert found is not None
    return tuple(lane for lane, waits in zip(Lane, found, strict=True) if waits)


def best(tx: Tx, lane: Lane, *, without_chats: Collection[int] = (), limit: int = 1) -> list[int]:
    """The messages of a lane that go next, one for each chat: longest due, or in turn, in the order of the chat.

    A row that was tried already holds its place: what follows it in its chat and lane waits for it.
    """
    values = {"now": tx.now, "lane": int(lane), "without": list(without_chats), "limit": limit}
    return [row.id for row in tx.all(_BEST_IN_TURN if lane <= Lane.REPLY else _BEST, values)]


def best_answers(tx: Tx, limit: int) -> list[int]:
    """The oldest answers to presses: no messages, so no limit of Telegram's holds them back."""
    return [row.id for row in tx.all(_BEST_ANSWERS, {"now": tx.now, "limit": limit})]
