"""The escalation: who is told next, and after how long, while nothing comes from home; it never ends in nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.circle.circles import Circle
from bot.domain.daily.one_card import CARD
from bot.domain.local_time import by_day
from bot.domain.notifications import Event, Lane, Notification, Told

SOFTLY_AFTER = timedelta(hours=6)
PLAINLY_AFTER = timedelta(hours=24)
NEAR_AFTER = timedelta(hours=24)
FIRST_AFTER = timedelta(hours=48)
GENTLY_AFTER, AGAIN_AFTER = timedelta(days=4), timedelta(days=3)  # together a week
WEEK = GENTLY_AFTER + AGAIN_AFTER
SURE_FROM = 3  # answers on as many different days show a rhythm


class StepKind(StrEnum):
    """The steps; `first` is the only one, week after week, while nothing has ever come from home.

    `near` is there where the circle has named somebody near home; the parents hear who is asked. Otherwise `gently` and
    `plainly` take turns when the snapshot is at its end.
    """

    STAND_IN = "stand_in"
    SOFTLY = "softly"
    PLAINLY = "plainly"
    NEAR = "near"
    GENTLY = "gently"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the snapshot: who is told, and how long after the step before it."""

    kind: StepKind
    people: tuple[int, ...]
    after: timedelta

    def dump(self) -> dict[str, Any]:
        """As JSON values."""
        return {"kind": self.kind, "people": list(self.people), "after": self.after.total_seconds()}

    @classmethod
    def load(cls, data: dict[str, Any]) -> "Step":
        """The step that `dump` wrote."""
        return cls(StepKind(data["kind"]), tuple(data["people"]), timedelta(seconds=data["after"]))


@dataclass(frozen=True, slots=True)
class Escalation:
    """A running escalation: the snapshot, the step that comes next, and who has been told so far."""

    id: int
    child_id: int
    steps: tuple[Step, ...]
    step: int
    told: tuple[int, ...]
    next_at: datetime | None

    @property
    def turn(self) -> int:
        """How often the same has been said before this step: each time there is another way to say it."""
        later = self.step + 1 - len(self.steps)
        return later if self.steps[-1].kind == StepKind.FIRST else (later + 1) // 2


