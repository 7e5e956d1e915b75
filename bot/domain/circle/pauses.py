"""Pauses: of a household, of one person; and how long each lasts."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain.circle.circles import Circle
from bot.domain.local_time import at_wall_clock, day_of, local
from bot.domain.notifications import Event, Lane, Notification, Told

# “Until I say.”
FOREVER = datetime(2999, 1, 1, tzinfo=UTC)

# What a button says in place of a day, for that choice.
OPEN = "open"
# The days from which one is chosen: those that are near, or a month's.
NEAR = "near"
PAGE = rf"{NEAR}|20[0-9]{{2}}(?:0[1-9]|1[0-2])"
LONGEST = 92  # in days: a season at another house


@dataclass(frozen=True, slots=True)
class PauseLengthAsked(Event):
    """How long the check-ins of this child pause."""

    while_stopped = Told.NOBODY
    child_id: int
    page: str = ""  # the days to choose from: “near”, or a month such as 202612


@dataclass(frozen=True, slots=True)
class MyPauseLengthAsked(Event):
    """How long only what is urgent comes to this person."""

    while_stopped = Told.NOBODY
    page: str = ""


@dataclass(frozen=True, slots=True)
class ChildPaused(Event):
    """The household pauses; told to every adult of the circle."""

    while_stopped = Told.NOBODY
    child_id: int
    by: int


@dataclass(frozen=True, slots=True)
class ChildResumed(Event):
    """The pause is over before its time; told to every adult of the circle."""

    while_stopped = Told.NOBODY
    child_id: int
    by: int


@dataclass(frozen=True, slots=True)
class MyPauseChanged(Event):
    """What comes to this person from now on; the sentence is made from how the person stands."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class StopAsked(Event):
    """Less of it, a rest from it, or leaving, in this order."""

    while_stopped = Told.NOBODY


def ends_on(now: datetime, day: str, zone: str) -> datetime | None:
    """When a pause until a day, such as 20261124, ends: its first midnight in `zone`; none where that is past or more
    than the longest choice ahead."""
    if day == OPEN:
        return FOREVER
    found = day_of(int(day))
    ahead = (found - local(now, zone).date()).days if found else 0
    return at_wall_clock(found, 0, zone) if found and 0 < ahead <= LONGEST else None


def tell_paused(circle: Circle, by: int, *, resumed: bool = False) -> list[Notification]:
    """Every adult hears of it: who did it at once, the others when they are awake."""
    about = ChildResumed(circle.child.id, by) if resumed else ChildPaused(circle.child.id, by)
    return [
        Notification(each.person_id, about, Lane.ROUTINE, card=f"pause:{circle.child.id}") for each in circle.others(by)
    ]
