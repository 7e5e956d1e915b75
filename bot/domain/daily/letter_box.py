"""📬 The letters of both directions around a child: whose they are to see, how they stand, and when they are played."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.circle.circles import Child, Circle, Role
from bot.domain.local_time import local, next_at
from bot.domain.notifications import Event, Lane, Notification, Told

PAGE = 5
PLAY_AFTER = timedelta(days=2)  # then who has sent it hears, once, that it waits
UNPLAYED = "unplayed"  # what its author has been told of it
# When a letter is played best, from and until, in minutes of the child's day: after homework, or before bed.
GOOD_HOURS = {"homework": (17 * 60 + 30, 20 * 60 + 30), "bed": (19 * 60 + 30, 21 * 60)}
AT_ONCE = "any"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A letter without what is in it."""

    id: int
    author_id: int
    answers_id: int | None
    to_child: bool
    kind: str
    state: str
    told: str | None
    sent_at: datetime
    played_at: datetime | None
    purpose: str | None = None  # what was recorded for an evening has a shelf of its own

    @property
    def waits_to_be_played(self) -> bool:
        """Whether it is on its way to the child, who has not heard it."""
        return self.to_child and not self.purpose and self.played_at is None and self.told != "lost"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the box: letters of one month, the newest first; `older` is the month before, where there is one."""

    month: int  # such as 202611; none where there is no letter at all
    page: int
    leaves: tuple[Leaf, ...]
    more: bool
    older: int


@dataclass(frozen=True, slots=True)
class LetterBoxShown(Event):
    """The letters of one month, five a page; no month is the newest."""

    while_stopped = Told.NOBODY
    takes_long = True
    child_id: int
    month: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class LetterAgain(Event):
    """One page of a letter, once more to who has sent it."""

    while_stopped = Told.NOBODY
    letter_id: int
    page: int


@dataclass(frozen=True, slots=True)
class LetterUnplayed(Event):
    """It has arrived and waits to be played; to who has sent it, softly, once."""

    while_stopped = Told.NOBODY
    hushed = True
    silent = True
    letter_id: int


@dataclass(frozen=True, slots=True)
class GoodHourAsked(Event):
    """When letters to the child shall come: how it stands, and what can be chosen."""

    while_stopped = Told.NOBODY
    child_id: int


def sheet(leaves: Sequence[Leaf], zone: str, month: int, page: int) -> Sheet:
    """A page of the box; a month without letters is the newest one, and after its last page comes its first."""
    months = [_month(each.sent_at, zone) for each in leaves]
    shown = month if month in months else next(iter(months), 0)
    mine = [each for each, of in zip(leaves, months, strict=True) if of == shown]
    begin = page * PAGE if page * PAGE < len(mine) else 0
    older = next((each for each in months if each < shown), 0)
    return Sheet(shown, begin // PAGE, tuple(mine[begin : begin + PAGE]), begin + PAGE < len(mine), older)


def _month(instant: datetime, zone: str) -> int:
    day = local(instant, zone)
    return day.year * 100 + day.month


def good_time(child: Child, at: datetime) -> datetime:
    """`at`, or when the hour comes that home has chosen for letters to the child."""
    if child.letter_hour not in GOOD_HOURS:
        return at
    start, end = GOOD_HOURS[child.letter_hour]
    wall = local(at, child.zone)
    return at if start <= wall.hour * 60 + wall.minute < end else next_at(at, start, child.zone)


def at_good_time(child: Child, tells: Sequence[Notification], now: datetime) -> list[Notification]:
    """A letter to the child is announced at its hour; nothing else is."""
    return [replace(each, not_before=good_time(child, now)) for each in tells]


def look_again(leaf_sent_at: datetime, told: str | None, now: datetime) -> datetime | None:
    """When to look whether an arrived letter has been played: none where its author hears now that it has not."""
    due = leaf_sent_at + PLAY_AFTER
    if told == "arrived" and now >= due:
        return None
    return max(due, now + PLAY_AFTER) if told != "arrived" else due


def tell_unplayed(letter_id: int, author_id: int) -> list[Notification]:
    """One soft line, which makes no sound."""
    about = LetterUnplayed(letter_id)
    return [Notification(author_id, about, Lane.ROUTINE, card=f"unplayed:{letter_id}", expires_in=PLAY_AFTER)]


def concerns(circle: Circle, leaf: Leaf, answered: int | None, person_id: int, now: datetime) -> bool:
    """Whether a letter is this adult's to see: they have sent it, or it is for them to read or to play.

    `answered` is who wrote the letter that this one answers: the child's answer is theirs alone.
    """
    me = circle.member(person_id)
    author = next((each for each in circle.members if each.person_id == leaf.author_id), None)
    if me is None or leaf.author_id == person_id:
        return me is not None
    if author is not None and circle.hides(author, person_id):
        return False
    if leaf.to_child:
        return me in (*circle.guardians, *circle.stand_ins)
    if leaf.answers_id:
        return me.role == Role.PARENT and answered == person_id
    from_parent = author is not None and author.is_active and author.role == Role.PARENT
    return me in (circle.askable(now) if from_parent else circle.parents)
