"""When Telegram was last heard, and the outage that is being mended."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, and_, bindparam, delete, select

from bot.db import installation
from bot.db.columns import is_in, is_one_of
from bot.db.tables import (
    approval,
    call,
    check_in,
    illness,
    illness_event,
    member,
    notice,
    outbox,
    person,
    promise,
    school_word,
)
from bot.db.tables import installation as learned
from bot.db.transaction import Tx
from bot.delivery.states import OutboxState
from bot.domain.circle.approvals import ApprovalState
from bot.domain.daily.check_ins import CheckInState
from bot.domain.illness.illnesses import IllnessState
from bot.domain.notifications import Lane
from bot.domain.outages import Outage
from bot.domain.school.notices import NoticeState

HEARD = "heard_at"
OUTAGE = "outage"

UNCERTAIN = "it may have been sent before the restore"  # the reason of what was let go then

CURRENT = select(learned.c.value).where(is_one_of(learned.c.name, OUTAGE))
_HELD = CURRENT.with_for_update()


def hear(tx: Tx, *, interrupted: bool) -> None:
    """Telegram is heard now; where that was interrupted for long, what was lost is to be mended."""
    last = installation.get(tx, HEARD)
    installation.learn(tx, HEARD, tx.now.isoformat())
    if not interrupted or last is None:
        return
    found = Outage(datetime.fromisoformat(last), tx.now)
    if found.lost_presses:
        before = current(tx)
        keep(tx, before.joined(found) if before else found)


def current(tx: Tx) -> Outage | None:
    """The outage that is being mended, held so that two processes do not mend the same part."""
    value = tx.scalar(_HELD)
    if value is None:
        return None
    begin, end, *more = json.loads(value)
    return Outage(datetime.fromisoformat(begin), datetime.fromisoformat(end), *more)


def keep(tx: Tx, outage: Outage | None) -> None:
    """Remember how far mending has come; none when it is done."""
    if outage is None:
        tx.change(delete(learned).where(learned.c.name == OUTAGE))
        return
    value = json.dumps([outage.begin.isoformat(), outage.end.isoformat(), outage.step, outage.after, outage.restored])
    installation.learn(tx, OUTAGE, value)


def concerned(tx: Tx, outage: Outage, limit: int) -> list[int]:
    """The rows that the outage's step still has to look at: illnesses, children, people and what else it names."""
    column, which = _of(outage)
    query = select(column).where(which, column > outage.after).distinct().order_by(column).limit(limit)
    return [int(row[0]) for row in tx.all(query)]


def _of(outage: Outage) -> tuple["Column[Any]", ColumnElement[bool]]:
    let_go = and_(outbox.c.done_at > outage.begin, is_in(outbox, OutboxState.CLEARED), outbox.c.reason == UNCERTAIN)
    asked = and_(check_in.c.state.in_([CheckInState.ASKED, CheckInState.LATE]), check_in.c.asked_at < outage.end)
    steps: dict[str, tuple[Column[Any], ColumnElement[bool]]] = {
        "illnesses": (
            illness.c.id,
            is_in(illness, *([IllnessState.DRAFT, IllnessState.OPEN] if outage.restored else [IllnessState.OPEN])),
        ),
        "check-ins": (check_in.c.child_id, asked),
        "people": (person.c.id, person.c.consented_at.is_not(None)),
        "words": (outbox.c.id, and_(let_go, outbox.c.retry_if_unknown, outbox.c.lane != Lane.REPLY)),
        "notices": (notice.c.id, and_(is_in(notice, NoticeState.SCHEDULED), notice.c.send_at.is_(None))),
        "approvals": (approval.c.id, is_in(approval, ApprovalState.WAITING)),
        "places": (member.c.id, member.c.remove_at.is_not(None)),
    }
    return steps[outage.step]


def let_go(tx: Tx, row_id: int) -> tuple[int, list[dict[str, Any]]]:
    """Of a row of the outbox whom it was for and what it would have said; nothing where it was for nobody."""
    here = outbox.c.id == row_id, outbox.c.person_id.is_not(None)
    row = tx.first(select(outbox.c.person_id, outbox.c.payload).where(*here))
    return (row.person_id, row.payload["events"]) if row else (0, [])


def _author_in(column: "Column[Any]") -> Select[Any]:
    return select(column).where(column.table.c.id == bindparam("key"))


_AUTHORS = {
    "event_id": _author_in(illness_event.c.person_id),
    "notice_id": _author_in(notice.c.author_id),
    "word_id": _author_in(school_word.c.author_id),
    "promise_id": _author_in(promise.c.made_by),
    "check_in_id": _author_in(check_in.c.answered_by),
    "call_id": _author_in(call.c.planned_by),
}


# A word of the school in which the family speaks.
_OF_FAMILY = {"AbsenceAnswered", "HoursShown", "HoursTold", "StaysHomeShown", "WordAnswered"}


def author_of(tx: Tx, about: dict[str, Any]) -> int | None:
    """Who wrote or tapped it; none for a letter, and for what Homeline itself began."""
    if about["kind"] in _OF_FAMILY:
        said: int | None = tx.scalar(_author_in(school_word.c.answered_by), {"key": about["word_id"]})
        return said
    found: int | None = next(
        (tx.scalar(look, {"key": about[name]}) for name, look in _AUTHORS.items() if name in about), None
    )
    return found