@dataclass(frozen=True, slots=True)
class StandInAsked(Event):
    """Somebody who steps in is asked, because the guardian has not answered yet."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class NotAnsweredYet(Event):
    """Parents, softly: no answer yet, and on which day it usually comes.

    As in all that they read of a silence, `also` are further children of whom the same is said in the same message.
    """

    while_stopped = Told.NOBODY
    child_id: int
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StillNotAnswered(Event):
    """Parents, plainly, week after week: since when, and what they can do."""

    while_stopped = Told.NOBODY
    child_id: int
    turn: int = 0
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LastKnown(Event):
    """Parents, between two of those: what came last from home."""

    while_stopped = Told.NOBODY
    child_id: int
    turn: int = 0
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NeverAnsweredYet(Event):
    """Parents, week after week: nobody at home has answered a first time."""

    while_stopped = Told.NOBODY
    child_id: int
    turn: int = 0
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedNear(Event):
    """Parents, after the plain step: who lives near is asked to look in."""

    while_stopped = Told.NOBODY
    child_id: int
    also: tuple[int, ...] = ()


Silence = NotAnsweredYet | StillNotAnswered | LastKnown | NeverAnsweredYet | AskedNear


def _says(kind: StepKind, child_id: int, turn: int) -> Event:
    match kind:
        case StepKind.STAND_IN:
            return StandInAsked(child_id)
        case StepKind.SOFTLY:
            return NotAnsweredYet(child_id)
        case StepKind.PLAINLY:
            return StillNotAnswered(child_id, turn)
        case StepKind.NEAR:
            return AskedNear(child_id)
        case StepKind.GENTLY:
            return LastKnown(child_id, turn)
        case StepKind.FIRST:
            return NeverAnsweredYet(child_id, turn)


def steps_for(circle: Circle, now: datetime) -> tuple[Step, ...]:
    """The snapshot of a circle at the moment when grace is over."""
    asked = {each.person_id for each in circle.askable(now)}
    stand_ins = tuple(each.person_id for each in circle.stand_ins if each.person_id not in asked)
    parents = tuple(each.person_id for each in circle.parents)
    near = tuple(each.person_id for each in circle.near)
    return (
        Step(StepKind.STAND_IN, stand_ins, timedelta()),
        Step(StepKind.SOFTLY, parents, SOFTLY_AFTER),
        Step(StepKind.PLAINLY, parents, PLAINLY_AFTER),
        *((Step(StepKind.NEAR, near, NEAR_AFTER),) if near else ()),
    )


def first_steps(circle: Circle, due_at: datetime, now: datetime) -> tuple[Step, ...]:
    """Before the first answer ever nothing is missed: the parents are told 48 hours after it was due."""
    parents = tuple(each.person_id for each in circle.parents)
    return (Step(StepKind.FIRST, parents, max(due_at + FIRST_AFTER - now, timedelta())),)


def step_of(escalation: Escalation, ahead: int, circle: Circle) -> Step:
    """The step that comes now, or the one so far `ahead`; after the snapshot, for the parents of this moment."""
    place = escalation.step + ahead
    if place < len(escalation.steps):
        return escalation.steps[place]
    parents = tuple(each.person_id for each in circle.parents)
    if escalation.steps[-1].kind == StepKind.FIRST:
        return Step(StepKind.FIRST, parents, WEEK)
    gently = (place - len(escalation.steps)) % 2 == 0
    kind, after = (StepKind.GENTLY, GENTLY_AFTER) if gently else (StepKind.PLAINLY, AGAIN_AFTER)
    if place == len(escalation.steps) and escalation.steps[-1].kind == StepKind.NEAR:
        after -= NEAR_AFTER  # a week after the plain step they read it again, as ever
    return Step(kind, parents, after)


def with_near(escalation: Escalation, person_id: int) -> tuple[Step, ...]:
    """The snapshot with somebody near who has come meanwhile; the same where it was at its end already."""
    *before, last = escalation.steps
    if escalation.step >= len(escalation.steps) or last.kind == StepKind.FIRST:
        return escalation.steps
    if last.kind == StepKind.NEAR:
        return (*before, replace(last, people=(*last.people, person_id)))
    return (*escalation.steps, Step(StepKind.NEAR, (person_id,), NEAR_AFTER))


def was_told_plainly(escalation: Escalation) -> bool:
    """Whether the parents have read that nothing comes from home."""
    plainly = [each.kind == StepKind.PLAINLY for each in escalation.steps]
    return any(plainly[: escalation.step])


def listeners(step: Step, circle: Circle) -> tuple[int, ...]:
    """Who reads what a step says: of who is near and is asked, the parents of this moment."""
    return tuple(each.person_id for each in circle.parents) if step.kind == StepKind.NEAR else step.people


def after_looking_in(escalation: Escalation) -> int:
    """The step that comes next once somebody near was there: they are not asked to go again."""
    near = escalation.step < len(escalation.steps) and escalation.steps[escalation.step].kind == StepKind.NEAR
    return escalation.step + near


def escalate(escalation: Escalation, circle: Circle, reachable: Mapping[int, str], now: datetime) -> list[Notification]:
    """Tell those of the step who are still in the circle and can be reached, each in the day of their own zone.

    A parent of several children who are silent together reads it once.
    """
    step = step_of(escalation, 0, circle)
    stands_in = step.kind == StepKind.STAND_IN
    lane = Lane.NOTICE if step.kind == StepKind.PLAINLY else Lane.ROUTINE
    card, merge = (CARD, None) if stands_in else (None, f"silence:{'.'.join(map(str, home(circle)))}")
    about = _says(step.kind, escalation.child_id, escalation.turn)
    return [
        Notification(each, about, lane, card=card, merge=merge, not_before=by_day(now, reachable[each]))
        for each in listeners(step, circle)
        if circle.member(each) and each in reachable
    ]


def tell_stand_ins(child_id: int, near: Mapping[int, str], now: datetime) -> list[Notification]:
    """A parent has asked that those who step in are asked, each in the day of their own zone."""
    about = StandInAsked(child_id)
    return [
        Notification(each, about, Lane.ROUTINE, card=CARD, not_before=by_day(now, zone)) for each, zone in near.items()
    ]


def next_step_at(escalation: Escalation, circle: Circle, tells: Sequence[Notification], now: datetime) -> datetime:
    """When the step after this one is due: counted from the hour at which the last of these reads it."""
    read_at = max((each.not_before or now for each in tells), default=now)
    return read_at + step_of(escalation, 1, circle).after


def home(circle: Circle) -> tuple[int, ...]:
    """Those from whom an answer is expected; children who have the same people are silent together."""
    return tuple(sorted(each.person_id for each in circle.guardians or circle.stand_ins))


def come_together(mine: Escalation, circle: Circle, other: Escalation, others: Circle, now: datetime) -> bool:
    """Whether the step of another child of the same home is said with this one, though it is due a little later."""
    step, further = step_of(mine, 0, circle), step_of(other, 0, others)
    soon = other.next_at is not None and other.next_at - now <= further.after / 4
    return step.kind == further.kind != StepKind.STAND_IN and home(circle) == home(others) and soon


def usual_weekday(answered: Sequence[date]) -> int | None:
    """The weekday (Monday is 0) on which answers come, when at most one of the last days was another; else none."""
    days = sorted(set(answered))
    if len(days) < SURE_FROM:
        return None
    weekday, times = Counter(each.weekday() for each in days).most_common(1)[0]
    others = len(days) - times
    return weekday if times >= SURE_FROM and others <= 1 else None
