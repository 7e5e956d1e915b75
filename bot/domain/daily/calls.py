"""Calls: a time that suits both clocks, a reminder, and one question afterwards; and “please call” from home."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.local_time import at_wall_clock, local
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.people import Person

REMIND_BEFORE = timedelta(minutes=15)
ASK_AFTER = timedelta(minutes=30)
ASK_AT_MOST = timedelta(hours=24)  # later nobody is asked any more
SAME_REQUEST = timedelta(minutes=10)
AHEAD = timedelta(days=8)
SOONEST = timedelta(minutes=30)
PROPOSALS = 4
A_DAY = 2  # proposals of one day
STEP = 30
EVENING = (17 * 60, 20 * 60 + 30)  # at the child's home, both ends count
DAYTIME = (7 * 60, 20 * 60 + 30)  # where no evening suits the parent


class CallState(StrEnum):
    """Where a call stands, or a request from home to be called."""

    PLANNED = "planned"
    REMINDED = "reminded"
    HAPPENED = "happened"
    MISSED = "missed"
    DROPPED = "dropped"
    ASKED = "asked"  # a request
    CALLING = "calling"  # and its answer


@dataclass(frozen=True, slots=True)
class Call:
    """A planned call, or a request from home to be called."""

    id: int
    child_id: int
    planned_by: int
    at: datetime
    state: CallState
    agreed_by: int | None
    caller_id: int | None
    created_at: datetime

    @property
    def is_planned(self) -> bool:
        """Whether it is still to happen."""
        return self.state in {CallState.PLANNED, CallState.REMINDED}


@dataclass(frozen=True, slots=True)
class CallTimesAsked(Event):
    """Times that suit both clocks."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class CallPlanned(Event):
    """What the parent has planned, as it stands now."""

    while_stopped = Told.NOBODY
    call_id: int


@dataclass(frozen=True, slots=True)
class CallProposed(Event):
    """A parent would like to call; to those at home, as it stands now."""

    while_stopped = Told.NOBODY
    call_id: int


@dataclass(frozen=True, slots=True)
class CallAnswered(Event):
    """From home: the time is fine, or another one would be better."""

    while_stopped = Told.NOBODY
    joins = True
    call_id: int
    by: int
    fine: bool


@dataclass(frozen=True, slots=True)
class CallNear(Event):
    """A quarter of an hour before, to both."""

    while_stopped = Told.NOBODY
    call_id: int


@dataclass(frozen=True, slots=True)
class CallOutcomeAsked(Event):
    """Half an hour after it began: did you talk?"""

    while_stopped = Told.NOBODY
    hushed = True
    call_id: int


@dataclass(frozen=True, slots=True)
class PleaseCallChildAsked(Event):
    """Which child's parents are to call?"""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class CallRequested(Event):
    """From home: please call when you can; as it stands now."""

    while_stopped = Told.NOBODY
    call_id: int
    by: int


@dataclass(frozen=True, slots=True)
class RequestPassedOn(Event):
    """Who was asked to call; to the adult at home."""

    while_stopped = Told.NOBODY
    call_id: int


@dataclass(frozen=True, slots=True)
class ParentCalls(Event):
    """A parent is calling now; to the adult who asked."""

    while_stopped = Told.NOBODY
    call_id: int
    by: int


def proposals(now: datetime, home: str, parent: Person) -> list[datetime]:
    """Times in the evening at home when the parent is awake, at most two a day; daytime where no evening suits."""
    return _within(EVENING, now, home, parent) or _within(DAYTIME, now, home, parent)


def _within(window: tuple[int, int], now: datetime, home: str, parent: Person) -> list[datetime]:
    found: list[datetime] = []
    today = local(now, home).date()
    for day in (today + timedelta(days=ahead) for ahead in range(AHEAD.days)):
        minutes = range(window[0], window[1] + 1, STEP)
        times = [at_wall_clock(day, minute, home) for minute in minutes]
        good = [each for each in times if each >= now + SOONEST and parent.awake_from(each) == each]
        found += good[:: max(1, (len(good) + 1) // A_DAY)][:A_DAY]
    return found[:PROPOSALS]


def may_be_planned(at: datetime, now: datetime) -> bool:
    """Whether a press on a time, perhaps an old or a forged one, still means something."""
    return now < at <= now + AHEAD


def tell_planned(circle: Circle, call: Call, now: datetime) -> list[Notification]:
    """Those at home hear of it, and say whether it suits."""
    about = CallProposed(call.id)
    return [
        Notification(each.person_id, about, Lane.ROUTINE, card=card_of(call.id), written=True)
        for each in _at_home(circle, now)
    ]


def tell_changed(call: Call, people: list[int]) -> list[Notification]:
    """The cards of those who have seen it follow what has become of it."""
    return [
        Notification(each, CallProposed(call.id), Lane.REPLY, card=card_of(call.id), edits_card=True) for each in people
    ]


def tell_answered(call: Call, by: Member, *, fine: bool) -> list[Notification]:
    """The parent who planned it hears the answer."""
    return [Notification(call.planned_by, CallAnswered(call.id, by.person_id, fine), Lane.ROUTINE, written=True)]


def tell_near(circle: Circle, call: Call, now: datetime) -> list[Notification]:
    """Both sides, a quarter of an hour before; later it has no meaning."""
    both = [call.planned_by, *(each.person_id for each in _at_home(circle, now) if each.person_id != call.planned_by)]
    return [
        Notification(each, CallNear(call.id), Lane.NOTICE, card=f"call_near:{call.id}", expires_in=REMIND_BEFORE)
        for each in both
    ]


def tell_outcome_asked(call: Call) -> list[Notification]:
    """The parent is asked once."""
    about = CallOutcomeAsked(call.id)
    return [Notification(call.planned_by, about, Lane.ROUTINE, card=f"call_outcome:{call.id}", expires_in=ASK_AT_MOST)]


def tell_requested(circle: Circle, call: Call) -> list[Notification]:
    """Each parent is asked to call; no matter how often the button is pressed, this is one message."""
    about = CallRequested(call.id, call.planned_by)
    return [
        Notification(each.person_id, about, Lane.NOTICE, card=card_of(call.id), written=True)
        for each in circle.parents
        if each.person_id != call.planned_by
    ]


def tell_calling(circle: Circle, call: Call, by: Member, people: list[int]) -> list[Notification]:
    """Who asked hears it at once; the other parents' cards say it in place."""
    told = [
        Notification(each, CallRequested(call.id, call.planned_by), Lane.REPLY, card=card_of(call.id), edits_card=True)
        for each in people
    ]
    if circle.member(call.planned_by):
        told.append(Notification(call.planned_by, ParentCalls(call.id, by.person_id), Lane.REPLY, written=True))
    return told


def card_of(call_id: int) -> str:
    """The card in which the other side sees a call."""
    return f"call:{call_id}"


def _at_home(circle: Circle, now: datetime) -> tuple[Member, ...]:
    return tuple(each for each in circle.askable(now) if each.role != Role.PARENT)
