"""A promise or a visit home with its date: counted in sleeps at home, asked about once, moved without blame."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.circle.circles import Circle
from bot.domain.local_time import at_wall_clock, local
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.people import Person

WORDS = 500
AHEAD = timedelta(days=365)
COUNTED = (28, 14, 7, 3, 1)  # how many sleeps before those at home are told
AFTER_SCHOOL, AT_BREAKFAST, AT_NOON = 17 * 60, 7 * 60 + 30, 12 * 60
ASK_AT_MOST = timedelta(days=7)  # later nobody is asked any more
ASK_UNDATED = timedelta(days=14)  # a promise without a day comes back once
PAUSES = (3, 7, 14)  # days that a visit may pause the check-ins for


class PromiseState(StrEnum):
    """Where a promise stands, or a visit."""

    DRAFT = "draft"
    OPEN = "open"  # kept without a day, between the parent and Homeline: home hears of it once it has one
    PLANNED = "planned"
    ASKED = "asked"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Promise:
    """What a parent has promised; a visit home is one without words. `day` is a date where the child lives."""

    id: int
    child_id: int
    made_by: int
    visit: bool
    words: str
    day: date | None
    state: PromiseState
    pause_days: int | None

    @property
    def is_planned(self) -> bool:
        """Whether it has a date that still counts."""
        return self.state in {PromiseState.PLANNED, PromiseState.ASKED}

    @property
    def leaves(self) -> date | None:
        """The day on which the parent leaves again, as far as it was said."""
        return self.day + timedelta(days=self.pause_days) if self.day and self.pause_days else None


@dataclass(frozen=True, slots=True)
class PromiseAsked(Event):
    """What is promised, in a few words; what is promised already can be opened."""

    while_stopped = Told.NOBODY
    child_id: int
    again: bool = False  # what came was no words


@dataclass(frozen=True, slots=True)
class PromiseDayAsked(Event):
    """On which day; `month` is one such as 202612, or none for the next days and the months."""

    while_stopped = Told.NOBODY
    promise_id: int
    month: str = ""


@dataclass(frozen=True, slots=True)
class PromiseMade(Event):
    """What the parent has promised, as it stands now."""

    while_stopped = Told.NOBODY
    promise_id: int


@dataclass(frozen=True, slots=True)
class PromiseTold(Event):
    """To the others: `news` is made, near, moved, dropped or kept."""

    while_stopped = Told.NOBODY
    promise_id: int
    news: str


@dataclass(frozen=True, slots=True)
class PromiseNear(Event):
    """The day before, to the parent."""

    while_stopped = Told.NOBODY
    hushed = True
    promise_id: int


@dataclass(frozen=True, slots=True)
class PromiseOutcomeAsked(Event):
    """The day after: did it happen?"""

    while_stopped = Told.NOBODY
    hushed = True
    promise_id: int


@dataclass(frozen=True, slots=True)
class PromiseUndated(Event):
    """Two weeks after it was made, to the parent: it has no day. `answer` is what they said to it: kept, or gone."""

    while_stopped = Told.NOBODY
    hushed = True
    promise_id: int
    answer: str = ""


@dataclass(frozen=True, slots=True)
class VisitFileGiven(Event):
    """The days of a visit as a file for a calendar; to the parent."""

    while_stopped = Told.NOBODY
    promise_id: int


def sleeps(day: date, now: datetime, home: str) -> int:
    """How often the child still sleeps until then; less than none when it is past."""
    return (day - local(now, home).date()).days


def may_be_promised(day: date, now: datetime, home: str) -> bool:
    """From tomorrow on, for a year."""
    return 1 <= sleeps(day, now, home) <= AHEAD.days


def next_step(day: date, now: datetime, home: str, leaves: date | None = None) -> datetime | None:
    """When something is to be done next: count, begin the day, ask afterwards, part; never twice on one day."""
    today = local(now, home).date()
    steps = [
        *(at_wall_clock(day - timedelta(days=before), AFTER_SCHOOL, home) for before in COUNTED),
        at_wall_clock(day, 0, home),
        at_wall_clock(day + timedelta(days=1), AT_NOON, home),
    ]
    if leaves is not None:
        steps += [
            at_wall_clock(leaves - timedelta(days=1), AFTER_SCHOOL, home),
            at_wall_clock(leaves, AFTER_SCHOOL, home),
        ]
    return next((each for each in steps if local(each, home).date() > today), None)


def pause_ends(promise: Promise, home: str) -> datetime | None:
    """The end of the pause that goes with a visit; none when it has none."""
    if promise.day is None or promise.pause_days is None:
        return None
    return at_wall_clock(promise.day + timedelta(days=promise.pause_days), 0, home)


def tell_others(circle: Circle, promise: Promise, news: str) -> list[Notification]:
    """Everybody in the circle but the other parent where parents are on separate lines."""
    about, written = PromiseTold(promise.id, news), news != "near"
    return [
        Notification(each.person_id, about, Lane.ROUTINE, card=card_of(promise.id), written=written)
        for each in circle.who_know(promise.made_by)
    ]


def tell_day(circle: Circle, promise: Promise, day: date) -> list[Notification]:
    """On the day itself, at breakfast."""
    at = at_wall_clock(day, AT_BREAKFAST, circle.child.zone)
    return [
        Notification(each.to, each.event, each.lane, card=each.card, not_before=at)
        for each in tell_others(circle, promise, "near")
    ]


def tell_near(promise: Promise, parent: Person, now: datetime) -> list[Notification]:
    """The parent, the day before, while awake."""
    at = parent.awake_from(now)
    return [
        Notification(
            parent.id, PromiseNear(promise.id), Lane.ROUTINE, card=f"promise_near:{promise.id}", not_before=at
        ),
    ]


def tell_outcome_asked(promise: Promise, parent: Person, now: datetime) -> list[Notification]:
    """The parent is asked once."""
    about, at = PromiseOutcomeAsked(promise.id), parent.awake_from(now)
    card = f"promise_outcome:{promise.id}"
    return [Notification(parent.id, about, Lane.ROUTINE, card=card, expires_in=ASK_AT_MOST, not_before=at)]


def tell_undated(promise: Promise, parent: Person, now: datetime) -> list[Notification]:
    """The parent is asked once."""
    about, at = PromiseUndated(promise.id), parent.awake_from(now)
    card = f"promise_undated:{promise.id}"
    return [Notification(parent.id, about, Lane.ROUTINE, card=card, expires_in=ASK_AT_MOST, not_before=at)]


def card_of(promise_id: int) -> str:
    """The card in which the others see it."""
    return f"promise:{promise_id}"
