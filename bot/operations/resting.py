"""A database that came back from a backup believes that it is then: before anything else, what it meant to do rests.

What it meant to send may have been sent, what it meant to do at a time may have been called off; nobody knows. The
ticks mend it afterwards, step by step, as after any outage (`bot/ticks/mend_outages.py`).
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, and_, func, or_, select, true, update

from bot.db import installation, timekeeping
from bot.db.columns import is_in
from bot.db.tables import (
    approval,
    check_in,
    child,
    escalation,
    illness,
    inbox,
    letter,
    look_in,
    member,
    notice,
    outbox,
    school_talk,
    school_thread,
    school_word,
)
from bot.db.tables import installation as learned
from bot.db.transaction import Tx
from bot.delivery.states import InboxState, OutboxState
from bot.domain.circle.approvals import WITHIN, ApprovalState, Wish
from bot.domain.circle.membership import FINAL_AFTER
from bot.domain.daily.check_ins import GRACE, CheckInState
from bot.domain.illness.illnesses import IllnessState
from bot.domain.notifications import Lane
from bot.domain.outages import ESCALATED, RESTORED, Outage
from bot.domain.privacy.erasing import COOLING_OFF
from bot.domain.privacy.idle import ASK_AGAIN
from bot.domain.school.absences import PARENTS_AFTER
from bot.domain.school.notices import NoticeState
from bot.domain.school.school_words import WordState
from bot.domain.school.talk_silences import ENOUGH
from bot.queries import outages

_MADE_AT = "restored_from"
_HELD = select(learned.c.value).where(learned.c.name == _MADE_AT).with_for_update()


def mark(tx: Tx, made_at: datetime) -> None:
    """This database is as it was then; where Telegram stands, and when it was last heard, is not known any more."""
    installation.learn(tx, _MADE_AT, made_at.isoformat())
    for name in ("offset", outages.HEARD, outages.OUTAGE, timekeeping.LAST, timekeeping.DOUBT):
        installation.forget(tx, name)


def rest(tx: Tx) -> None:
    """Before the first step after a restore: what time alone would do now waits for people."""
    made_at = tx.scalar(_HELD)  # of several processes that start, one does it
    if made_at is None:
        return
    installation.forget(tx, _MADE_AT)
    unheard = tx.scalar(select(func.min(inbox.c.received_at)).where(is_in(inbox, InboxState.NEW)))
    begin = min(datetime.fromisoformat(made_at), unheard or tx.now)
    _let_go_of_messages(tx)
    _rest_alerts(tx, is_fresh=tx.now - begin < ESCALATED)
    _give_time_again(tx)
    outages.keep(tx, Outage(begin, tx.now, RESTORED[0], restored=True))
    outages.hear(tx, interrupted=False)


def _let_go_of_messages(tx: Tx) -> None:
    """What had come was most likely handled, and may mean nothing by now; what waited was most likely sent.

    A person's words stay where they wait for the end of a night, or for somebody who cannot be reached.
    """
    came = {"state": InboxState.DONE, "payload": None, "done_at": tx.now, "reason": "from before the restore"}
    tx.change(update(inbox).where(is_in(inbox, InboxState.NEW)).values(**came))
    words = and_(outbox.c.retry_if_unknown, outbox.c.lane > Lane.REPLY)
    waits = or_(is_in(outbox, OutboxState.WAITING), and_(is_in(outbox, OutboxState.PENDING), outbox.c.due_at > tx.now))
    gone = {"state": OutboxState.CLEARED, "done_at": tx.now, "lease_until": None, "reason": outages.UNCERTAIN}
    for state in (OutboxState.PENDING, OutboxState.WAITING, OutboxState.SENDING):
        tx.change(update(outbox).where(is_in(outbox, state), ~and_(words, waits)).values(**gone))
    for table in (letter, school_talk):
        tx.change(update(table).where(table.c.check_at.is_not(None)).values(check_at=tx.now))


def _rest_alerts(tx: Tx, *, is_fresh: bool) -> None:
    """No alert leaves and no escalation goes on before home was asked; an absence of hours ago alarms nobody."""
    timers = dict.fromkeys(("alert_at", "escalate_at", "ask_at", "reach_at", "call_until", "caller_id"))
    tx.change(update(illness).where(is_in(illness, IllnessState.DRAFT, IllnessState.OPEN)).values(**timers))
    tx.change(update(escalation).where(escalation.c.ended_at.is_(None)).values(ended_at=tx.now, next_at=None))
    tx.change(update(look_in).where(look_in.c.ended_at.is_(None)).values(ended_at=tx.now))
    begun = school_word.c.next_at.is_not(None), school_word.c.state == WordState.DRAFT
    tx.change(update(school_word).where(*begun).values(state=WordState.UNDONE, next_at=None))
    parents_at = tx.now + PARENTS_AFTER if is_fresh else None
    tx.change(update(school_word).where(school_word.c.next_at.is_not(None)).values(next_at=parents_at))


def _give_time_again(tx: Tx) -> None:
    """Whatever happens unless somebody says no: the no may be what was lost."""
    asked = is_in(check_in, CheckInState.ASKED, CheckInState.LATE)
    tx.change(update(check_in).where(asked, check_in.c.remind_at.is_not(None)).values(remind_at=None))
    _not_before(
        tx, check_in, "grace_until", GRACE, is_in(check_in, CheckInState.NEW, CheckInState.ASKED, CheckInState.LATE)
    )
    _not_before(tx, check_in, "tell_at", GRACE, check_in.c.tell_at.is_not(None))
    _not_before(tx, approval, "due_at", WITHIN, is_in(approval, ApprovalState.WAITING))
    _not_before(
        tx,
        approval,
        "due_at",
        COOLING_OFF,
        and_(is_in(approval, ApprovalState.WAITING), approval.c.action == Wish.ERASE),
    )
    _not_before(tx, member, "remove_at", FINAL_AFTER)
    _not_before(tx, school_thread, "next_at", ENOUGH)
    _not_before(tx, child, "erase_at", COOLING_OFF)
    _not_before(tx, child, "idle_at", ASK_AGAIN, child.c.idle_asked > 0)
    due = is_in(notice, NoticeState.SCHEDULED), notice.c.send_at <= tx.now
    tx.change(update(notice).where(*due).values(send_at=None))


def _not_before(tx: Tx, table: Table, name: str, after: timedelta, where: ColumnElement[bool] | None = None) -> None:
    column, then = table.c[name], tx.now + after
    mine = true() if where is None else where
    tx.change(update(table).where(mine, column.is_not(None), column < then).values({name: then}))
