"""What is read to the child about who is told what, and from 13 the child's own say in it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.circle.circles import Child, Circle
from bot.domain.local_time import DAY, at_wall_clock, local
from bot.domain.notifications import Event, Lane, Notification, Told

GROWN = 13
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class ReadingGiven(Event):
    """A short text to read to the child; from 13 with the child's two answers below it."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class FacesKept(Event):
    """The other adults: which answers they get from now on."""

    while_stopped = Told.NOBODY
    child_id: int
    kept: bool


def is_mood(face: str | None) -> bool:
    """Whether an answer is one of the four faces, and not “as usual” or “please call”."""
    return face in {"great", "well", "hard", "sad"}


def has_a_say(child: Child, now: datetime) -> bool:
    """Whether it is for the child to say which answers are told; the calendar at home decides."""
    return child.years(local(now, child.zone).date()) >= GROWN


def keeps_faces(child: Child, now: datetime) -> bool:
    """Whether nobody else is told the faces, because the child, who is old enough, said so."""
    return child.keeps_faces and has_a_say(child, now)


def next_reading(child: Child, now: datetime) -> datetime:
    """In a year, or when the child grows into a say; with the day's question, and on no weekend, when ideas come."""
    today = local(now, child.zone).date()
    grown = date(child.birth_year + GROWN, child.birth_month or 1, 1)
    day = today + timedelta(days=365)
    return _with_the_question(child, grown if today < grown < day else day)


def look_again(child: Child, now: datetime) -> datetime:
    """Where nothing is said now, such as during a pause: the day after, again with the question and on no weekend."""
    return _with_the_question(child, local(now, child.zone).date() + DAY)


def _with_the_question(child: Child, day: date) -> datetime:
    while day.weekday() >= SATURDAY:
        day += DAY
    return at_wall_clock(day, child.minute, child.zone)


def tell_kept(circle: Circle, by: int, *, kept: bool) -> list[Notification]:
    """Everybody else; not which face it was."""
    about = FacesKept(circle.child.id, kept)
    card = f"faces:{circle.child.id}"
    return [Notification(each.person_id, about, Lane.NOTICE, card=card) for each in circle.others(by)]
