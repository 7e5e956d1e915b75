"""🕰 A family's words that nobody has answered: the school is reminded once, softly, then the family hears so once."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.daily.rhythm import SCHOOL, is_due
from bot.domain.local_time import DAY, at_wall_clock, local
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.people import NIGHT, NOWHERE, Person
from bot.domain.school.school_talks import WAITING, TalksWaiting, Thread

ENOUGH = timedelta(hours=20)  # to read and to answer; what is due then waits for the next opening
LOOK = timedelta(days=7)  # so long ahead at most, for hours and holidays may change

Free = Collection[date]  # the holidays of the school


@dataclass(frozen=True, slots=True)
class TalkUnanswered(Event):
    """To who has written: who has it, that nobody has answered yet, and what helps; or what has become of it since."""

    while_stopped = Told.NOBODY
    thread_id: int
    child_id: int


def opening(at: datetime, teacher: Person, zone: str, free: Free) -> datetime:
    """The first beginning of their office hours from `at` on, on a day of school."""
    here = _placed(teacher, zone)
    _start, minute = here.night or NIGHT
    day = local(at, here.zone).date()
    while (found := at_wall_clock(day, minute, here.zone)) < at or not _is_school_day(day, free):
        day += DAY
    return found


def read_at(at: datetime, teacher: Person, zone: str, free: Free) -> datetime:
    """When they read first what came at `at`: now, or as their day at school begins."""
    reads = _placed(teacher, zone).awake_from(at) == at and _is_school_day(local(at, zone).date(), free)
    return at if reads else opening(at, teacher, zone, free)


def promised_at(awake: datetime, teacher: Person, zone: str, free: Free) -> datetime:
    """When they read what waits for them, of who is awake again at `awake`: not on a day without school."""
    here = _placed(teacher, zone)
    return awake if _is_school_day(local(awake, here.zone).date(), free) else opening(awake, teacher, zone, free)


def due_at(since: datetime, teacher: Person, zone: str, free: Free) -> datetime:
    """When it is time for the next step after a whole day in which they could answer."""
    return opening(read_at(since, teacher, zone, free) + ENOUGH, teacher, zone, free)


def _placed(teacher: Person, zone: str) -> Person:
    """On the school's clock where they have not said theirs."""
    return replace(teacher, zone=zone) if teacher.zone == NOWHERE else teacher


def _is_school_day(day: date, free: Free) -> bool:
    return is_due(SCHOOL, day) and day not in free


def card_of(thread_id: int) -> str:
    """The message in which somebody of the family reads that nobody has answered yet."""
    return f"unanswered:{thread_id}"


def tell_school(when: Iterable[tuple[int, datetime]]) -> list[Notification]:
    """The list of all who wait, once more and without a sound, to each as their own day at school begins."""
    return [Notification(to, TalksWaiting(again=True), Lane.NOTICE, WAITING, not_before=at) for to, at in when]


def tell_family(thread: Thread, authors: Iterable[int]) -> list[Notification]:
    """Who has written, once."""
    about, card = TalkUnanswered(thread.id, thread.child_id), card_of(thread.id)
    return [Notification(each, about, Lane.NOTICE, card) for each in dict.fromkeys(authors)]


def tell_changed(thread: Thread, authors: Iterable[int]) -> list[Notification]:
    """The same card, where it stands already."""
    about, card = TalkUnanswered(thread.id, thread.child_id), card_of(thread.id)
    return [Notification(each, about, Lane.REPLY, card, edits_card=True) for each in dict.fromkeys(authors)]
