"""A hard day, told now or by who saw it: 😢 waits for that choice, and who keeps it is asked whether they have talked.

Who looks after the child decides how the parents hear of it, not whether: without a tap it is told after ten minutes,
and what is kept is told when a morning's question stays without an answer for a day, or after the third morning.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import NEXT_MORNING, CheckIn, Face
from bot.domain.local_time import DAY, next_at
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.people import Person

CHOICE = timedelta(minutes=10)  # as long as ↩️
ANSWER = DAY  # for the question of a morning
LONGEST = 2 * DAY  # so long “not yet” may be said; the third morning's question takes it no more


class Held(StrEnum):
    """What a hard report waits for."""

    OPEN = "open"  # the choice
    KEPT = "kept"  # the next morning
    ASKED = "asked"  # the answer whether they have talked


class Choice(StrEnum):
    """What stands below the thanks for 😢."""

    NOW = "now"
    SELF = "self"


class Talked(StrEnum):
    """What stands below the question of the morning."""

    YES = "yes"
    LATER = "later"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class TalkWished(Event):
    """All that the parents read of a report that is kept."""

    while_stopped = Told.NOBODY
    joins = True
    child_id: int
    check_in_id: int
    by: int


@dataclass(frozen=True, slots=True)
class TalkAsked(Event):
    """To who keeps it, next morning: have they talked?"""

    while_stopped = Told.NOBODY
    hushed = True
    child_id: int
    check_in_id: int


@dataclass(frozen=True, slots=True)
class TalkOver(Event):
    """In place of that question; `now`: it has been told, by a tap or because no answer came."""

    while_stopped = Told.NOBODY
    child_id: int
    outcome: Talked
    unasked: bool = False


def waits_for_choice(circle: Circle, face: Face, *, ill: bool) -> bool:
    """Whether an answer may wait: the hardest face, with a parent to tell, and never while the child is ill."""
    return face is Face.SAD and bool(circle.parents) and not ill


def morning_after(now: datetime, zone: str) -> datetime:
    """When it is asked whether they have talked."""
    return next_at(now, NEXT_MORNING, zone)


def may_wait_on(kept: CheckIn, now: datetime) -> bool:
    """Whether “not yet” still keeps it until another morning."""
    return kept.answered_at is not None and now - kept.answered_at <= LONGEST


def can_be_asked(circle: Circle, who: Person, now: datetime, *, ill: bool) -> bool:
    """Whether who keeps a report can be asked about it; if not, it is told, for nobody else knows of it."""
    mine = circle.member(who.id)
    if mine is None or not mine.may(Action.ANSWER_CHECK_IN) or ill or circle.child.is_paused(now):
        return False
    rests = who.urgent_only or _lasts(who.paused_until, now) or _lasts(mine.away_until, now)
    return who.reachable and not rests


def _lasts(until: datetime | None, now: datetime) -> bool:
    return until is not None and until > now


def wish_card(check_in_id: int) -> str:
    """The name of the message in which a parent reads that somebody would like to talk."""
    return f"talk:{check_in_id}"


def asked_card(check_in_id: int) -> str:
    """The name of the message in which it is asked whether they have talked."""
    return f"talked:{check_in_id}"


def tell_wish(circle: Circle, by: Member, kept: CheckIn) -> list[Notification]:
    """To each parent, as soon as they are awake; what is kept of several children is one message."""
    about = TalkWished(circle.child.id, kept.id, by.person_id)
    merge = f"talk:{by.person_id}"
    return [
        Notification(each.person_id, about, Lane.NOTICE, card=wish_card(kept.id), merge=merge, written=True)
        for each in circle.parents
        if each.person_id != by.person_id
    ]


def tell_asked(kept: CheckIn) -> list[Notification]:
    """To who keeps it; nothing is asked any more once it is told."""
    assert kept.answered_by is not None
    about = TalkAsked(kept.child_id, kept.id)
    return [Notification(kept.answered_by, about, Lane.ROUTINE, card=asked_card(kept.id), expires_in=ANSWER)]
