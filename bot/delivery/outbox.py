"""The outbox: everything that leaves, as rows; the sender picks the best one when a slot is free."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Unpack

from sqlalchemy import Row as SqlRow
from sqlalchemy import SmallInteger, and_, bindparam, func, select, update

from bot import metrics
from bot.db.columns import is_in, is_still
from bot.db.tables import outbox
from bot.db.transaction import Tx
from bot.delivery.payloads import Changes, Columns, Payload
from bot.delivery.states import OutboxState
from bot.domain.notifications import Lane
from bot.log import without_quotes
from bot.records import record

LEASE = timedelta(seconds=60)
ATTEMPTS = 8
EXPIRED = "expired"  # the reason of what nobody needs any more


@record(frozen=True, slots=True)
class Row:
    """One thing to send; `chat` is none for what is no message (answers to presses) and so is not paced."""

    id: int
    chat: int | None
    person_id: int | None
    lane: Lane
    attempt: int
    retry_if_unknown: bool
    card: str | None
    edits_card: bool
    payload: Payload
    due_at: datetime
    wanted_at: datetime | None
    company: tuple["Row", ...] = ()  # what leaves in the same message
    morning: bool = False  # it has waited for the end of its reader's night
    silent: bool = False


_WAITED = {lane: metrics.WAITED.labels(lane.name.lower()) for lane in Lane}

# Of alerts and answers the first of each chat go before all that are second: no chat's thousands delay another's.
_BEFORE = outbox.alias()
_LAST = select(_BEFORE.c.turn + 1).where(
    _BEFORE.c.chat == bindparam("whose", type_=outbox.c.chat.type),
    _BEFORE.c.lane == bindparam("along", type_=SmallInteger),
    is_in(_BEFORE, OutboxState.PENDING, OutboxState.SENDING),
)
_TURN = func.coalesce(_LAST.order_by(_BEFORE.c.id.desc()).limit(1).scalar_subquery(), 0)
_IN_TURN = outbox.insert().values(turn=_TURN)


def put(tx: Tx, payload: Payload, *, lane: int, chat: int | None = None, **values: Unpack[Columns]) -> int:
    """One new row, due now unless it says otherwise; its number."""
    tx.woke.add("outbox")
    tx.told.add(values.get("person_id") or 0)
    columns = {"due_at": tx.now, "retry_if_unknown": False, "edits_card": False, **values}
    row = {
        "payload": payload,
        "lane": lane,
        "chat": chat,
        "state": OutboxState.PENDING,
        "attempt": 0,
        "created_at": tx.now,
    }
    if chat is None or lane > Lane.REPLY:
        return tx.add(outbox, **row, **columns)
    return tx.put(outbox, _IN_TURN, {**row, **columns, "whose": chat, "along": lane})


_UNSEEN = is_still(outbox, OutboxState.PENDING, OutboxState.WAITING)
# Statements made once: making them anew takes longer than running them.
_GET = select(outbox).where(outbox.c.id.in_(bindparam("keys", expanding=True)), is_still(outbox, OutboxState.PENDING))
_CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("keys", expanding=True)), is_still(outbox, OutboxState.PENDING))
    .values(state=OutboxState.SENDING, attempt=outbox.c.attempt + 1, lease_until=bindparam("lease"))
    .returning(outbox.c.id)
)
_COUNTS = func.coalesce(bindparam("counts", type_=SmallInteger), outbox.c.attempt)  # none: whichever it is
_CHANGE = update(outbox).where(
    outbox.c.id == bindparam("key"), outbox.c.state == bindparam("was"), outbox.c.attempt == _COUNTS
)
_LIKE = {
    column.name: select(
        outbox.c.id, outbox.c.payload, outbox.c.lane, outbox.c.retry_if_unknown, outbox.c.due_at, outbox.c.wanted_at
    )
    .where(outbox.c.person_id == bindparam("person"), column == bindparam("value"), _UNSEEN)
    .order_by(outbox.c.id.desc())
    .limit(1)
    .with_for_update()
    for column in (outbox.c.card, outbox.c.merge)
}


def claim(tx: Tx, row_id: int) -> Row | None:
    """Take a pending row under a lease; none when somebody else did, or when it has expired."""
    return next(iter(claim_all(tx, [row_id])), None)


def claim_all(tx: Tx, row_ids: Sequence[int]) -> list[Row]:
    """As `claim`, several rows in their order; raises CannotDecrypt before any of them is claimed."""
    found = {row.id: row for row in tx.all(_GET, {"keys": row_ids})}
    over = [number for number, row in found.items() if row.expires_at is not None and row.expires_at <= tx.now]
    expired = set(over if tx.sure else ())
    for number in expired:
        finish(tx, number, OutboxState.DISCARDED, reason=EXPIRED, was=OutboxState.PENDING)
    wanted = [found[each] for each in row_ids if each in found and each not in expired]
    if not wanted:
        return []
    ours = {row.id for row in tx.all(_CLAIM, {"keys": [row.id for row in wanted], "lease": tx.now + LEASE})}
    return [_claimed(row, tx.now) for row in wanted if row.id in ours]


def _claimed(row: SqlRow[Any], now: datetime) -> Row:
    if not row.attempt:
        _WAITED[row.lane].observe((now - row.due_at).total_seconds())
    return Row(
        id=row.id,
        chat=row.chat,
        person_id=row.person_id,
        lane=Lane(row.lane),
        attempt=row.attempt + 1,
        retry_if_unknown=row.retry_if_unknown,
        card=row.card,
        edits_card=row.edits_card,
        payload=row.payload,
        due_at=row.due_at,
        wanted_at=row.wanted_at,
    )


def finish(
    tx: Tx,
    row_id: int,
    state: OutboxState,
    *,
    was: OutboxState = OutboxState.SENDING,
    attempt: int | None = None,
    reason: str | None = None,
    message_id: int | None = None,
) -> bool:
    """End a row in `state`; false when it was not in state `was`, or this is no longer the attempt that counts."""
    ended: dict[str, Any] = {"state": state, "done_at": tx.now, "lease_until": None}
    if reason is not None:
        ended["reason"] = without_quotes(reason)[:200]  # a plain column: nobody's words may stand there
    if message_id is not None:
        ended["message_id"] = message_id
    return tx.change(_CHANGE, {"key": row_id, "was": was, "counts": attempt, **ended}) == 1


def put_back(
    tx: Tx, row_id: int, not_before: datetime, reason: str, *, attempt: int | None = None, aside: bool = False
) -> bool:
    """Try a row again at `not_before`, an instant; false when that is decided already, or another is on its way.
    `aside`: as if it was never tried, so that nothing waits behind it."""
    tx.woke.add("outbox")
    values = {
        "state": OutboxState.PENDING,
        "due_at": not_before,
        "lease_until": None,
        "reason": without_quotes(reason)[:200],
        **({"attempt": 0} if aside else {}),
    }
    return tx.change(_CHANGE, {"key": row_id, "was": OutboxState.SENDING, "counts": attempt, **values}) == 1


def unclaim(tx: Tx, row_id: int, attempt: int) -> None:
    """What was claimed and certainly never left waits again, as if it had not been claimed."""
    values = {"state": OutboxState.PENDING, "lease_until": None, "attempt": attempt - 1}
    tx.change(_CHANGE, {"key": row_id, "was": OutboxState.SENDING, "counts": attempt, **values})


def keep_for_later(tx: Tx, row_ids: Sequence[int]) -> int:
    """Put back what is still in flight while nobody gets through; how many rows."""
    why = {"state": OutboxState.PENDING, "lease_until": None, "reason": "nobody got through"}
    return tx.change(
        update(outbox).where(outbox.c.id.in_(row_ids), is_still(outbox, OutboxState.SENDING)).values(**why)
    )


def hasten(tx: Tx, row_ids: Sequence[int]) -> int:
    """Let these leave now, where they were to be tried again later; how many."""
    tx.woke.add("outbox")
    later = outbox.c.id.in_(row_ids), is_still(outbox, OutboxState.PENDING), outbox.c.due_at > tx.now
    return tx.change(update(outbox).where(*later).values(due_at=tx.now))


def move(tx: Tx, old: int, new: int) -> int:
    """A group has become a supergroup: what waits for it goes there."""
    waits = is_in(outbox, OutboxState.PENDING, OutboxState.SENDING)
    return tx.change(update(outbox).where(outbox.c.chat == old, waits).values(chat=new))


def _clear(tx: Tx, *conditions: Any, reason: str) -> int:
    return tx.change(
        update(outbox).where(_UNSEEN, *conditions).values(state=OutboxState.CLEARED, done_at=tx.now, reason=reason)
    )


def clear_row(tx: Tx, row_id: int, reason: str) -> bool:
    """Drop one row that waits; false when it is on its way already."""
    return _clear(tx, outbox.c.id == row_id, reason=reason) == 1


def clear_card(tx: Tx, name: str, person_id: int | None = None) -> int:
    """Drop what waits for one card, of one person or of all."""
    whose = [] if person_id is None else [outbox.c.person_id == person_id]
    return _clear(
        tx, is_in(outbox, OutboxState.PENDING, OutboxState.WAITING), outbox.c.card == name, *whose, reason="overtaken"
    )


def pending_card(tx: Tx, person_id: int, name: str) -> SqlRow[Any] | None:
    """The row that waits for a person, for one card, and how soon it leaves."""
    return tx.first(_LIKE["card"], {"person": person_id, "value": name})


def pending_merge(tx: Tx, person_id: int, name: str) -> SqlRow[Any] | None:
    """The row that waits for a person and takes what has this merge name, and how soon it leaves."""
    return tx.first(_LIKE["merge"], {"person": person_id, "value": name})


def set_payload(tx: Tx, row_id: int, payload: Payload, **values: Unpack[Changes]) -> bool:
    """Let a row that waits say something else; false when it is on its way already."""
    tx.woke.add("outbox")  # the sender may have passed over the row while we held it
    condition = and_(outbox.c.id == row_id, _UNSEEN)
    return tx.change(update(outbox).where(condition).values(payload=payload, **values)) == 1


def hold(tx: Tx, person_id: int) -> int:
    """Keep what waits for somebody unreachable until they are back."""
    return tx.change(
        update(outbox)
        .where(outbox.c.person_id == person_id, is_still(outbox, OutboxState.PENDING), outbox.c.chat.is_not(None))
        .values(state=OutboxState.WAITING)
    )


def release(tx: Tx, person_id: int) -> int:
    """Send what waited for somebody who is back."""
    tx.woke.add("outbox")
    return tx.change(
        update(outbox)
        .where(outbox.c.person_id == person_id, outbox.c.state == OutboxState.WAITING)
        .values(state=OutboxState.PENDING, due_at=tx.now)
    )


def held(tx: Tx, person_id: int) -> Sequence[SqlRow[Any]]:
    """What waits for a person and could leave at another time: `lane`, `retry_if_unknown`, `wanted_at` and more."""
    return tx.all(
        select(outbox.c.id, outbox.c.lane, outbox.c.retry_if_unknown, outbox.c.wanted_at, outbox.c.payload)
        .where(
            outbox.c.person_id == person_id,
            _UNSEEN,
            outbox.c.wanted_at.is_not(None),
            outbox.c.lane > Lane.REPLY,
        )
        .order_by(outbox.c.id)
        .with_for_update()
    )


def waiting_for(tx: Tx, person_id: int) -> Sequence[SqlRow[Any]]:
    """Every message that waits for a person: `id`, `edits_card` and `payload`."""
    return tx.all(
        select(outbox.c.id, outbox.c.edits_card, outbox.c.payload)
        .where(
            outbox.c.person_id == person_id,
            _UNSEEN,
            outbox.c.chat.is_not(None),
        )
        .order_by(outbox.c.id)
        .with_for_update()
    )


def postpone(tx: Tx, row_id: int, due_at: datetime) -> None:
    """Let what waits leave at another time."""
    tx.woke.add("outbox")
    tx.change(update(outbox).where(outbox.c.id == row_id, _UNSEEN).values(due_at=due_at))
