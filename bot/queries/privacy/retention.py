"""Rows whose time is over, by the table of retention."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, String, Table, and_, bindparam, delete, or_, select, update

from bot.db.columns import LIMIT, Instant
from bot.db.tables import (
    approval,
    audit,
    call,
    check_in,
    child,
    class_group,
    crisis_event,
    dialogue,
    enrolment,
    escalation,
    fetch,
    held_text,
    illness,
    invite,
    keepsake,
    look_in,
    meeting,
    notice,
    opened_poster,
    own_week,
    promise,
    report,
    roll_call,
    school_day,
    school_talk,
    school_thread,
    school_word,
    unfinished,
    unsent_talk,
    worry,
)
from bot.db.transaction import Tx
from bot.domain.privacy.retention import kept

# A calendar day is over everywhere on earth when it is two days behind.
_ANYWHERE = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Rule:
    """`old` finds by an index which rows of `table` are over; `keeps` empties columns of theirs instead."""

    table: Table
    old: Select[Any]
    keeps: dict[str, None] | None = None


def _before(name: str) -> ColumnElement[Any]:
    return bindparam(f"{name}_over", type_=Instant)


def _day_before(name: str) -> ColumnElement[Any]:
    return bindparam(f"{name}_day_over", type_=String)


def _rule(table: Table, *over: ColumnElement[bool], keeps: dict[str, None] | None = None) -> Rule:
    key = table.primary_key.columns[0]
    return Rule(table, select(key).where(*over).limit(LIMIT), keeps)


_went_out = or_(notice.c.sent_at.is_(None), notice.c.sent_at <= _before("notices"))
_goes_out = or_(notice.c.send_at.is_(None), notice.c.send_at <= _before("notices"))
_not_ill = or_(school_word.c.illness_id.is_(None), school_word.c.created_at <= _before("illness"))

RULES: tuple[Rule, ...] = (
    _rule(invite, invite.c.expires_at <= _before("invites")),
    _rule(illness, illness.c.closed_at <= _before("illness")),
    _rule(
        check_in,
        and_(check_in.c.face.is_not(None), check_in.c.answered_at <= _before("moods")),
        keeps={"face": None, "seen": None},
    ),
    _rule(
        child,
        and_(child.c.heard_at <= _before("illness"), child.c.heard_what.is_not(None)),
        keeps={"heard_from": None, "heard_what": None, "trend": None},
    ),
    _rule(check_in, check_in.c.due_at <= _before("check_ins")),
    _rule(escalation, escalation.c.ended_at <= _before("check_ins")),
    _rule(look_in, look_in.c.asked_at <= _before("look_ins")),
    _rule(own_week, own_week.c.asked_at <= _before("own_weeks")),
    _rule(keepsake, keepsake.c.asked_at <= _before("keepsakes")),
    _rule(notice, notice.c.created_at <= _before("notices"), _went_out, _goes_out),
    _rule(school_word, school_word.c.created_at <= _before("school_words"), _not_ill),
    _rule(school_talk, school_talk.c.sent_at <= _before("school_talks")),
    _rule(school_thread, school_thread.c.last_at <= _before("school_talks")),
    _rule(unsent_talk, unsent_talk.c.asked_at <= _before("unsent_talks")),
    _rule(worry, worry.c.sent_at <= _before("worries")),
    _rule(meeting, meeting.c.offered_at <= _before("meetings")),
    _rule(school_day, school_day.c.until <= _day_before("school_days")),
    _rule(opened_poster, opened_poster.c.opened_at <= _before("posters")),
    _rule(
        enrolment,
        and_(enrolment.c.initial.is_not(None), enrolment.c.changed_at <= _before("posters")),
        keeps={"initial": None},
    ),
    _rule(class_group, class_group.c.asked_at <= _before("groups")),
    _rule(roll_call, roll_call.c.day <= _day_before("roll_calls")),
    _rule(call, call.c.at <= _before("calls")),
    _rule(promise, promise.c.day <= _day_before("promises")),
    _rule(promise, promise.c.day.is_(None), promise.c.created_at <= _before("promises")),
    _rule(approval, approval.c.decided_at <= _before("approvals")),
    _rule(held_text, held_text.c.at <= _before("crises")),
    _rule(crisis_event, crisis_event.c.at <= _before("crises")),
    _rule(audit, audit.c.at <= _before("audit")),
    _rule(report, report.c.at <= _before("reports")),
    _rule(fetch, fetch.c.due_at <= _before("handled")),
    _rule(dialogue, dialogue.c.updated_at <= _before("dialogues")),
    _rule(unfinished, unfinished.c.kept_at <= _before("unfinished")),
)
LOOKS = tuple(each.old for each in RULES)

_INSTANTS = (
    "invites",
    "illness",
    "moods",
    "check_ins",
    "notices",
    "school_words",
    "school_talks",
    "unsent_talks",
    "worries",
    "meetings",
    "posters",
    "groups",
    "look_ins",
    "own_weeks",
    "keepsakes",
    "calls",
    "promises",
    "approvals",
    "crises",
    "reports",
    "audit",
    "handled",
    "dialogues",
    "unfinished",
)
_DAYS = ("roll_calls", "promises", "school_days")


def limits(now: datetime) -> dict[str, Any]:
    """Of each kind of row the instant before which it is over; the rules are filled with them."""
    instants = {f"{name}_over": now - kept(name) for name in _INSTANTS}
    return instants | {f"{name}_day_over": (now - kept(name) - _ANYWHERE).date().isoformat() for name in _DAYS}


def forget(tx: Tx, rule: Rule, limit: int) -> int:
    """Forget at most `limit` rows of one kind; how many. What hangs on them goes with them."""
    numbers = [row[0] for row in tx.all(rule.old, {**limits(tx.now), "limit": limit})]
    if not numbers:
        return 0
    these = rule.table.primary_key.columns[0].in_(numbers)
    if rule.keeps is None:
        return tx.change(delete(rule.table).where(these))
    return tx.change(update(rule.table).where(these).values(**rule.keeps))
