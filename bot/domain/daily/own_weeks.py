"""And you? Once a week who looks after a child is asked about themselves, and the answer stays with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.circle.circles import Child, Circle, Member
from bot.domain.local_time import DAY, next_at
from bot.domain.notifications import Event, Lane, Notification, Told

EVERY = 7 * DAY
_AFTER = 90  # minutes after the day's question: where somebody has answered, they are by their phone
KEEPS = 2 * DAY  # a question that could not be brought by then is not brought at all


class Week(StrEnum):
    """How it was, in three faces."""

    GOOD = "great"
    FAIR = "well"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class OwnWeek:
    """One question; nobody but `person_id` reads the answer, and those they have told."""

    id: int
    person_id: int
    asked_at: datetime
    face: Week | None = None
    told: tuple[int, ...] = ()
    helped: bool = False  # after it was said who can help


@dataclass(frozen=True, slots=True)
class OwnWeekAsked(Event):
    """The question, about no child."""

    while_stopped = Told.NOBODY
    hushed = True
    own_week_id: int


@dataclass(frozen=True, slots=True)
class OwnWeekNoted(Event):
    """In place of the question: it stays with them, unless they pass it on."""

    while_stopped = Told.NOBODY
    own_week_id: int


@dataclass(frozen=True, slots=True)
class OwnWeekTold(Event):
    """To one parent, because they wanted it."""

    while_stopped = Told.NOBODY
    joins = True
    child_id: int
    by: int
    face: str


@dataclass(frozen=True, slots=True)
class HelpNamed(Event):
    """After two hard weeks in a row, once: who can help."""

    while_stopped = Told.NOBODY


def next_question(after: datetime, child: Child, zone: str) -> datetime:
    """Somewhat later than the day's question about this child, on the guardian's own clock."""
    return next_at(after, (child.minute + _AFTER) % (24 * 60), zone)


def needs_help(weeks: Sequence[OwnWeek]) -> bool:
    """Whether it is time to say who can help; `weeks` are the newest first. Once for each run of hard weeks."""
    run: list[OwnWeek] = []
    for each in weeks:
        if each.face is not Week.HARD:
            break
        run.append(each)
    together = len(run) >= 2 and run[0].asked_at - run[1].asked_at < EVERY + 2 * DAY
    return together and not any(each.helped for each in run)


def tell_week(circle: Circle, by: Member, to: int, week: Week) -> list[Notification]:
    """What they say of themselves, in their own name."""
    about = OwnWeekTold(circle.child.id, by.person_id, week)
    return [Notification(to, about, Lane.ROUTINE, merge=f"news:{circle.child.id}", written=True)]
