"""Seven days looked back upon: how each was said to be, and what passed between the child and those far away."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.daily.check_ins import CheckInState
from bot.domain.local_time import DAY, at_wall_clock, local
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.privacy.childs_say import is_mood
from bot.domain.school.stickers import Sticker

LENGTH = 7
SUNDAY = 6
EVENING, SPREAD = 18 * 60 + 30, 2 * 60 * 60  # the minute at which it begins, and over how many seconds it is spread
KEEPS = timedelta(days=2)
KEPT = "kept"  # stands for a face that the reader is not told


class Mark(StrEnum):
    """What a day brought beside its answer."""

    TO_CHILD = "to_child"  # a letter
    FROM_HOME = "from_home"
    CALL = "call"
    PROMISE = "promise"
    VISIT = "visit"
    SCHOOL = "school"


WRITTEN = {Mark.TO_CHILD, Mark.SCHOOL}


@dataclass(frozen=True, slots=True)
class Said:
    """One expected answer of a day, as it stands now."""

    day: date
    state: str
    face: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """One day; without a face, and neither joined nor heard of, it is a gap."""

    day: date
    face: str = ""
    joined: bool = False  # answered together with a later day
    heard: bool = False  # something else came from home
    ill: bool = False
    marks: tuple[Mark, ...] = ()
    stickers: tuple[Sticker, ...] = ()  # what the school praised the child for

    @property
    def is_empty(self) -> bool:
        """Whether it tells nothing of the child: what the school or the parent has written to others is no news."""
        return not (self.face or self.joined or self.heard or self.ill or self.stickers or set(self.marks) - WRITTEN)


@dataclass(frozen=True, slots=True)
class WeekShown(Event):
    """Seven days in one picture, up to `last`: of some children, or on Sunday of all whose parent the reader is."""

    while_stopped = Told.NOBODY
    takes_long = True
    hushed = True
    silent = True
    last: str
    children: tuple[int, ...] = ()


def next_sunday(after: datetime, zone: str, person_id: int) -> datetime:
    """The next Sunday evening on this clock; each person has their own second of it, so that no queue forms."""
    day = local(after, zone).date()
    sunday = day + timedelta(days=(SUNDAY - day.weekday()) % 7)
    own = timedelta(seconds=person_id * 7919 % SPREAD)  # a prime: neighbours by number are far apart
    found = at_wall_clock(sunday, EVENING, zone) + own
    return found if found > after else at_wall_clock(sunday + timedelta(days=7), EVENING, zone) + own


def is_sunday_evening(now: datetime, zone: str) -> bool:
    """Whether it still is: who has moved, or whom we could not tell in time, is told on the next one."""
    wall = local(now, zone)
    return wall.weekday() == SUNDAY and wall.hour * 60 + wall.minute >= EVENING


def tell_week(person_id: int, now: datetime, zone: str) -> list[Notification]:
    """One picture for all children, without a sound; how things stand is looked at when it leaves."""
    about = WeekShown(local(now, zone).date().isoformat())
    return [Notification(person_id, about, Lane.BULK, card="week", expires_in=KEEPS)]


def days_until(last: date) -> tuple[date, ...]:
    """The seven days that end with this one."""
    return tuple(last - DAY * before for before in reversed(range(LENGTH)))


def week(
    days: Sequence[date],
    said: Sequence[Said],
    *,
    hides_faces: bool,
    ill: Iterable[tuple[date, date]],
    marks: Mapping[date, Collection[Mark]],
    stickers: Mapping[date, Collection[str]],
) -> tuple[Day, ...]:
    """Each day as it stands; of several answers of one day the last counts. `ill` are first and last days."""
    spans = list(ill)
    return tuple(
        _day(
            day,
            [each for each in said if each.day == day],
            hides_faces=hides_faces,
            ill=any(first <= day <= last for first, last in spans),
            marks=tuple(each for each in Mark if each in marks.get(day, ())),
            stickers=tuple(each for each in Sticker if each in stickers.get(day, ())),
        )
        for day in days
    )


def _day(
    day: date,
    said: Sequence[Said],
    *,
    hides_faces: bool,
    ill: bool,
    marks: tuple[Mark, ...],
    stickers: tuple[Sticker, ...],
) -> Day:
    faces = [each.face for each in said if each.face]
    face = faces[-1] if faces else ""
    states = {each.state for each in said}
    return Day(
        day,
        face=KEPT if hides_faces and is_mood(face) else face,
        joined=not face and CheckInState.TOGETHER in states,
        heard=not face and CheckInState.HEARD in states,
        ill=ill,
        marks=marks,
        stickers=stickers,
    )
