"""The idea of the week: one suggestion for being close across the distance, for each parent and child."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.circle.circles import Child
from bot.domain.local_time import at_wall_clock, local
from bot.domain.notifications import Event, Told

BANDS = ("0-2", "3-5", "6-9", "10-12", "13-17")  # by full years; the last one goes on
SUNDAY = 6
TEN = 10 * 60
OTHERS = 3  # how often 🔄 brings another one in a week
RECENT = timedelta(days=7)
TOO_LATE = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class IdeaCard:
    """One card of the plan. Week 0 are spares, and cards that answer something that happened (`fits`)."""

    id: str
    week: int
    band: str
    theme_key: str
    skip_if: frozenset[str]
    fits: frozenset[str]
    source_ids: tuple[str, ...]
    help_footer: bool


class IdeaState(StrEnum):
    """What has become of the idea of a week."""

    OFFERED = "offered"
    DONE = "done"
    SKIPPED = "skipped"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class Idea:
    """What one parent was offered for one child in one week; `earlier` was put aside for another one."""

    id: int
    child_id: int
    person_id: int
    idea_id: str
    state: IdeaState
    earlier: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IdeaOffered(Event):
    """The card of the week, as it stands now."""

    while_stopped = Told.NOBODY
    hushed = True
    idea_id: int
    begun: bool = False  # by Homeline: then it has to fit what is true as it leaves


@dataclass(frozen=True, slots=True)
class IdeasPaused(Event):
    """While a child's circle is on pause there are none."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class IdeasExhausted(Event):
    """Enough other ones for this week."""

    while_stopped = Told.NOBODY


def band_of(years: int) -> str:
    """The age band of a child of so many full years."""
    return next((band for band in BANDS if years <= int(band.partition("-")[2])), BANDS[-1])


def week_of(instant: datetime, zone: str) -> str:
    """The ISO week on the wall clock of `zone`, such as 2026-W48."""
    year, week, _day = local(instant, zone).isocalendar()
    return f"{year}-W{week:02}"


def next_offer(after: datetime, zone: str, place: int) -> datetime:
    """The next Sunday at ten; a parent's second child has Saturday, so that no day brings two."""
    day = local(after, zone).date()
    day += timedelta(days=((SUNDAY - place) - day.weekday()) % 7)
    found = at_wall_clock(day, TEN, zone)
    return found if found > after else at_wall_clock(day + timedelta(days=7), TEN, zone)


def is_birthday_time(child: Child, today: date) -> bool:
    """Whether the month of birth has just begun; the day is not known."""
    return today.month == child.birth_month and today.day <= RECENT.days


def is_out_of_place(card: IdeaCard, leave_out: Collection[str], *, ill: bool) -> bool:
    """Whether what a card speaks of is not so now: news that there was not, an illness that is not over."""
    return bool(card.skip_if & set(leave_out)) or (ill and "illness" in card.fits)


def choose(
    cards: Sequence[IdeaCard], band: str, happened: Sequence[str], used: Mapping[str, int], leave_out: Collection[str]
) -> str:
    """The card for this week: what fits to what happened, else the next of the plan; none again before all were there.

    `leave_out` are reasons to skip a card, and cards that were put aside this week.
    """
    free = [
        each for each in cards if each.band == band and each.id not in leave_out and not each.skip_if & set(leave_out)
    ]
    for event in happened:
        fitting = [each for each in free if event in each.fits and not used.get(each.id)]
        if fitting:
            return min(fitting, key=lambda each: each.week).id  # week 0 was written for just this
    plain = [each for each in free if each.week or not each.fits]
    return min(plain, key=lambda each: (used.get(each.id, 0), each.week or 99)).id
