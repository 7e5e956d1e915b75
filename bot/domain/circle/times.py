"""Times: when a child is asked about, when a person sleeps or works, and on whose clock."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.circle.circles import Circle
from bot.domain.circle.pauses import FOREVER
from bot.domain.countries import HOMES, WORKPLACES
from bot.domain.local_time import DAY, at_wall_clock, local, next_at
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.people import Person

# Quiet hours that are offered, in hours of the person's own clock; the last one is for those who work at night.
QUIET = ((22, 7), (23, 8), (21, 6), (9, 17))

# When somebody who works at night begins to sleep by day, in hours; the next tap chooses the next.
RESTS = (9, 10, 8)

# Office hours that are offered to a teacher; outside them it is quiet.
OFFICE = ((8, 17), (8, 18), (7, 16), (9, 18))

# A parent may work abroad or have come home, so both lists are offered.
HOMES_FIRST = (*HOMES, *(each for each in WORKPLACES if each not in HOMES))
PLACES = (*WORKPLACES, *(each for each in HOMES if each not in WORKPLACES))


@dataclass(frozen=True, slots=True)
class SlotAsked(Event):
    """Morning, midday or evening at home?"""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class SlotChanged(Event):
    """Told to the other adults of the circle; `by` changed it."""

    while_stopped = Told.NOBODY
    child_id: int
    slot: str
    by: int


@dataclass(frozen=True, slots=True)
class QuietAsked(Event):
    """When does nothing come but what is urgent?"""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class WorkNightsAsked(Event):
    """Which nights does this person work, and when do they sleep afterwards? As it stands now."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class OfficeAsked(Event):
    """When does a teacher read what families write?"""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class MyPlaceAsked(Event):
    """Where this person is now: a country, and a city where a country has several clocks."""

    while_stopped = Told.NOBODY
    hushed = True
    page: int = 0
    country: str = ""
    again: bool = False  # a country that is on no button
    later: bool = False  # asked once more, of who has not answered


def quiet_outside(place: int) -> tuple[int, int] | None:
    """The quiet hours, in minutes of the day, of who has chosen these office hours; none of who reads at any time."""
    if not place:
        return None
    start, end = OFFICE[place - 1]
    return end * 60, start * 60


def due_for(reader: Person, wanted: datetime, lane: Lane, *, written: bool) -> datetime:
    """When what is wanted then may reach its reader: quiet hours and pauses hold all but what is urgent and answers."""
    if lane <= Lane.REPLY:
        return wanted
    if reader.urgent_only and written:
        return FOREVER
    if reader.paused_until is not None:
        wanted = max(wanted, reader.paused_until)
    return reader.asleep_until(wanted) or wanted


def next_after_change(now: datetime, minute: int, zone: str, *, asked_today: bool) -> datetime:
    """When a child is asked about next, once its minute has changed: never twice on one day at home."""
    if not asked_today:
        return next_at(now, minute, zone)
    tomorrow: date = local(now, zone).date() + DAY
    return at_wall_clock(tomorrow, minute, zone)


def tell_place_asked(person_id: int, now: datetime) -> list[Notification]:
    """Who has not said where they are is asked once more, a day later."""
    return [Notification(person_id, MyPlaceAsked(later=True), Lane.ROUTINE, card="my_place", not_before=now + DAY)]


def tell_slot_changed(circle: Circle, by: int) -> list[Notification]:
    """The other adults learn when the child is asked about now; a second change replaces a first that waits."""
    about = SlotChanged(circle.child.id, circle.child.slot, by)
    return [
        Notification(each.person_id, about, Lane.ROUTINE, card=f"slot:{circle.child.id}") for each in circle.others(by)
    ]
