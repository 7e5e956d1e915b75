"""On which days home is asked about a child: chosen by an adult, or learned from when the answers come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.domain.circle.circles import Circle
from bot.domain.notifications import Event, Lane, Notification, Told

DAILY, SCHOOL, SECOND = "daily", "school", "second"
CHOSEN = (DAILY, SCHOOL, SECOND, *"0123456")  # Monday is 0
ANY = "|".join(CHOSEN[:3]) + "|[0-6]{1,2}"  # what a route takes: one learned from answers may have two days
_WEEKS = 3


@dataclass(frozen=True, slots=True)
class RhythmChanged(Event):
    """Told to the other adults of the circle; `by` changed it."""

    while_stopped = Told.NOBODY
    child_id: int
    rhythm: str
    by: int


@dataclass(frozen=True, slots=True)
class TwiceADay(Event):
    """Told to the other adults of the circle: home is asked twice a day; `by` changed it."""

    while_stopped = Told.NOBODY
    child_id: int
    by: int


@dataclass(frozen=True, slots=True)
class RhythmKept(Event):
    """A short answer to ❌: the question comes as before."""

    while_stopped = Told.NOBODY
    child_id: int


def is_due(rhythm: str, day: date) -> bool:
    """Whether home is asked on this day."""
    if rhythm == SECOND:
        return day.toordinal() % 2 == 0
    return rhythm == DAILY or str(day.weekday()) in ("01234" if rhythm == SCHOOL else rhythm)


def learned(answered: Iterable[date], today: date) -> str:
    """The one or two weekdays on which answers came three weeks running, and on no other; else nothing."""
    weeks = [set[int]() for _ in range(_WEEKS)]
    for day in answered:
        ago = (today - day).days // 7
        if 0 <= ago < _WEEKS:
            weeks[ago].add(day.weekday())
    days = weeks[0]
    return "".join(map(str, sorted(days))) if len(days) in {1, 2} and all(each == days for each in weeks) else ""


def tell_rhythm_changed(circle: Circle, by: int) -> list[Notification]:
    """The other adults learn on which days the child is asked about now; a second change replaces the first."""
    about = RhythmChanged(circle.child.id, circle.child.rhythm, by)
    return [
        Notification(each.person_id, about, Lane.ROUTINE, card=f"rhythm:{circle.child.id}")
        for each in circle.others(by)
    ]


def tell_twice_a_day(circle: Circle, by: int) -> list[Notification]:
    """The other adults learn it; a change back replaces what waits."""
    about = TwiceADay(circle.child.id, by)
    return [
        Notification(each.person_id, about, Lane.ROUTINE, card=f"slot:{circle.child.id}") for each in circle.others(by)
    ]
