"""What somebody at home has noticed over some weeks: compared with this child's own days alone, and no score.

The levels are rules of ours, not measures (safeguarding.md, section 4); a day without an answer is a gap, no bad day.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum
from statistics import median

from bot.domain.circle.circles import Circle, Member
from bot.domain.daily.news import Seen
from bot.domain.local_time import DAY
from bot.domain.notifications import Event, Lane, Notification, Told

WEEKS = 28 * DAY
_STEPS = {"sad": 0, "hard": 1, "well": 2, "great": 3}
_ENOUGH = 4  # answers
_TWO_WEEKS, _LASTED = 14 * DAY, 10 * DAY
_CHANGES = frozenset({Seen.SLEPT, Seen.LITTLE, Seen.FREE, Seen.ALONE})
_SATURDAY = 5
AFTER = timedelta(minutes=10)  # as long as the answer can be taken back
RESTS = 7 * DAY  # so long without it, and the next time is a new one


class Level(IntEnum):
    """How much it is worth saying."""

    NONE = 0
    TALK = 1
    REACH_OUT = 2


@dataclass(frozen=True, slots=True)
class Day:
    """One answer of a child's own weeks: its day, its face, and what was seen."""

    day: date
    face: str
    seen: Collection[Seen] = ()

    @property
    def is_low(self) -> bool:
        """Whether it was a harder day."""
        return _STEPS[self.face] <= _STEPS["hard"]

    @property
    def changes(self) -> int:
        """How many things were seen that may have changed: of a weekend, that there was no school is none."""
        return len(_CHANGES & {*self.seen} - ({Seen.FREE} if self.day.weekday() >= _SATURDAY else set()))


@dataclass(frozen=True, slots=True)
class TrendNoticed(Event):
    """Some harder days, in the words of who noticed them; to the parents, and to who has just answered."""

    while_stopped = Told.NOBODY
    child_id: int
    by: int
    level: int


def has_enough(days: Sequence[Day], today: date) -> bool:
    """Whether four weeks have answers enough to say anything: fewer are gaps, and no good sign or bad one."""
    return len(_known(days, today)) >= _ENOUGH


def level(days: Sequence[Day], today: date) -> Level:
    """What the answers of four weeks say, the oldest first."""
    known = _known(days, today)
    if len(known) < _ENOUGH:
        return Level.NONE
    if _has_lasted(known, today):
        return Level.REACH_OUT
    usual = median(_STEPS[each.face] for each in known)
    fell = usual - _STEPS[known[-1].face] >= 2
    return Level.TALK if fell or sum(each.is_low for each in known[-3:]) >= 2 else Level.NONE


def _known(days: Sequence[Day], today: date) -> list[Day]:
    return [each for each in days if timedelta() <= today - each.day < WEEKS]


def _has_lasted(known: Sequence[Day], today: date) -> bool:
    """Most answers of two weeks were low, and something else has changed against the two weeks before."""
    recent = [each for each in known if today - each.day < _TWO_WEEKS]
    before = [each for each in known if today - each.day >= _TWO_WEEKS]
    low = [each for each in recent if each.is_low]
    if len(recent) < _ENOUGH or 2 * len(low) <= len(recent) or low[-1].day - low[0].day < _LASTED:
        return False
    return sum(each.changes for each in recent) > sum(each.changes for each in before)


def is_new(found: Level, told: Level, told_at: datetime | None, now: datetime) -> bool:
    """Whether it is to be said: each level once, until there was none of it for a week."""
    if told_at is None or now - told_at > RESTS:
        return found > Level.NONE
    return found > told


def card(child_id: int) -> str:
    """The name of the message in which it stands."""
    return f"trend:{child_id}"


def tell(circle: Circle, by: Member, found: Level, now: datetime) -> list[Notification]:
    """To each parent, once the answer cannot be taken back any more."""
    about = TrendNoticed(circle.child.id, by.person_id, found)
    name = card(circle.child.id)
    return [
        Notification(each.person_id, about, Lane.ROUTINE, card=name, not_before=now + AFTER)
        for each in circle.parents
        if each.person_id != by.person_id
    ]
