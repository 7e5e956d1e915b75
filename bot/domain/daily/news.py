"""News has several ways to say the same, and takes one after the other; what was seen that day stands below it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.local_time import DAY, local
from bot.domain.notifications import Event, Told

WAYS = 6


class Seen(StrEnum):
    """What an adult at home may have seen of a child's day: nothing of it says how the child feels."""

    ATE = "ate"
    LITTLE = "little"
    SLEPT = "slept"
    OUTSIDE = "outside"
    MADE = "made"
    FREE = "free"
    FRIENDS = "friends"
    CRIED = "cried"
    ALONE = "alone"


_SUNDAY = 6
_NOT_BOTH = {Seen.ATE: Seen.LITTLE, Seen.LITTLE: Seen.ATE}


@dataclass(frozen=True, slots=True)
class SeenNoted(Event):
    """A short answer to a tap about a day that is over: which day it was noted for."""

    while_stopped = Told.NOBODY
    child_id: int
    local_date: str


@dataclass(frozen=True, slots=True)
class PictureAsked(Event):
    """A guardian has pressed 📷: how a picture is sent, and to whom it goes."""

    while_stopped = Told.NOBODY
    child_id: int


def next_way(told: Sequence[Sequence[int]]) -> int:
    """The way that was said longest ago about each of these children; `told` are theirs, the newest first."""

    def age(way: int) -> int:
        return min((ways.index(way) if way in ways else WAYS for ways in map(list, told)), default=WAYS)

    return max(range(WAYS), key=age)


def may_be_seen(day: date, holidays: Collection[date]) -> tuple[Seen, ...]:
    """What is worth saying of a day: that there was no school only where there might have been."""
    known = day.weekday() == _SUNDAY or day in holidays
    return tuple(each for each in Seen if each is not Seen.FREE or not known)


def toggled(seen: Collection[Seen], tapped: Seen) -> tuple[Seen, ...]:
    """What stands after a tap: on or off again, and never that a child ate both well and little."""
    off = {tapped} if tapped in seen else {_NOT_BOTH.get(tapped)}
    on = {*seen, tapped} - off
    return tuple(each for each in Seen if each in on)


def takes_more(answered_at: datetime, now: datetime, zone: str) -> bool:
    """Whether something can still be said of a day: until the evening after its answer, by the child's calendar."""
    return local(now, zone).date() <= local(answered_at, zone).date() + DAY
