"""What a clock that was ahead has written down as done: once the right time is known, nothing has happened tomorrow.

Every table is read, so it is done only when the clock has gone back, or an operator says so.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import Column, Select, Table, Update, bindparam, func, select, update

from bot.db.columns import EncryptedInstant, Instant
from bot.db.tables import (
    call,
    child,
    class_room,
    invite,
    meeting,
    meeting_slot,
    member,
    metadata,
    notice,
    operator,
    outbox,
    person,
    promise,
    school_day,
)
from bot.db.transaction import Tx
from bot.domain.privacy.crisis import HUSH_FOR
from bot.queries.far_off import DUE

# What somebody has chosen, or what runs out: it lies ahead, but never for years.
_AHEAD: frozenset[Column[Any]] = frozenset(
    {
        *DUE,
        *(person.c.paused_until, child.c.paused_until, member.c.away_until, member.c.new_until, member.c.read_at),
        *(child.c.idle_at, invite.c.expires_at, operator.c.link_until, outbox.c.wanted_at, outbox.c.expires_at),
        *(call.c.next_at, promise.c.next_at, class_room.c.next_at, notice.c.outcome_at),
        class_room.c.back_at,
        *(meeting.c.open_at, meeting_slot.c.next_at, school_day.c.next_at),
    }
)
# A day that people have agreed on is theirs to change: `homeline doctor` names it.
_AGREED: frozenset[Column[Any]] = frozenset(
    {call.c.at, notice.c.send_at, notice.c.weekly_until, notice.c.answer_until, class_room.c.ends_at, meeting_slot.c.at}
)
_TOMORROW, _YEARS = timedelta(days=1), timedelta(days=800)  # after two years it is asked whether anybody is there


def _columns() -> list[tuple[Column[Any], str]]:
    every = [each for table in metadata.sorted_tables for each in table.c if isinstance(each.type, Instant)]
    return [(each, "years" if each in _AHEAD | _AGREED else "tomorrow") for each in every]


def _count(table: Table) -> tuple[list[str], Select[Any]]:
    """The names of a table's columns, and in how many rows each is ahead: one walk through the table counts for all."""
    limits = [(each, limit) for each, limit in _COLUMNS if each.table is table]
    counts: list[Any] = [func.count().filter(each > _LIMITS[limit]) for each, limit in limits]
    return [f"{table.name}.{each.name}" for each, _limit in limits], select(*counts)


_COLUMNS = _columns()
DONE = tuple(each for each, limit in _COLUMNS if limit == "tomorrow")
_LIMITS = {name: bindparam(name, type_=Instant) for name in ("tomorrow", "years")}
_COUNTS = [_count(table) for table in metadata.sorted_tables if any(each.table is table for each, _limit in _COLUMNS)]
_SET: list[Update] = [
    update(each.table).where(each > _LIMITS[limit]).values({each.name: bindparam("here", type_=Instant)})
    for each, limit in _COLUMNS
    if each not in _AGREED
]
_SEEN = update(person).where(person.c.seen_on > bindparam("today")).values(seen_on=bindparam("today"))
_SEALED = [each for table in metadata.sorted_tables for each in table.c if isinstance(each.type, EncryptedInstant)]


def named(tx: Tx) -> dict[str, int]:
    """Each column that has some, and in how many rows."""
    limits = _limits(tx)
    found = {name: rows for names, count in _COUNTS for name, rows in zip(names, *tx.all(count, limits), strict=True)}
    return {name: rows for name, rows in found.items() if rows}


def mend(tx: Tx) -> int:
    """What was done later than now was done now; how many values."""
    limits = _limits(tx)
    done = sum(tx.change(each, {**limits, "here": tx.now}) for each in _SET)
    done += tx.change(_SEEN, {"today": tx.now.date().isoformat()})
    return done + sum(_mend_sealed(tx, each) for each in _SEALED)


def _mend_sealed(tx: Tx, column: Column[Any]) -> int:
    """A sealed instant is compared once it is opened; few rows have one."""
    key = column.table.c.id
    rows = tx.all(select(key, column).where(column.is_not(None)))
    far = [row.id for row in rows if getattr(row, column.name) > tx.now + HUSH_FOR]
    return sum(tx.change(update(column.table).where(key == number), {column.name: tx.now}) for number in far)


def _limits(tx: Tx) -> dict[str, Any]:
    return {"tomorrow": tx.now + _TOMORROW, "years": tx.now + _YEARS}
