"""Calls: a time that suits both clocks, a reminder, and one question afterwards; and “please call” from home."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.daily.shifts import Rota
from bot.domain.local_time import at_wall_clock, local
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.people import Person

REMIND_BEFORE = timedelta(minutes=15)
ASK_AFTER = timedelta(minutes=30)
ASK_AT_MOST = timedelta(hours=24)  # later nobody is asked any more
SAME_REQUEST = timedelta(minutes=10)
AHEAD = timedelta(days=15)  # two weeks of shifts
SOONEST = timedelta(minutes=30)
PROPOSALS = 3
A_DAY = 2  # proposals of one day
STEP = 30
LASTS = timedelta(minutes=30)
AFTERNOON, MORNING = 17 * 60, 7 * 60  # at the child's home: from when there is an evening, and a day
LATEST = 20 * 60 + 30
BEFORE_BED = 30
SCHOOL = (8 * 60, 16 * 60)  # Monday to Friday
SCHOOL_AGE = 6


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
    page: int = 0


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
    calls = True
    call_id: int


@dataclass(frozen=True, slots=True)
class CallOutcomeAsked(Event):
    """Half an hour after it began: did you talk?"""

    while_stopped = Told.NOBODY
    hushed = True
    call_id: int


@dataclass(frozen=True, slots=True)
class CallMissed(Event):
    """It did not come about; to those at home."""

    while_stopped = Told.NOBODY
    call_id: int


@dataclass(frozen=True, slots=True)
class CallFileGiven(Event):
    """The call as a file for a calendar; to who asked for it."""

    while_stopped = Told.NOBODY
    call_id: int


@dataclass(frozen=True, slots=True)
class PleaseCallChildAsked(Event):
    """Which child's parents are to call?"""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class CallRequested(Event):
    """From home: please call when you can; as it stands now."""

    while_stopped = Told.NOBODY
    calls = True
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


@dataclass(frozen=True, slots=True)
class Home:
    """The child's clock: when it is at school, and when it goes to bed."""

    zone: str
    years: int
    bedtime: int
    free: frozenset[date] = frozenset()  # no school, because it is a holiday

    def minutes(self, day: date) -> tuple[list[int], list[int]]:
        """The minutes of a day at which a call can begin: of its evening, and of the rest of it."""
        last = min(LATEST, self.bedtime - BEFORE_BED)
        learns = self.years >= SCHOOL_AGE and day.weekday() < 5 and day not in self.free
        by_day = [
            each for each in range(MORNING, AFTERNOON, STEP) if not (learns and SCHOOL[0] - STEP < each < SCHOOL[1])
        ]
        return list(range(AFTERNOON, last + 1, STEP)), by_day


def proposals(now: datetime, home: Home, parent: Person, rota: Rota) -> list[datetime]:
    """Times at which the child is at home and awake and the parent is, too: evenings, at most two a day; by day where
    no evening suits."""
    found: list[datetime] = []
    today = local(now, home.zone).date()
    for day in (today + timedelta(days=ahead) for ahead in range(AHEAD.days)):
        evening, by_day = (
            [at for minute in minutes if _suits(at := at_wall_clock(day, minute, home.zone), now, parent, rota)]
            for minutes in home.minutes(day)
        )
        good = evening or by_day
        found += good[:: max(1, (len(good) + 1) // A_DAY)][:A_DAY]
    return found


def page_of(times: list[datetime], page: int) -> list[datetime]:
    """At most three of them; after the last page the first comes again."""
    pages = max(1, -(-len(times) // PROPOSALS))
    start = page % pages * PROPOSALS
    return times[start : start + PROPOSALS]


def _suits(at: datetime, now: datetime, parent: Person, rota: Rota) -> bool:
    free = not any(rota.is_busy(each, parent.zone) for each in (at, at + LASTS))
    return at >= now + SOONEST and free and parent.awake_from(at) == at


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


def tell_missed(circle: Circle, call: Call, now: datetime) -> list[Notification]:
    """Those at home, in place of the reminder that they still have."""
    return [
        Notification(each.person_id, CallMissed(call.id), Lane.ROUTINE, card=f"call_near:{call.id}")
        for each in _at_home(circle, now)
        if each.person_id != call.planned_by
    ]


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
