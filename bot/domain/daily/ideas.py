"""The idea of the week: one suggestion for being close across the distance, for each parent and child."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.circle.circles import Child
from bot.domain.local_time import DAY, at_wall_clock, local
from bot.domain.notifications import Event, Told

BANDS = ("0-2", "3-5", "6-9", "10-12", "13-17")  # by full years; the last one goes on
SUNDAY = 6
TEN = 10 * 60
OTHERS = 3  # how often 🔄 brings another one in a week
RECENT = timedelta(days=7)
TOO_LATE = timedelta(hours=12)
NEAR = timedelta(days=14)  # a visit or a promise that is talked of already
LATELY = 4  # so many ideas back a theme that was declined is remembered
EVENT_WEEKS = frozenset({49, 50, 51})  # of the plan: before a visit, the visit, goodbye
QUIET = frozenset({"night_words"})  # themes for a child who is ill
# What can have happened, the best to take up first: what is a fact of these days, then what weighs, then what is light.
HAPPENED = (
    *("visit_now", "visit_before", "visit_after", "birthday", "illness", "harder_day"),
    *("good_news", "promise", "made", "friends", "outside", "cried", "slept", "alone", "little", "school_notice"),
)


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
class Situation:
    """What is true of a parent and a child at this moment, as far as this parent may know of it."""

    band: str
    happened: Sequence[str] = ()  # this week, or at hand; the best to take up first
    used: Mapping[str, int] = field(default_factory=dict)  # how often each card was shown
    leave_out: frozenset[str] = frozenset()  # reasons to skip a card
    ill: bool = False
    declined: frozenset[str] = frozenset()  # themes that this parent did not want lately


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
class IdeasRest(Event):
    """A parent has asked for one, and none fits: the child is ill, or the parent is there."""

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


def visit_phase(day: date, days: int, today: date) -> str:
    """Before a visit, during one and after it other things are true; empty where none of them is."""
    end = day + max(days, 1) * DAY
    if day <= today < end:
        return "visit_now"
    if today < day <= today + NEAR:
        return "visit_before"
    return "visit_after" if end <= today < end + RECENT else ""


def is_bound(card: IdeaCard) -> bool:
    """Whether a card speaks of something as a fact: it has no turn of its own in the plan."""
    return card.week in EVENT_WEEKS or (not card.week and bool(card.fits))


def is_out_of_place(card: IdeaCard, now: Situation) -> bool:
    """Whether what a card speaks of is not so now: news that there was not, play for a child who is ill, a visit."""
    if card.skip_if & now.leave_out or (is_bound(card) and not card.fits & {*now.happened}):
        return True
    if "visit_now" in now.happened and "visit_now" not in card.fits:
        return True  # nothing that is for a parent far away
    return now.ill and card.theme_key not in QUIET


def choose(cards: Sequence[IdeaCard], now: Situation, aside: Collection[str] = ()) -> str | None:
    """The card for this week: what fits to what happened, else the next of the plan; none where none fits.

    None comes a second time while one of its age that fits was not there yet. `aside` are cards that were put aside
    this week; a theme that was declined lately waits where another one is there.
    """
    fitting = [
        each for each in cards if each.band == now.band and each.id not in aside and not is_out_of_place(each, now)
    ]
    plain = [each for each in fitting if not is_bound(each)]
    turn = min((now.used.get(each.id, 0) for each in plain), default=0)
    fresh = [each for each in fitting if now.used.get(each.id, 0) <= turn]
    for event in now.happened:
        found = [each for each in fresh if event in each.fits and each.theme_key not in now.declined]
        if found:
            return min(found, key=lambda each: (not is_bound(each), each.week)).id  # written for just this
    turns = [each for each in plain if each in fresh]
    return min(turns, key=lambda each: (each.theme_key in now.declined, each.week or 99)).id if turns else None
