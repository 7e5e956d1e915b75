"""One look at what is due at all: most often nothing is, and that should cost nothing."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, literal_column, or_, select

from bot.db.transaction import Tx
from bot.delivery import endings, inbox
from bot.domain.privacy.retention import kept
from bot.domain.school.school_words import WordKind
from bot.queries import outages
from bot.queries.circle import approvals, circles, presence
from bot.queries.daily import (
    bedtimes,
    calls,
    check_ins,
    escalation,
    held_reports,
    ideas,
    letters,
    own_weeks,
    promises,
    weeks,
)
from bot.queries.illness import illnesses
from bot.queries.privacy import childs_say, crisis, erasing, idle, retention
from bot.queries.school import (
    calendars,
    class_years,
    meetings,
    notice_choices,
    notices,
    school_notices,
    school_talks,
    school_words,
    schools,
    unsent_talks,
    worries,
)

# Of a tick that is named here, the very statement with which it begins; a tick that is not runs each time.
LOOKS: dict[str, tuple[Select[Any], ...]] = {
    "release_illness_alerts": (illnesses.DUE["alert_at"],),
    "release_school_alerts": (school_words.DUE[WordKind.ILL],),
    "tell_unreached_alerts": (illnesses.DUE["reach_at"],),
    "tell_absences": (school_words.DUE[WordKind.ABSENT],),
    "expire_calls": (illnesses.DUE["call_until"],),
    "mend_outages": (outages.CURRENT,),
    "escalate_illnesses": (illnesses.DUE["escalate_at"],),
    "end_silent_illnesses": (illnesses.SILENT,),
    "follow_up_illnesses": (illnesses.DUE["ask_at"],),
    "ask_held_texts": (crisis.DUE,),
    "ask_check_ins": (check_ins.DUE_CHILDREN,),
    "remind_check_ins": (check_ins.TO_REMIND,),
    "send_notices": (notices.DUE,),
    "send_school_notices": (school_notices.DUE,),
    "tell_outcomes": (notice_choices.OVER,),
    "miss_check_ins": (check_ins.OVER_GRACE,),
    "escalate_check_ins": (escalation.DUE,),
    "tell_held_reports": (held_reports.DUE,),
    "forget_old_rows": (inbox.DONE, endings.DONE),
    "forget_the_past": retention.LOOKS,
    "erase_children": (erasing.DUE,),
    "ask_idle_families": (idle.DUE,),
    "grant_approvals": (approvals.DUE,),
    "coach_accounts": (presence.TO_COACH,),
    "give_readings": (childs_say.DUE,),
    "end_memberships": (circles.TO_REMOVE,),
    "remind_calls": (calls.DUE,),
    "count_sleeps": (promises.DUE,),
    "follow_letters": (letters.TO_CHECK,),
    "follow_talks": (school_talks.TO_CHECK,),
    "keep_bedtimes": (bedtimes.DUE,),
    "offer_ideas": (ideas.DUE,),
    "end_class_years": (class_years.DUE,),
    "tell_school_days": (calendars.DUE,),
    "remind_meetings": (meetings.DUE,),
    "remind_unsent_talks": (unsent_talks.DUE,),
    "return_classes": (schools.BACK,),
    "tell_talk_silences": (school_talks.SILENT,),
    "forget_worries": (worries.DUE,),
    "show_weeks": (weeks.DUE,),
    "ask_own_weeks": (own_weeks.DUE,),
}


def _any(look: Select[Any]) -> ColumnElement[bool]:
    """Whether there is a first row in the look's own order.

    Not EXISTS, which forgets the order: PostgreSQL, which plans without the value of `now`, then takes any index and
    reads all that is open.
    """
    one = literal_column("1", Integer)
    bare: Select[Any] = look.with_only_columns(one, maintain_column_froms=True)
    return bare.limit(one).scalar_subquery().is_not(None)


@dataclass(frozen=True, slots=True)
class Look:
    """One statement about several ticks; `limits`: some of them ask what is over by now."""

    names: tuple[str, ...]
    statement: Select[*tuple[Any, ...]]
    limits: bool


@cache
def look_for(names: tuple[str, ...]) -> Look:
    """The look of those among these ticks that have one."""
    known = tuple(each for each in names if each in LOOKS)
    statement = select(*(or_(*map(_any, LOOKS[each])).label(each) for each in known))
    return Look(known, statement, statement.compile().binds.keys() != {"now"})


def among(tx: Tx, names: tuple[str, ...]) -> set[str]:
    """Of these ticks the ones that may find something to do now."""
    look = look_for(names)
    values: dict[str, Any] = {"now": tx.now}
    if look.limits:
        handled = {"before": tx.now - kept("handled"), "silent_since": illnesses.silent_since(tx.now)}
        values |= {**handled, **retention.limits(tx.now)}
    found = tx.first(look.statement, values)
    assert found is not None
    return {*names} - {name for name, is_due in zip(look.names, found, strict=True) if not is_due}
