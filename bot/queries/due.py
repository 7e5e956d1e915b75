"""One look at what is due at all: a beat most often finds nothing, and should cost nothing."""

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, literal_column, or_, select

from bot.db.transaction import Tx
from bot.delivery import inbox, outbox
from bot.queries import outages
from bot.queries.circle import approvals, circles, presence
from bot.queries.daily import calls, check_ins, escalation, ideas, letters, promises
from bot.queries.illness import illnesses
from bot.queries.privacy import childs_say, crisis, erasing, idle, retention
from bot.queries.school import notices, school_words

# Of a duty that is named here, the very statement with which it begins; a duty that is not runs in every beat.
LOOKS: dict[str, tuple[Select[Any], ...]] = {
    "release_illness_alerts": (illnesses.DUE["alert_at"],),
    "release_school_alerts": (school_words.DUE["ill"],),
    "tell_unreached_alerts": (illnesses.DUE["reach_at"],),
    "tell_absences": (school_words.DUE["absent"],),
    "expire_calls": (illnesses.DUE["call_until"],),
    "mend_outages": (outages.CURRENT,),
    "escalate_illnesses": (illnesses.DUE["escalate_at"],),
    "end_silent_illnesses": (illnesses.SILENT,),
    "follow_up_illnesses": (illnesses.DUE["ask_at"],),
    "ask_held_texts": (crisis.DUE,),
    "ask_check_ins": (check_ins.DUE_CHILDREN,),
    "remind_check_ins": (check_ins.TO_REMIND,),
    "send_notices": (notices.DUE,),
    "miss_check_ins": (check_ins.OVER_GRACE,),
    "escalate_check_ins": (escalation.DUE,),
    "forget_old_rows": (inbox.DONE, outbox.DONE),
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
    "offer_ideas": (ideas.DUE,),
}

# What waits for weeks is looked for once a minute.
SELDOM = frozenset(
    {
        "forget_old_rows",
        "forget_the_past",
        "ask_idle_families",
        "erase_children",
        "coach_accounts",
        "end_silent_illnesses",
    }
)


def _any(look: Select[Any]) -> ColumnElement[bool]:
    bare: Select[Any] = look.with_only_columns(literal_column("1"), maintain_column_froms=True)
    return bare.order_by(None).limit(None).exists()


def _look_for(names: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    return select(*(or_(*map(_any, LOOKS[name])).label(name) for name in names))


_OFTEN = tuple(name for name in LOOKS if name not in SELDOM)
_LOOK = {_OFTEN: _look_for(_OFTEN), tuple(LOOKS): _look_for(tuple(LOOKS))}


def idle_ticks(tx: Tx, kept: timedelta, *, seldom: bool = True) -> set[str]:
    """The duties that would find nothing now, or are not looked for; `kept` is how long what is handled is kept."""
    names = tuple(LOOKS) if seldom else _OFTEN
    limits = {"before": tx.now - kept, **retention.limits(tx.now)} if seldom else {}
    limits |= {"silent_since": illnesses.silent_since(tx.now)} if seldom else {}
    found = tx.first(_LOOK[names], {"now": tx.now, **limits})
    assert found is not None
    due = {name for name, is_due in zip(names, found, strict=True) if is_due}
    return LOOKS.keys() - due
