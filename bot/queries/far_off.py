"""What a wrong clock has left behind, once the right time is known.

A due time that no rule would put so far off is pulled back. And the time in which somebody can object or answer stands
still while Homeline does: whoever had three days has three, also when it was stopped for four.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Select,
    Update,
    bindparam,
    exists,
    func,
    or_,
    select,
    tuple_,
    update,
)

from bot.db.columns import LIMIT, Instant, is_in
from bot.db.tables import (
    approval,
    bedtime,
    check_in,
    child,
    escalation,
    fetch,
    held_text,
    idea_plan,
    illness,
    letter,
    member,
    outbox,
    person,
    school_talk,
    school_thread,
    school_word,
    unsent_talk,
    worry,
)
from bot.db.transaction import Tx
from bot.delivery.outbox import LEASE
from bot.delivery.states import OutboxState
from bot.domain.circle.approvals import ApprovalState
from bot.domain.circle.membership import FINAL_AFTER
from bot.domain.circle.presence import COACHED_AGAIN
from bot.domain.clocks import SHORT_STOP
from bot.domain.daily.check_ins import CheckInState
from bot.domain.daily.escalation import WEEK
from bot.domain.daily.letter_box import PLAY_AFTER
from bot.domain.deliveries import LOOK_AGAIN
from bot.domain.illness.illnesses import ALERT_AFTER, CALL_LASTS, STAND_INS_AFTER, IllnessState
from bot.domain.local_time import next_at
from bot.domain.notifications import Lane
from bot.domain.privacy.erasing import COOLING_OFF
from bot.domain.privacy.retention import kept
from bot.domain.school.absences import PARENTS_AFTER
from bot.domain.school.talk_silences import LOOK
from bot.domain.school.unsent_talks import REMIND_AFTER
from bot.domain.school.worries import WAITS_FOR

_DAY = timedelta(days=1)
_SOON = timedelta(hours=1)  # what is urgent is tried again sooner
# So many rows in one unit: whoever raises an alert meanwhile waits for no more.
SLICE = 500


@dataclass(frozen=True, slots=True)
class _Due:
    """A column of due times, how far ahead its rules go, and which rows it counts for."""

    column: Column[Any]
    ahead: timedelta
    where: tuple[ColumnElement[bool], ...] = ()
    name: str = ""

    @property
    def limit(self) -> str:
        """The name of the instant after which it is far off."""
        return f"{self.column.table.name}_{self.column.name}{self.name}"

    def far_off(self) -> tuple[ColumnElement[bool], ...]:
        return (*self.where, self.column > bindparam(self.limit, type_=Instant))


_RUNS = (is_in(illness, IllnessState.DRAFT, IllnessState.OPEN),)
_OPEN = (is_in(check_in, CheckInState.NEW, CheckInState.ASKED, CheckInState.LATE),)
_CLIMBS = (escalation.c.ended_at.is_(None),)
_WAITS = (is_in(approval, ApprovalState.WAITING),)
_NEXT_CHECK_IN = _Due(child.c.next_check_in_at, 2 * _DAY)
_OUTBOX = tuple(
    _Due(
        outbox.c.due_at,
        _SOON if lane is Lane.URGENT else 3 * _DAY,
        (is_in(outbox, OutboxState.PENDING), outbox.c.lane == lane),
        f"_{lane.name.lower()}",
    )
    for lane in Lane
)
# What was chosen by somebody, a notice's hour or a promise's day, is not here; nor what a year puts off. In this order
# they are pulled back: first what tells of an illness.
_DUES = (
    _Due(illness.c.alert_at, ALERT_AFTER, (is_in(illness, IllnessState.DRAFT),)),
    _Due(outbox.c.lease_until, LEASE, (is_in(outbox, OutboxState.SENDING),)),
    *_OUTBOX[:1],
    _Due(illness.c.escalate_at, STAND_INS_AFTER, _RUNS),
    _Due(illness.c.call_until, CALL_LASTS, _RUNS),
    _Due(illness.c.ask_at, 2 * _DAY, _RUNS),
    _Due(illness.c.reach_at, timedelta(), _RUNS),
    _Due(school_word.c.next_at, PARENTS_AFTER),
    _Due(worry.c.next_at, WAITS_FOR),
    _Due(unsent_talk.c.next_at, REMIND_AFTER),
    *_OUTBOX[1:],
    _Due(check_in.c.remind_at, 2 * _DAY, _OPEN),
    _Due(check_in.c.grace_until, 10 * _DAY, _OPEN),
    _Due(check_in.c.tell_at, 2 * _DAY),
    _NEXT_CHECK_IN,
    _Due(escalation.c.next_at, WEEK + _DAY, _CLIMBS),
    _Due(letter.c.check_at, LOOK_AGAIN, (letter.c.told.is_distinct_from("arrived"),)),
    _Due(letter.c.check_at, 2 * PLAY_AFTER, (letter.c.told == "arrived",), "_arrived"),  # until it is played
    _Due(school_talk.c.check_at, LOOK_AGAIN),
    _Due(school_thread.c.next_at, LOOK),
    _Due(bedtime.c.next_at, 2 * _DAY),
    _Due(fetch.c.due_at, _SOON),
    _Due(idea_plan.c.next_at, 15 * _DAY),
    _Due(held_text.c.ask_at, kept("crises")),
    _Due(person.c.week_at, 8 * _DAY),
    _Due(person.c.coach_at, COACHED_AGAIN),
    _Due(person.c.own_week_at, 9 * _DAY),
    _Due(approval.c.due_at, COOLING_OFF, _WAITS),
    _Due(child.c.erase_at, COOLING_OFF),
    _Due(member.c.remove_at, FINAL_AFTER),
)
DUE: frozenset[Column[Any]] = frozenset(each.column for each in _DUES)
_COUNTS = tuple((each, select(func.count()).select_from(each.column.table).where(*each.far_off())) for each in _DUES)
_ANY: Select[Any] = select(or_(*(exists().where(*each.far_off()) for each in _DUES)))


def _pull(due: _Due) -> Update:
    """Some of its rows to the farthest that its rule goes; asked once more of each, for others write, too."""
    key = tuple_(*due.column.table.primary_key)
    some = select(*due.column.table.primary_key).where(*due.far_off()).limit(LIMIT)
    limit = bindparam(due.limit, type_=Instant)
    return update(due.column.table).where(key.in_(some), *due.far_off()).values({due.column.name: limit})


_PULLS = tuple((each, _pull(each)) for each in _DUES)
_UNASKED = select(child.c.id, child.c.minute, child.c.time_zone).where(*_NEXT_CHECK_IN.far_off()).limit(LIMIT)
_ASK = (
    update(child)
    .where(child.c.id == bindparam("key"), *_NEXT_CHECK_IN.far_off())
    .values(next_check_in_at=bindparam("at", type_=Instant))
)


def _waits_on(column: Column[Any], *where: ColumnElement[bool]) -> Update:
    later = column + bindparam("gap", type_=BigInteger)
    return update(column.table).where(*where, column > bindparam("since", type_=Instant)).values({column.name: later})


# In which others can still object, and in which home, or the school, can still answer.
_WAITED_FOR = (
    _waits_on(approval.c.due_at, *_WAITS),
    _waits_on(child.c.erase_at),
    _waits_on(member.c.remove_at),
    _waits_on(check_in.c.grace_until, *_OPEN),
    _waits_on(check_in.c.tell_at),
    _waits_on(escalation.c.next_at, *_CLIMBS),
    _waits_on(school_thread.c.next_at),
)


def pull_back(tx: Tx) -> int:
    """Bring back what is farther off than its rule goes, at most a slice of it; how many rows. At 0 it is all done."""
    limits = {each.limit: tx.now + each.ahead for each in _DUES}
    room = SLICE
    if tx.scalar(_ANY, limits):
        for due, pull in _PULLS:
            if room > 0:
                room -= _pulled(tx, due, pull, {due.limit: limits[due.limit], LIMIT.key: room})
    return SLICE - room


def _pulled(tx: Tx, due: _Due, pull: Update, values: dict[str, Any]) -> int:
    if due is not _NEXT_CHECK_IN:
        return tx.change(pull, values)
    rows = tx.all(_UNASKED, values)  # each is asked at the minute that it has
    asked = [{**values, "key": row.id, "at": next_at(tx.now, row.minute, row.time_zone)} for row in rows]
    if asked:
        tx.change_each(_ASK, asked)
    return len(rows)


def named(tx: Tx) -> dict[str, int]:
    """Each column that has some, and in how many rows."""
    found: dict[str, int] = {}
    for each, count in _COUNTS:
        name = f"{each.column.table.name}.{each.column.name}"
        found[name] = found.get(name, 0) + tx.scalar(count, {each.limit: tx.now + each.ahead})
    return {name: rows for name, rows in found.items() if rows}


def wait_on(tx: Tx, last: datetime | None) -> int:
    """Objections and answers have the time again in which nothing ran since `last`; how many rows."""
    if last is None or tx.now - last <= SHORT_STOP:
        return 0
    gap = (tx.now - last) // timedelta(microseconds=1)
    return sum(tx.change(each, {"since": last, "gap": gap}) for each in _WAITED_FOR)
