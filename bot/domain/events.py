"""Every kind of event by its name, as rows of the outbox name it."""

from collections.abc import Mapping
from typing import Any

from bot.domain import audit, limits, outages, screens
from bot.domain.circle import approvals, away, joining, leaving, membership, pauses, presence, reach, times
from bot.domain.daily import ask_now, calls, check_ins, escalation, ideas, letters, promises
from bot.domain.illness import illness_follow_up, notifications
from bot.domain.notifications import Event, Told
from bot.domain.privacy import childs_say, consents, crisis, erasing, exports, idle, reports, sharing
from bot.domain.school import absences, notices, roll_calls, school_illness, school_words, schools, staffing

_MODULES = (
    *(audit, limits, outages, screens),
    *(approvals, away, joining, leaving, membership, pauses, presence, reach, times),
    *(ask_now, calls, check_ins, escalation, ideas, letters, promises),
    *(illness_follow_up, notifications),
    *(childs_say, consents, crisis, erasing, exports, idle, reports, sharing),
    *(absences, notices, roll_calls, school_illness, school_words, schools, staffing),
)


def _events_in(module: object) -> list[type[Event]]:
    found = (each for each in vars(module).values() if isinstance(each, type) and issubclass(each, Event))
    return [each for each in found if each is not Event]


KINDS: dict[str, type[Event]] = {each.__name__: each for module in _MODULES for each in _events_in(module)}


def told_while_stopped(kind: str) -> Told:
    """Who is told it while sharing is stopped; what a newer Homeline has written and this one does not know, nobody."""
    return KINDS[kind].while_stopped if kind in KINDS else Told.NOBODY


def takes_long(kind: str) -> bool:
    """Whether a file is made to say it, of much that is read."""
    return kind in KINDS and KINDS[kind].takes_long


def is_hushed(event: Mapping[str, Any]) -> bool:
    """Whether an event, as the outbox keeps it, rests for a day after a crisis card; illness, news and the dates that
    people have set themselves go on."""
    kind = event["kind"]
    reminds = kind == check_ins.CheckInAsked.__name__ and bool(event.get("reminder"))
    return reminds or (kind in KINDS and KINDS[kind].hushed)
