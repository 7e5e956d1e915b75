"""The escalation: who is told next, and after how long, while a check-in stays unanswered."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.circle.circles import Circle
from bot.domain.daily.check_ins import card_of
from bot.domain.notifications import Event, Lane, Notification, Told

SOFTLY_AFTER = timedelta(hours=6)
PLAINLY_AFTER = timedelta(hours=24)
FIRST_AFTER = timedelta(hours=48)
SURE_FROM = 3  # answers on as many different days show a rhythm


class StepKind(StrEnum):
    """The steps; `first` is the only one while nobody at home has ever answered."""

    STAND_IN = "stand_in"
    SOFTLY = "softly"
    PLAINLY = "plainly"
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


@dataclass(frozen=True, slots=True)
class StandInAsked(Event):
    """Somebody who steps in is asked, because the guardian has not answered yet."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class NotAnsweredYet(Event):
    """Parents, softly: no answer yet, and on which day it usually comes."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class StillNotAnswered(Event):
    """Parents, plainly: since when, and what they can do."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class NeverAnsweredYet(Event):
    """Parents, once: nobody at home has answered a first time."""

    while_stopped = Told.NOBODY
    child_id: int


_SAYS: dict[StepKind, type[Event]] = {
    StepKind.STAND_IN: StandInAsked,
    StepKind.SOFTLY: NotAnsweredYet,
    StepKind.PLAINLY: StillNotAnswered,
    StepKind.FIRST: NeverAnsweredYet,
}


def steps_for(circle: Circle, now: datetime) -> tuple[Step, ...]:
    """The snapshot of a circle at the moment when grace is over."""
    asked = {each.person_id for each in circle.askable(now)}
    stand_ins = tuple(each.person_id for each in circle.stand_ins if each.person_id not in asked)
    parents = tuple(each.person_id for each in circle.parents)
    return (
        Step(StepKind.STAND_IN, stand_ins, timedelta()),
        Step(StepKind.SOFTLY, parents, SOFTLY_AFTER),
        Step(StepKind.PLAINLY, parents, PLAINLY_AFTER),
    )


def first_steps(circle: Circle, due_at: datetime, now: datetime) -> tuple[Step, ...]:
    """Before the first answer ever nothing is missed: the parents are told once, 48 hours after it was due."""
    parents = tuple(each.person_id for each in circle.parents)
    return (Step(StepKind.FIRST, parents, max(due_at + FIRST_AFTER - now, timedelta())),)


def escalate(escalation: Escalation, circle: Circle, reachable: Collection[int]) -> list[Notification]:
    """Tell those of the next step who are still in the circle and can be reached; nobody when there is none."""
    step = escalation.steps[escalation.step]
    people = [each for each in step.people if circle.member(each) and each in reachable]
    about = _SAYS[step.kind]
    stands_in = step.kind == StepKind.STAND_IN
    lane = Lane.NOTICE if step.kind == StepKind.PLAINLY else Lane.ROUTINE
    card = card_of(escalation.child_id) if stands_in else card_name(escalation.child_id)
    return [Notification(each, about(escalation.child_id), lane, card=card) for each in people]  # type: ignore[call-arg] # each of _SAYS takes a child


def card_name(child_id: int) -> str:
    """The name under which news of a missing answer waits, so that an answer can overtake it."""
    return f"escalation:{child_id}"


def usual_weekday(answered: Sequence[date]) -> int | None:
    """The weekday (Monday is 0) on which answers come, when at most one of the last days was another; else none."""
    days = sorted(set(answered))
    if len(days) < SURE_FROM:
        return None
    weekday, times = Counter(each.weekday() for each in days).most_common(1)[0]
    others = len(days) - times
    return weekday if times >= SURE_FROM and others <= 1 else None
